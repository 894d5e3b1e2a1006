import type { Article } from '../../domain/article'
import { articleKey, fileNumberOf, type ArchiveStore } from '../../storage/archiveStore'
import type { SignatureIndex } from '../../text/signatureIndex'
import { comparedText, shinglesOf } from '../../text/textShingles'
import { SIGNATURE_WORDS, textSignature } from '../../text/textSignature'
import type { TimeSlices } from '../timeSlices'
import type { VisibleFile } from '../visibleFiles'

/** Articles read at once. */
const BATCH = 250
/** Signatures kept in one row of the store. */
const BLOCK = 1000

/** The shingles of an article's title and paragraphs. */
export function articleShingles({ title, paragraphs }: Article): Uint32Array {
  return shinglesOf(comparedText([title, ...paragraphs]))
}

function signatureAt(words: Uint32Array, place: number): Uint32Array {
  return words.subarray(place * SIGNATURE_WORDS, (place + 1) * SIGNATURE_WORDS)
}

/**
 * Enters the signatures of all articles of some files. Those that are not in the store yet are made, and kept there: the
 * first time this reads every article, later none.
 *
 * @param onProgress told how many articles have been dealt with
 */
export async function enterSignatures(
  index: SignatureIndex,
  store: ArchiveStore,
  files: readonly VisibleFile[],
  slices: TimeSlices,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = files.reduce((sum, { articles }) => sum + articles, 0)
  let done = 0
  for (const { number, articles } of files) {
    let next = 1
    for (const { key, count, words } of await store.signatures.ofFile(number)) {
      for (let at = 0; at < count; at++) index.add(key + at, signatureAt(words, at))
      next = Math.max(next, key - articleKey(number, 0) + count)
      await slices.breathe()
    }
    while (next <= articles) {
      const count = Math.min(BLOCK, articles - next + 1)
      const words = new Uint32Array(count * SIGNATURE_WORDS)
      for (let first = next; first < next + count; first += BATCH) {
        const last = Math.min(first + BATCH, next + count)
        for (const { key, article } of await store.articlesOfFile(number, first, last - first)) {
          const at = key - articleKey(number, next)
          if (fileNumberOf(key) !== number || at >= count) continue
          words.set(textSignature(articleShingles(article)), at * SIGNATURE_WORDS)
          await slices.breathe()
        }
        onProgress(done + first, total)
      }
      const key = articleKey(number, next)
      await store.signatures.put({ key, count, words })
      for (let at = 0; at < count; at++) index.add(key + at, signatureAt(words, at))
      next += count
    }
    done += articles
    onProgress(done, total)
  }
}
