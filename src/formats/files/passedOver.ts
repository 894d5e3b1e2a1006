import { MANIFEST_FORMAT } from '../../domain/collection'

/** How the name of an index file ends; a collection has them beside its article files. */
export const INDEX_FILE_ENDING = '.jbx'

/** What programs leave in archives and folders, and what saved pages have beside them; nobody means it to be read. */
const BESIDE =
  /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]+\/|Thumbs\.db$|desktop\.ini$|[^/]+(?:_files|\.files|_文件)\/)/i

/**
 * Whether a path, one of a folder with a slash at its end, is passed over without a word: hidden, of a system, of the
 * pictures and scripts of a saved page, of the index of a collection.
 */
export function isBeside(path: string): boolean {
  return BESIDE.test(path) || path.endsWith(INDEX_FILE_ENDING)
}

/** Whether the head of a file named `manifest.json` is of a collection's manifest, which says where articles are and holds none. */
export function isManifestHead(name: string, head: Uint8Array): boolean {
  if (!/(?:^|[\\/])manifest\.json$/.test(name)) return false
  return new TextDecoder().decode(head.subarray(0, 4096)).includes(MANIFEST_FORMAT)
}
