import { computed, type ComputedRef } from 'vue'
import { parseCard, type Card } from '../domain/card'
import { parseEntry, type ChronicleEntry } from '../domain/chronicleEntry'
import { parseReview, type EntryReview } from '../domain/entryReview'
import { parseProject, projectContent, type Project, type ProjectContent } from '../domain/project'
import { useProjectMessages } from '../locales/useProjectMessages'
import { useRecords } from './useRecords'

/** A project with everything in it. */
export interface OpenProject {
  /** `undefined` until it is known, `null` when there is none. */
  readonly project: ComputedRef<Project | null | undefined>
  readonly cards: ComputedRef<readonly Card[]>
  readonly cardsById: ComputedRef<ReadonlyMap<string, Card>>
  readonly entries: ComputedRef<readonly ChronicleEntry[]>
  /** The examinations of each entry. */
  readonly reviews: ComputedRef<ReadonlyMap<string, readonly EntryReview[]>>
  /** Changes the project itself; `isTold` says so, with a way back. */
  readonly change: (changes: Partial<ProjectContent>, isTold: boolean) => Promise<void>
}

/** The project with an id. */
export function useProject(id: () => string): OpenProject {
  const { t } = useProjectMessages()
  const own = useRecords('project', () => null)
  const held = useRecords('card', () => [id()])
  const told = useRecords('entry', () => [id()])
  const entries = computed(
    () =>
      told.answer.value
        ?.flatMap((record) => parseEntry(record) ?? [])
        .filter(({ projectId }) => projectId === id()) ?? [],
  )
  const examined = useRecords('review', () => entries.value.map((entry) => entry.id))
  const cards = computed(
    () =>
      held.answer.value
        ?.flatMap((record) => parseCard(record) ?? [])
        .filter(({ projectId }) => projectId === id()) ?? [],
  )
  const project = computed(() => {
    if (own.answer.value === null) return undefined
    const record = own.answer.value.find((one) => one.id === id())
    return record === undefined ? null : parseProject(record)
  })

  return {
    project,
    cards,
    cardsById: computed(() => new Map(cards.value.map((card) => [card.id, card]))),
    entries,
    reviews: computed(() => {
      const found = new Map<string, EntryReview[]>()
      for (const review of (examined.answer.value ?? []).flatMap((record) => parseReview(record) ?? [])) {
        const ofEntry = found.get(review.entryId)
        if (ofEntry === undefined) found.set(review.entryId, [review])
        else ofEntry.push(review)
      }
      return found
    }),
    async change(changes, isTold) {
      const now = project.value
      if (!now) return
      const content = { ...projectContent(now), ...changes }
      await own.save(
        [{ kind: 'project', id: now.id, about: '', content }],
        isTold ? t('projects.notice.saved') : null,
      )
    },
  }
}
