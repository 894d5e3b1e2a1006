import { parseDecisionFile, writeDecisionFile } from '../domain/decisionFile'
import { useIdentityMessages } from '../locales/useIdentityMessages'
import { wordCount } from '../locales/wordCount'
import { useDownload } from './stateless/useDownload'
import { useToday } from './stateless/useToday'
import { useArchive } from './useArchive'
import { useMending } from './useMending'

/** Decisions about names as a file that is saved or taken in. What was done is said; a failure too. */
export function useDecisionFile(): {
  readonly exportFile: () => Promise<void>
  readonly importFile: (file: File) => Promise<void>
} {
  const { t } = useIdentityMessages()
  const { archive } = useArchive()
  const { attempt, say } = useMending()
  const { download } = useDownload()
  const { today } = useToday()

  return {
    async exportFile() {
      const records = await attempt(() => archive.value.records('decision', null))
      if (records === null) return
      download(`${t('identity.fileName')}-${today()}.jsonl`, 'application/jsonl', writeDecisionFile(records))
    },
    async importFile(file) {
      const read = parseDecisionFile(await file.text())
      if (read === null) {
        say(t('identity.importRefused', { name: file.name }))
        return
      }
      const merge = await attempt(() => archive.value.mergeDecisions(read.records))
      if (merge === null) return
      const { added, changed, deleted, kept } = merge
      const counts = { added: wordCount(added), changed: wordCount(changed + deleted), kept: wordCount(kept) }
      const bad = read.badLines.length
      const words = [
        t('identity.imported', counts),
        ...(bad === 0 ? [] : [t('identity.importedBad', { n: wordCount(bad) }, bad)]),
      ]
      say(words.join(t('separators.list')))
    },
  }
}
