import type { Card } from '../domain/card'
import { compareEventDates } from '../domain/chronicle'
import { entryContent, newEntry, type ChronicleEntry, type EntryContent } from '../domain/chronicleEntry'
import { reviewedState, reviewId, type EntryReview, type ReviewStage } from '../domain/entryReview'
import type { RecordChange } from '../domain/keptRecord'
import { lastPlace, movedPlaces } from '../domain/placeOrder'
import { useProjectMessages } from '../locales/useProjectMessages'
import { wordCount } from '../locales/wordCount'
import { useToday } from './stateless/useToday'
import { usePreferences } from './usePreferences'
import { useRecords } from './useRecords'

/** What is done with the entries of a chronicle; each deed can be taken back. */
export interface Chronicle {
  /** Makes an entry for each list of cards; gives their ids, none when that failed. */
  readonly create: (evidence: readonly (readonly Card[])[]) => Promise<readonly string[]>
  readonly edit: (entry: ChronicleEntry, changes: Partial<EntryContent>) => Promise<void>
  readonly addEvidence: (entry: ChronicleEntry, cards: readonly Card[]) => Promise<void>
  /** Deletes an entry with its examinations. */
  readonly remove: (entry: ChronicleEntry, reviews: readonly EntryReview[]) => Promise<void>
  /** Puts an entry one place up or down among those of its day. */
  readonly move: (entry: ChronicleEntry, step: 1 | -1) => Promise<void>
  /** Notes that an entry was examined; an empty name takes that back. The name is remembered. */
  readonly review: (entry: ChronicleEntry, stage: ReviewStage, by: string) => Promise<void>
}

/** The earliest exact day that cards give, else what they give. */
function dayOf(cards: readonly Card[]) {
  const days = cards.flatMap(({ eventDate }) => eventDate ?? []).sort(compareEventDates)
  return days[0] ?? null
}

/**
 * Works on the chronicle of a project.
 *
 * @param entries those that it has, in the order of the events
 */
export function useChronicle(projectId: () => string, entries: () => readonly ChronicleEntry[]): Chronicle {
  const { t } = useProjectMessages()
  const { save } = useRecords('entry', () => [])
  const { preferences, choose } = usePreferences()
  const { today } = useToday()

  function changed(entry: ChronicleEntry, changes: Partial<EntryContent>): RecordChange {
    const content = { ...entryContent(entry), ...changes }
    return { kind: 'entry', id: entry.id, about: entry.projectId, content }
  }

  async function edit(entry: ChronicleEntry, changes: Partial<EntryContent>): Promise<void> {
    await save([changed(entry, changes)], t('projects.notice.entrySaved'))
  }

  return {
    edit,
    async create(evidence) {
      const place = lastPlace(entries())
      const made = evidence.map((cards, at): RecordChange => {
        const ids = cards.map(({ id }) => id)
        const content = newEntry(dayOf(cards), ids, place + at)
        return { kind: 'entry', id: crypto.randomUUID(), about: projectId(), content }
      })
      const words = t('projects.notice.entryCreated', { n: wordCount(made.length) }, made.length)
      return (await save(made, words)) ? made.map(({ id }) => id) : []
    },
    async addEvidence(entry, cards) {
      const cardIds = [...new Set([...entry.cardIds, ...cards.map(({ id }) => id)])]
      await edit(entry, { cardIds, date: entry.date ?? dayOf(cards) })
    },
    async remove(entry, reviews) {
      const examined = reviews.map(
        ({ id }) => ({ kind: 'review', id, about: entry.id, content: null }) as const,
      )
      await save(
        [{ kind: 'entry', id: entry.id, about: entry.projectId, content: null }, ...examined],
        t('projects.notice.entryDeleted'),
      )
    },
    async move(entry, step) {
      const sameDay = entries().filter(({ date }) => date === entry.date)
      const at = sameDay.findIndex(({ id }) => id === entry.id)
      if (at + step < 0 || at + step >= sameDay.length) return
      const before = sameDay[step === 1 ? at + 2 : at - 1]?.id ?? null
      const places = movedPlaces(sameDay, entry.id, before)
      const changes = sameDay.flatMap((one) => {
        const place = places.get(one.id)
        return place === undefined ? [] : [changed(one, { place })]
      })
      if (changes.length > 0) await save(changes, t('projects.notice.moved'))
    },
    async review(entry, stage, by) {
      const name = by.trim()
      if (name !== '' && name !== preferences.value.verifierName) choose({ verifierName: name })
      const content = name === '' ? null : { stage, by: name, on: today(), state: reviewedState(entry) }
      const words =
        name === ''
          ? t('projects.notice.unreviewed', { stage: t(`projects.stages.${stage}`) })
          : t('projects.notice.reviewed', { stage: t(`projects.stages.${stage}`), name })
      await save([{ kind: 'review', id: reviewId(entry.id, stage), about: entry.id, content }], words)
    },
  }
}
