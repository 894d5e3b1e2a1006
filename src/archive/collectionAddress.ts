import { givenFilesAddress, isGivenAsFiles } from '../domain/givenFiles'
import { ArchiveError } from '../domain/problem'

const MANIFEST_NAME = 'manifest.json'

/**
 * The manifest's address for what was given as a collection's address: the manifest itself (it ends in `.json`) or the
 * folder it lies in. A relative address is one below the app.
 *
 * @throws ArchiveError `address-malformed` for what is no http or https address, or one with a user name in it
 */
export function manifestAddress(given: string, appBase: string): string {
  const written = given.trim()
  if (written === '' || !URL.canParse(written, appBase)) {
    throw new ArchiveError('address-malformed', given, 'no address')
  }
  const { protocol, host, pathname, search, href } = new URL(written, appBase)
  const root = `${protocol}//${host}`
  if ((protocol !== 'http:' && protocol !== 'https:') || !href.startsWith(`${root}/`)) {
    throw new ArchiveError('address-malformed', given, 'expected http:// or https:// and a host')
  }
  if (pathname.toLowerCase().endsWith('.json')) return root + pathname + search
  return root + pathname + (pathname.endsWith('/') ? '' : '/') + MANIFEST_NAME
}

/** The folder that a manifest and all files of its collection lie in, with the slash at its end. */
export function collectionFolder(manifest: string): string {
  return new URL('.', manifest).href
}

/**
 * The address of a collection's file; `null` for a path that leads out of the folder of its manifest. Of a collection
 * that was given as files, it stands for the path itself.
 */
export function fileAddress(path: string, manifest: string): string | null {
  if (isGivenAsFiles(manifest)) return givenFilesAddress(path)
  const folder = collectionFolder(manifest)
  if (!URL.canParse(path, folder)) return null
  const { href } = new URL(path, folder)
  return href.startsWith(folder) ? href : null
}
