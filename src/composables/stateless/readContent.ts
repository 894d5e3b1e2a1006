import type { FileContent } from '../../domain/fileContent'
import { namedCharset, readablePage } from '../../domain/readablePage'

/** The most bytes that are looked at. */
const MOST_BYTES = 2_000_000
/** The longest text that is shown, in UTF-16 units. */
const LONGEST = 200_000

function decode(bytes: ArrayBuffer): string {
  try {
    // A character that is cut off at the end is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.slice(0, 4096))
    const charset = namedCharset(head)
    try {
      // Pages that are not UTF-8 and say nothing, or say that they are, are mostly GB18030.
      return new TextDecoder(charset === 'utf-8' ? 'gb18030' : charset).decode(bytes)
    } catch {
      return new TextDecoder('gb18030').decode(bytes)
    }
  }
}

/** The text of an original for looking at it; `null` where it is no text. */
export async function readContent(
  content: FileContent,
  type: string,
): Promise<{ readonly text: string; readonly isCut: boolean } | null> {
  if (!/^text\/|json|xml|xhtml/.test(type) || /officedocument/.test(type)) return null
  const { size } = content
  const written = decode(await content.slice(0, MOST_BYTES).arrayBuffer())
  const text = /html/.test(type) ? readablePage(written) : written
  return { text: text.slice(0, LONGEST), isCut: text.length > LONGEST || size > MOST_BYTES }
}
