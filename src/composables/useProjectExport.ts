import { ref, type Ref } from 'vue'
import { PROJECT_FILES, type ProjectFormat, type ProjectWork } from '../domain/collecting'
import type { Project } from '../domain/project'
import { PROJECT_WORDING, workTitle } from '../domain/projectDocument'
import { useProjectMessages } from '../locales/useProjectMessages'
import { useDownload } from './stateless/useDownload'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'

/** Takes projects away as files, cited in the style that the user chose. */
export function useProjectExport(): {
  readonly isExporting: Readonly<Ref<boolean>>
  readonly exportProject: (project: Project, work: ProjectWork, format: ProjectFormat) => Promise<void>
} {
  const { archive } = useArchive()
  const { t } = useProjectMessages()
  const { attempt, say } = useMending()
  const { preferences } = usePreferences()
  const { download } = useDownload()
  const isExporting = ref(false)
  return {
    isExporting,
    async exportProject(project, work, format) {
      isExporting.value = true
      const style = preferences.value.citationStyle
      const options = { work, format, style, wording: PROJECT_WORDING }
      const content = await attempt(() => archive.value.exportProject(project.id, options))
      isExporting.value = false
      if (content === null) return
      const title = format === 'jsonl' ? project.name : workTitle(project, PROJECT_WORDING[work])
      const name = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()
      const { ending, type } = PROJECT_FILES[format]
      download(`${[...name].slice(0, 80).join('')}.${ending}`, type, content)
      say(t('projects.notice.exported'))
    },
  }
}
