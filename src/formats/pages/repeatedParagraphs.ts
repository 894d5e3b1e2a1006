import { fold } from '../../text/fold'

/** Letters and figures from which on a paragraph hardly occurs twice by itself. */
const LONG = 24

/** Letters and figures of a paragraph, by which two copies of it are the same however they are spaced and pointed. */
function keyOf(paragraph: string): string {
  return fold(paragraph).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Paragraphs, each once, and those that were dropped. */
export interface UniqueParagraphs {
  readonly kept: readonly number[]
  readonly dropped: readonly number[]
}

/**
 * Which paragraphs of a text that may be there twice (wholly, from the second paragraph on, or its first one as a
 * summary) are to be kept: of every long paragraph the first. Short ones (a refrain, 好！) are dropped only where they lie
 * in a stretch that repeats an earlier one.
 */
export function findRepeated(paragraphs: readonly string[]): UniqueParagraphs {
  const keys = paragraphs.map(keyOf)
  const first = new Map<string, number>()
  /** How far before it the earlier copy stands; 0 for a paragraph that is new. */
  const distance = keys.map((key, index) => {
    const seen = first.get(key)
    if (seen === undefined) first.set(key, index)
    return seen !== undefined && key.length >= LONG ? index - seen : 0
  })
  const isRepeat = (index: number, by: number): boolean => {
    const key = keys[index]
    return key !== undefined && index >= by && keys[index - by] === key
  }
  // Short paragraphs beside a repeated one, as far as they repeat at the same distance.
  for (const step of [1, -1]) {
    const order = keys.map((_, index) => index)
    for (const index of step === 1 ? order : order.toReversed()) {
      const by = distance[index - step] ?? 0
      if (distance[index] === 0 && by > 0 && isRepeat(index, by)) distance[index] = by
    }
  }
  const indexes = paragraphs.map((_, index) => index)
  return {
    kept: indexes.filter((index) => distance[index] === 0),
    dropped: indexes.filter((index) => distance[index] !== 0),
  }
}

/** Whether a summary says nothing but what a paragraph says: it is that paragraph, or its beginning. */
export function isSummaryOf(summary: string, paragraph: string): boolean {
  const key = keyOf(summary.replace(/(?:\.{3}|…{1,2})[^…]{0,8}$/, ''))
  return key.length >= 12 && keyOf(paragraph).includes(key)
}
