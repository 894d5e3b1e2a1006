import { computed, type ComputedRef } from 'vue'
import type { KeptRecord, RecordChange } from '../domain/keptRecord'
import { newProject, parseProject, type Project } from '../domain/project'
import { useProjectMessages } from '../locales/useProjectMessages'
import { wordCount } from '../locales/wordCount'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'
import { useRecords } from './useRecords'

/** All projects, and what is done with them as wholes; each deed can be taken back. */
export interface Projects {
  /** The one begun last first; `null` until they are known. */
  readonly projects: ComputedRef<readonly Project[] | null>
  /** Begins a project; gives its id, or `null` when that failed. */
  readonly create: (name: string, description: string, told?: boolean) => Promise<string | null>
  /** Deletes a project with everything in it. */
  readonly remove: (project: Project) => Promise<boolean>
  /** Takes in the file of a project; gives the ids of the projects in it. */
  readonly takeIn: (file: File) => Promise<readonly string[]>
}

function deleted({ kind, id, about }: KeptRecord): RecordChange {
  return { kind, id, about, content: null }
}

/** The projects of the user. */
export function useProjects(): Projects {
  const { archive } = useArchive()
  const { t } = useProjectMessages()
  const { attempt, say } = useMending()
  const { preferences } = usePreferences()
  const { answer, save } = useRecords('project', () => null)

  const projects = computed(
    () =>
      answer.value
        ?.flatMap((record) => parseProject(record) ?? [])
        .sort((one, other) => (one.begunAt < other.begunAt ? 1 : -1)) ?? null,
  )
  return {
    projects,
    async create(name, description, told = true) {
      const id = crypto.randomUUID()
      const content = newProject(name, description, new Date().toISOString())
      const words = told ? t('projects.notice.created', { name: content.name }) : null
      return (await save([{ kind: 'project', id, about: '', content }], words)) ? id : null
    },
    async remove({ id, name }) {
      const inside = await attempt(async () => {
        const [held, told] = await Promise.all([
          archive.value.records('card', [id]),
          archive.value.records('entry', [id]),
        ])
        const reviews = await archive.value.records(
          'review',
          told.map((entry) => entry.id),
        )
        return { held, told, reviews }
      })
      if (inside === null) return false
      const { held, told, reviews } = inside
      const numbers = { name, cards: wordCount(held.length), entries: wordCount(told.length) }
      return save(
        [{ kind: 'project', id, about: '', content: null }, ...[...held, ...told, ...reviews].map(deleted)],
        t('projects.notice.deleted', numbers),
      )
    },
    async takeIn(file) {
      const done = await attempt(() => archive.value.importProject(file.name, file))
      if (done === null) return []
      const { added, changed, kept, problems, before, projectIds } = done
      const numbers = {
        added: wordCount(added),
        changed: wordCount(changed),
        kept: wordCount(kept),
        problems: wordCount(problems.length),
        row: problems[0]?.row ?? 0,
      }
      const isNothing = added + changed + kept === 0
      const words = isNothing
        ? t('projects.notice.importedNothing')
        : t(problems.length > 0 ? 'projects.notice.importedProblems' : 'projects.notice.imported', numbers)
      const takeBack = async (): Promise<void> => {
        await attempt(() => archive.value.saveRecords(before, preferences.value.verifierName))
      }
      say(words, before.length === 0 ? null : takeBack)
      return projectIds
    },
  }
}
