import { articleKey, fileNumberOf } from '../storage/archiveStore'
import type { PartShelf } from './partShelf'
import type { VisibleFile } from './visibleFiles'

/** Places of a visible file that follow one another and whose articles are in no part of the index. */
export interface IndexGap {
  readonly file: VisibleFile
  /** From 1. */
  readonly first: number
  readonly count: number
}

/**
 * The places of a visible file whose articles the index lacks.
 *
 * @param passedOver keys of articles that are not to be in it: hidden behind others, deleted, or not in the store
 * @param outdated keys of articles that it has otherwise than they are now
 */
export function gapsOf(
  file: VisibleFile,
  shelf: PartShelf,
  passedOver: Iterable<number>,
  outdated: ReadonlySet<number>,
): readonly IndexGap[] {
  const isCovered = new Uint8Array(file.articles + 1)
  for (const ordinal of shelf.liveOrdinalsOf(file.number)) {
    const key = shelf.keyOf(ordinal)
    if (!outdated.has(key)) isCovered[key - articleKey(file.number, 0)] = 1
  }
  for (const key of passedOver) {
    if (fileNumberOf(key) === file.number) isCovered[key - articleKey(file.number, 0)] = 1
  }
  for (const { first, count } of file.skipped ?? []) isCovered.fill(1, first, first + count)
  const gaps: IndexGap[] = []
  for (let first = 1; first <= file.articles; first++) {
    if (isCovered[first] === 1) continue
    let end = first + 1
    while (end <= file.articles && isCovered[end] === 0) end++
    gaps.push({ file, first, count: end - first })
    first = end
  }
  return gaps
}
