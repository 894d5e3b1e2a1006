import type { Article } from '../domain/article'
import { citePassage } from '../domain/citation/citePassage'
import type { Passage } from '../domain/passage'
import { useKeptMessages } from '../locales/useKeptMessages'
import { useRichClipboard } from './stateless/useRichClipboard'
import { useToday } from './stateless/useToday'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'

/** Copies passages with their source, in the style that the reader cites in, and says so. */
export function useCitedCopy(): {
  readonly copyCited: (article: Article, passage: Passage) => Promise<void>
} {
  const { t } = useKeptMessages()
  const { preferences } = usePreferences()
  const { today } = useToday()
  const { copyRich } = useRichClipboard()
  const { say } = useMending()
  return {
    async copyCited(article, passage) {
      const { citationStyle } = preferences.value
      const isCopied = await copyRich(citePassage(article, passage, citationStyle, today()))
      say(t(isCopied ? 'passage.copied' : 'passage.refused'))
    },
  }
}
