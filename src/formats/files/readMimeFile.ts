import { readMimeParts, type MimePart } from './mimeMessage'
import type { ReadingBudget } from './readingBudget'
import { ReadingFailure } from './readingFailure'
import { readPageFile } from './readPageFile'
import type { OriginalPage, ReadItem } from './readItem'

/** Frames of a page that are looked at when the page itself holds no article. */
const MOST_FRAMES = 8

function isPage({ type, bytes }: MimePart): boolean {
  return (type === 'text/html' || type === 'application/xhtml+xml') && bytes.length > 0
}

/**
 * The articles of a page that was saved as one file (.mht, .mhtml) or of a letter (.eml): of its HTML, or, when that
 * holds no article, of its frames; of its plain text when it has no HTML.
 */
export async function* readMimeFile(
  file: string,
  original: OriginalPage,
  budget: ReadingBudget,
): AsyncGenerator<ReadItem> {
  const parts = readMimeParts(original.bytes)
  const pages = parts.filter(isPage).slice(0, MOST_FRAMES)
  const text = parts.find(({ type, bytes }) => type === 'text/plain' && bytes.length > 0)
  if (pages.length === 0 && text !== undefined) {
    yield* readPageFile(file, 'text', original, budget, text.bytes)
    return
  }
  let missed: ReadItem[] | null = null
  for (const { bytes } of pages) {
    const items: ReadItem[] = []
    for await (const item of readPageFile(file, 'html', original, budget, bytes)) items.push(item)
    if (items.some(({ kind }) => kind === 'article')) {
      yield* items
      return
    }
    missed ??= items
  }
  if (missed === null) throw new ReadingFailure('no-article', 'the saved page holds no text')
  yield* missed
}
