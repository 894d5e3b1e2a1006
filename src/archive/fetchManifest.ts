import { parseManifest, type Manifest } from '../domain/collection'
import { ArchiveError } from '../domain/problem'
import { hashContent } from '../formats/hashContent'
import { joinChunks } from '../formats/readChunks'
import { NetworkFailure, type Network } from './network'

/** A manifest with where it was found. */
export interface FetchedManifest {
  readonly address: string
  readonly manifest: Manifest
  readonly manifestSha256: string
}

/** Longer than the manifest of any collection: a million articles in files of a thousand take 200 kB. */
const LONGEST_MANIFEST_BYTES = 16 * 1024 * 1024

/**
 * Fetches and reads the manifest at an address.
 *
 * @throws ArchiveError `manifest-unreachable`, `manifest-malformed`, `manifest-too-new`, `address-refused`
 */
export async function fetchManifest(network: Network, address: string): Promise<FetchedManifest> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of await network.read(address)) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > LONGEST_MANIFEST_BYTES) throw new ArchiveError('manifest-malformed', address, 'too long')
    }
  } catch (cause) {
    if (cause instanceof NetworkFailure) {
      throw new ArchiveError('manifest-unreachable', address, cause.message)
    }
    throw cause
  }
  const content = joinChunks(chunks)
  return {
    address,
    manifest: parseManifest(parseJson(content, address), address),
    manifestSha256: hashContent(content),
  }
}

function parseJson(content: Uint8Array, address: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ArchiveError('manifest-malformed', address, `not JSON: ${reason}`)
  }
}
