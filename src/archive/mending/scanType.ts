/** Bytes at the head of a file that tell what it is: a PDF may have other bytes before its mark (ISO 32000, 7.5.2). */
export const SCAN_HEAD = 1024

/** Each byte as the character with its number; a TextDecoder has no encoding that does this. */
function charactersOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** The MIME type of a picture or PDF that is shown, from the head of the file, whatever it is called; `null` for others. */
export function scanTypeOf(head: Uint8Array): string | null {
  const text = charactersOf(head.subarray(0, SCAN_HEAD))
  // https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif'
  if (text.startsWith('RIFF') && text.startsWith('WEBPVP', 8)) return 'image/webp'
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (isAvif(head, text)) return 'image/avif'
  return text.includes('%PDF-') ? 'application/pdf' : null
}

/** A box of type `ftyp` at the head, with one of AVIF's brands among those it lists (AV1 Image File Format, 6). */
function isAvif(head: Uint8Array, text: string): boolean {
  if (head.length < 16 || !text.startsWith('ftyp', 4)) return false
  const length = new DataView(head.buffer, head.byteOffset).getUint32(0)
  const brands = text.slice(8, Math.min(length, SCAN_HEAD))
  for (let at = 0; at + 4 <= brands.length; at += 4) {
    // The second is the version of the first.
    if (at !== 4 && /^avi[fs]/.test(brands.slice(at, at + 4))) return true
  }
  return false
}
