import { ref, type Ref } from 'vue'
import type { ArticleChange, Deed } from '../domain/mending'
import { toArchiveError } from '../domain/problem'
import { useMendingMessages } from '../locales/useMendingMessages'
import { wordCount } from '../locales/wordCount'
import { useMendingStore } from '../stores/mendingStore'
import { useArchive } from './useArchive'
import { useFailureWording } from './useFailureWording'
import { usePreferences } from './usePreferences'

/** Changing articles: each change says what it did and can be taken back, each failure says why. */
export interface Mending {
  /** Whether something is being changed. */
  readonly isBusy: Readonly<Ref<boolean>>
  /** Changes articles, and says so, in these words or the usual ones; gives the deed, or `null` when it failed. */
  readonly change: (ids: readonly string[], change: ArticleChange, words?: string) => Promise<Deed | null>
  /** Takes a deed back, or does it again; whether anything changed. */
  readonly undo: (number: number) => Promise<boolean>
  /** Says what was done, and how it is taken back. */
  readonly say: (words: string, takeBack?: (() => Promise<void>) | null) => void
  /** Does something with the archive; a failure is said, and gives `null`. */
  readonly attempt: <Result>(work: () => Promise<Result>) => Promise<Result | null>
}

/** Changes articles of the archive. */
export function useMending(): Mending {
  const { archive } = useArchive()
  const store = useMendingStore()
  const { t } = useMendingMessages()
  const { wordFailure } = useFailureWording()
  const { preferences } = usePreferences()
  const running = ref(0)
  const isBusy = ref(false)

  function say(words: string, takeBack: (() => Promise<void>) | null = null): void {
    store.notice = { tone: 'quiet', words, undo: takeBack }
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
    running.value += 1
    isBusy.value = true
    try {
      return await work()
    } catch (cause) {
      store.notice = { tone: 'failure', words: wordFailure(toArchiveError(cause)), undo: null }
      return null
    } finally {
      running.value -= 1
      isBusy.value = running.value > 0
    }
  }

  function wordDeed({ kind, articles, title }: Deed): string {
    if (articles === 0) return t('mending.notice.nothing')
    return articles === 1
      ? t(`mending.notice.${kind}`, { title })
      : t(`mending.notice.${kind}Many`, { n: wordCount(articles) }, articles)
  }

  async function undo(number: number): Promise<boolean> {
    const articles = await attempt(() => archive.value.undoDeed(number))
    if (articles === null) return false
    say(
      articles === 0
        ? t('mending.notice.undoneNone')
        : t('mending.notice.undone', { n: wordCount(articles) }, articles),
    )
    return articles > 0
  }

  return {
    isBusy,
    undo,
    say,
    attempt,
    async change(ids, change, words) {
      const deed = await attempt(() =>
        archive.value.changeArticles(ids, change, preferences.value.verifierName),
      )
      if (deed === null) return null
      say(
        deed.articles > 0 && words !== undefined ? words : wordDeed(deed),
        deed.articles === 0
          ? null
          : async () => {
              await undo(deed.number)
            },
      )
      return deed
    },
  }
}
