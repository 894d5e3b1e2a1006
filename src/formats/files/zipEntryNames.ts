import { crc32 } from '../crc32'
import { decodeText } from '../decodeText'

/** The name of an entry as an archive holds it. */
export interface EntryNameBytes {
  readonly bytes: Uint8Array
  /** Whether the archive says that it is UTF-8. */
  readonly isUtf8: boolean
  /** The field with its Unicode name (Info-ZIP, id 0x7075), where there is one. */
  readonly unicode: Uint8Array | undefined
}

/** The upper half of code page 437, which names without any other sign are in by the standard. */
const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The Unicode name, when it belongs to the name that is there: programs that rename an entry leave it behind. */
function unicodeName({ bytes, unicode }: EntryNameBytes): string | null {
  if (unicode === undefined || unicode.length < 5 || unicode[0] !== 1) return null
  const view = new DataView(unicode.buffer, unicode.byteOffset, unicode.byteLength)
  return view.getUint32(1, true) === crc32(bytes) ? utf8Of(unicode.subarray(5)) : null
}

function codePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (CODE_PAGE_437[byte - 0x80] ?? '�'),
  ).join('')
}

/** Whether a text that was decoded from a Chinese encoding reads as one: mostly Han, nothing unreadable. */
function isReadable(text: string): boolean {
  const foreign = text.match(/[^\0-\x7f]/gu) ?? []
  const han = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef·—…“”‘’]/gu) ?? []
  return !text.includes('\uFFFD') && !/\p{Co}/u.test(text) && han.length * 10 >= foreign.length * 9
}

/** A path with `/` between its parts and nothing in it that leads elsewhere or cannot be shown. */
export function safePath(name: string): string {
  const plain = name.replaceAll('\\', '/').replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
  const parts = plain
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((part, at, all) => (part !== '' || at === all.length - 1) && part !== '.' && part !== '..')
  return parts.join('/').slice(-1000)
}

/**
 * The names of an archive's entries as safe paths. What says that it is UTF-8, and what reads as such, is; everything
 * else in one archive is in one encoding: GBK or Big5 when the names read as Chinese in it, else code page 437.
 */
export async function decodeEntryNames(names: readonly EntryNameBytes[]): Promise<readonly string[]> {
  const known = names.map((name) => unicodeName(name) ?? utf8Of(name.bytes))
  const unknown = names.filter((_, at) => known[at] === null)
  if (unknown.length === 0) return known.map((name) => safePath(name ?? ''))
  const lines = unknown.flatMap(({ bytes }) => [...bytes, 0x0a])
  const { encoding, text } = await decodeText(Uint8Array.from(lines))
  const isChinese = (encoding === 'gb18030' || encoding === 'big5') && isReadable(text)
  const decoded = text.split('\n')
  let at = 0
  return known.map((name, place) => {
    if (name !== null) return safePath(name)
    const chinese = decoded[at]
    at += 1
    return safePath(
      isChinese && chinese !== undefined ? chinese : codePage437(names[place]?.bytes ?? new Uint8Array(0)),
    )
  })
}
