import type { ArchiveStore } from '../../storage/archiveStore'
import type { StoredBatch } from '../../storage/batchStore'
import type { RecordPlace } from '../../storage/recordStore'
import { acceptedBatches } from '../clipping/ownCollection'
import { noteTraces } from './batchFates'

/** What is here of batches: the accepted ones, and when others were taken out, by their ids. */
export interface BatchesHere {
  readonly held: ReadonlyMap<string, StoredBatch>
  readonly traces: ReadonlyMap<string, string>
}

/** Records read at once. */
const PAGE = 500

/** Looks up what is here of batches. */
export async function batchesHere(store: ArchiveStore): Promise<BatchesHere> {
  const held = new Map(acceptedBatches(await store.batches.all()).map((batch) => [batch.id, batch]))
  const traces = new Map<string, string>()
  // Traces are deleted records, which only pages give.
  let after: RecordPlace = { kind: 'batch', id: '' }
  for (;;) {
    const page = await store.records.page(after, PAGE)
    noteTraces(traces, page)
    const last = page.at(-1)
    if (last?.kind !== 'batch' || page.length < PAGE) return { held, traces }
    after = last
  }
}
