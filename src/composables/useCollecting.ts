import { useStorage } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import type { PartialDate } from '../domain/article'
import { parseCard, type CardContent } from '../domain/card'
import { MOST_ASKED, type CollectedPassage, type WantedPassage } from '../domain/collecting'
import type { RecordChange } from '../domain/keptRecord'
import { lastPlace } from '../domain/placeOrder'
import { useProjectMessages } from '../locales/useProjectMessages'
import { wordCount } from '../locales/wordCount'
import { useToday } from './stateless/useToday'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { useRecords } from './useRecords'

/** What is said of passages as they are collected. */
export interface CollectionRemarks {
  /** The day of the event; `undefined` takes the first that each passage offers. */
  readonly eventDate: PartialDate | null | undefined
  readonly remark: string
  readonly tags: readonly string[]
}

/** Collecting passages for projects. */
export interface Collecting {
  /** How many of the passages were read; `null` while nothing is collected. */
  readonly done: Ref<number | null>
  /** The project to which something was added last on this device; it may be gone, or empty. */
  readonly lastProject: Ref<string>
  /** A passage as it would be kept, with the days that it offers; `null` where there is none. */
  readonly look: (wanted: WantedPassage) => Promise<CollectedPassage | null>
  /** Adds passages to a project as cards, all or none; whether any was added. */
  readonly add: (
    project: { readonly id: string; readonly name: string },
    wanted: readonly WantedPassage[],
    remarks: CollectionRemarks,
  ) => Promise<boolean>
}

/** Collects passages of articles as cards of projects. */
export function useCollecting(): Collecting {
  const { archive } = useArchive()
  const { t } = useProjectMessages()
  const { attempt, say } = useMending()
  const { today } = useToday()
  const { save } = useRecords('card', () => [])
  const done = ref<number | null>(null)
  const lastProject = useStorage('jianbao-last-project', '', undefined, { onError: () => undefined })

  /** The passages that there are, asked for in batches. */
  async function collectAll(wanted: readonly WantedPassage[]): Promise<readonly CollectedPassage[]> {
    const found: CollectedPassage[] = []
    for (let from = 0; from < wanted.length; from += MOST_ASKED) {
      done.value = from
      const batch = await archive.value.collect(wanted.slice(from, from + MOST_ASKED))
      found.push(...batch.filter((passage) => passage !== null))
    }
    return found
  }

  /** The place behind the cards that a project has. */
  async function nextPlace(projectId: string): Promise<number> {
    const records = await archive.value.records('card', [projectId])
    return lastPlace(records.flatMap((record) => parseCard(record) ?? []))
  }

  return {
    done,
    lastProject,
    async look(wanted) {
      const found = await attempt(() => archive.value.collect([wanted]))
      return found?.[0] ?? null
    },
    async add(project, wanted, { eventDate, remark, tags }) {
      done.value = 0
      const found = await attempt(async () => ({
        passages: await collectAll(wanted),
        place: await nextPlace(project.id),
      }))
      done.value = null
      if (found === null) return false
      const changes = found.passages.map(({ source, spans, text, days }, at): RecordChange => {
        const content: CardContent = {
          source,
          spans,
          text,
          eventDate: eventDate === undefined ? (days[0] ?? null) : eventDate,
          remark,
          tags,
          collectedOn: today(),
          place: found.place + at,
        }
        return { kind: 'card', id: crypto.randomUUID(), about: project.id, content }
      })
      if (changes.length === 0) {
        say(t('projects.notice.gone'))
        return false
      }
      lastProject.value = project.id
      const numbers = { n: wordCount(changes.length), name: project.name }
      return save(changes, t('projects.notice.collected', numbers, changes.length))
    },
  }
}
