import { parseCard, type Card } from '../../domain/card'
import { parseEntry, type ChronicleEntry } from '../../domain/chronicleEntry'
import type { KeptRecord } from '../../domain/keptRecord'
import { parseProject, type Project } from '../../domain/project'
import type { RecordStore } from '../../storage/recordStore'

/** A project with everything in it. */
export interface ProjectRecords {
  readonly project: Project
  readonly cards: readonly Card[]
  readonly entries: readonly ChronicleEntry[]
  /** All of it as it is kept, the examinations of entries too: the project first. */
  readonly records: readonly KeptRecord[]
}

/** Everything of a project; `null` when there is none with this id. */
export async function projectRecords(store: RecordStore, projectId: string): Promise<ProjectRecords | null> {
  const [own] = await store.withIds('project', [projectId])
  const project = own === undefined ? null : parseProject(own)
  if (own === undefined || project === null) return null
  const [cards, entries] = await Promise.all([
    store.about('card', [projectId]),
    store.about('entry', [projectId]),
  ])
  const reviews = await store.about(
    'review',
    entries.map(({ id }) => id),
  )
  return {
    project,
    cards: cards.flatMap((record) => parseCard(record) ?? []),
    entries: entries.flatMap((record) => parseEntry(record) ?? []),
    records: [own, ...cards, ...entries, ...reviews],
  }
}
