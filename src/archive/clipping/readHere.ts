import type { ClipInput } from '../../domain/clipping'
import type { NewspaperDescription } from '../../domain/collection'
import { toArchiveError } from '../../domain/problem'
import type { OriginalPage, ReadItem } from '../../formats/files/readItem'
import type { ChosenFields, InputReader, ReadEntry, ReadPiece } from './inputReader'

/** As much as is given at once: articles, or characters of their paragraphs, or what came within so many milliseconds. */
const MOST_ENTRIES = 500
const MOST_CHARACTERS = 2_000_000
const LONGEST_SILENCE = 200

/** An input that is being read. */
interface Source {
  readonly name: string
  readonly items: AsyncGenerator<ReadItem, void>
  file: string
  bytes: number
}

/**
 * Reads in this thread.
 *
 * @param read see `readInput`
 */
export function createReaderHere(
  read: (
    input: ClipInput,
    fields: ChosenFields,
    newspapers?: readonly NewspaperDescription[],
  ) => AsyncGenerator<ReadItem, void>,
  now: () => number,
): InputReader {
  const numbers = new WeakMap<OriginalPage, number>()
  let lastNumber = 0
  let source: Source | null = null

  /** What comes next, `null` at the end. What reading throws, which it should not, ends the input as a problem of it. */
  async function nextItem({ items, name }: Source): Promise<ReadItem | null> {
    try {
      const next = await items.next()
      return next.done === true ? null : next.value
    } catch (cause) {
      source = null
      const { message } = toArchiveError(cause)
      return { kind: 'problem', problem: { file: name, row: 0, field: '', code: 'file-unreadable', message } }
    }
  }

  return {
    async open(input, fields, newspapers) {
      const former = source
      const name = input.kind === 'text' ? '' : input.name
      source = { name, items: read(input, fields, newspapers), file: name, bytes: 0 }
      await former?.items.return().catch(() => undefined)
    },
    async next(): Promise<ReadPiece> {
      const reading = source
      if (reading === null) return { entries: [], originals: [], file: '', bytes: 0, isEnd: true }
      const entries: ReadEntry[] = []
      const originals: (OriginalPage & { readonly number: number })[] = []
      const began = now()
      let characters = 0

      function numberOf(original: OriginalPage | null): number | null {
        if (original === null) return null
        const known = numbers.get(original)
        if (known !== undefined) return known
        lastNumber += 1
        numbers.set(original, lastNumber)
        originals.push({ ...original, number: lastNumber })
        return lastNumber
      }

      /** Whether there is room for more in this piece, and anything to come. */
      function isGoingOn(): boolean {
        const isFull = entries.length >= MOST_ENTRIES || characters >= MOST_CHARACTERS
        return source === reading && !isFull && now() - began < LONGEST_SILENCE
      }

      do {
        const item = await nextItem(reading)
        if (item === null) source = null
        else if (item.kind === 'progress') {
          reading.file = item.file
          reading.bytes = item.bytes
        } else if (item.kind === 'article') {
          const { file, row, read: article, original } = item
          entries.push({ kind: 'article', file, row, read: article, original: numberOf(original) })
          for (const { length } of article.article.paragraphs) characters += length
        } else entries.push(item)
      } while (isGoingOn())
      const { file, bytes } = reading
      return { entries, originals, file, bytes, isEnd: source !== reading }
    },
    stop() {
      void source?.items.return().catch(() => undefined)
      source = null
    },
  }
}
