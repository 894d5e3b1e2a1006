import type { Article } from '../domain/article'
import type { BuiltPart } from '../search/parts/indexPart'
import { IndexPartBuilder } from '../search/parts/indexPartBuilder'
import { mergeIndexPartsInSteps, type MergedPart, type MergeSinks } from '../search/parts/mergeIndexParts'
import type { TimeSlices } from './timeSlices'

/** What makes parts of the index. To be had by {@link loadPartMaker} alone: who is only searched never needs it. */
export interface PartMaker {
  /** Indexes articles as one part; `tokens` is how much text they have. */
  build(
    articles: readonly Article[],
    slices: TimeSlices,
  ): Promise<{ readonly built: BuiltPart; readonly tokens: number }>
  /**
   * Writes several parts as one, as they are now.
   *
   * @throws what `mergeIndexParts` throws, also when a part is closed meanwhile
   */
  merge(parts: readonly MergedPart[], sinks: MergeSinks, slices: TimeSlices): Promise<void>
}

export const partMaker: PartMaker = {
  async build(articles, slices) {
    const builder = new IndexPartBuilder()
    for (const article of articles) {
      builder.add(article)
      await slices.breathe()
    }
    const { tokens } = builder
    return { built: builder.build(), tokens }
  },
  async merge(parts, sinks, slices) {
    const steps = mergeIndexPartsInSteps(parts, sinks)
    while (steps.next().done !== true) await slices.breathe()
  },
}
