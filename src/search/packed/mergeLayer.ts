import { bytesReader } from './bytesReader'
import { mergeSegments } from './mergeSegments'
import type { PageCache } from './pageCache'
import { planMerge } from './planMerge'
import { SealedLayer } from './sealedLayer'
import { Segment } from './segment'
import { MemorySink } from './segmentSink'

/**
 * The same documents in at most `most` segments; merged ones lie in memory, and the files of their parts are
 * released. Returns the layer itself if it has few enough.
 */
export function mergeLayer(sealed: SealedLayer, most: number, cache: PageCache): SealedLayer {
  const { segments } = sealed
  const groups = planMerge(
    segments.map(({ meta, removedCount }) => meta.documents - removedCount),
    most,
  )
  if (groups.length === 0) return sealed
  const merged = new SealedLayer()
  for (let at = 0; at < segments.length;) {
    const group = groups.find(({ start }) => start === at)
    const parts = segments.slice(at, group?.end ?? at + 1)
    at += parts.length
    if (group === undefined) {
      merged.add(parts[0]!)
      continue
    }
    const sink = new MemorySink()
    mergeSegments(parts, sink)
    merged.add(new Segment(bytesReader(sink.take()), cache))
    for (const part of parts) part.close()
  }
  return merged
}
