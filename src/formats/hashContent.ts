import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 of content that comes in pieces, which WebCrypto cannot do. */
export interface ContentHash {
  /** Takes in the next piece. */
  readonly update: (piece: Uint8Array) => void
  /** The hash of all pieces as 64 hexadecimal digits; nothing may be taken in after it. */
  readonly finish: () => string
}

/** A hash of nothing yet. */
export function startContentHash(): ContentHash {
  const hash = sha256.create()
  return {
    update: (piece) => {
      hash.update(piece)
    },
    finish: () => bytesToHex(hash.digest()),
  }
}

/** SHA-256 of content that is there as a whole, as 64 hexadecimal digits. */
export function hashContent(content: Uint8Array): string {
  return bytesToHex(sha256(content))
}
