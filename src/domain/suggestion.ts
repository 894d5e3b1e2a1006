import type { ArticleQuery } from './articleQuery'

/** Something that may be meant by what is being typed. */
export interface Suggestion {
  /** `recent` is an earlier search; all others become a filter. */
  readonly kind: 'person' | 'newspaper' | 'category' | 'tag' | 'recent'
  /** The name, the encoded path of a category, or the words of a search. */
  readonly value: string
  /** Articles that have it; `null` for an earlier search. */
  readonly count: number | null
}

/** Han characters, letters and digits at the end of what was typed, unless in quotes, excluded, or behind a field. */
const LAST_WORD = /(?:^|[\s()（）|｜，。、；,;])([\p{L}\p{N}·・]+)$/u
const QUOTES = /["“”＂「」『』]/gu

/** The word that is being typed at the end of a query, and what stands before it; an empty word where none is to be completed. */
export function typedWord(words: string): { readonly before: string; readonly word: string } {
  const isInQuotes = (words.match(QUOTES)?.length ?? 0) % 2 === 1
  const word = isInQuotes ? '' : (LAST_WORD.exec(words)?.[1] ?? '')
  return { before: words.slice(0, words.length - word.length), word }
}

/** What a suggestion that was chosen changes in a query whose words are `words`: a name becomes a filter, and the word typed for it goes. */
export function takeSuggestion(
  { kind, value }: Suggestion,
  words: string,
  query: ArticleQuery,
): Partial<ArticleQuery> {
  if (kind === 'recent') return { q: value }
  const q = typedWord(words).before.trim()
  return { q, [kind]: query[kind].includes(value) ? query[kind] : [...query[kind], value] }
}

/** Searches that are remembered. */
const KEPT_SEARCHES = 50

/** Earlier searches, the newest first, with one more; each once, blank ones never. */
export function rememberSearch(recent: readonly string[], words: string): readonly string[] {
  const plain = words.trim()
  if (plain === '') return recent
  return [plain, ...recent.filter((one) => one !== plain)].slice(0, KEPT_SEARCHES)
}

/** Stored searches; what is no list of texts counts as none. */
export function parseRecentSearches(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return []
  return stored.filter((one): one is string => typeof one === 'string').slice(0, KEPT_SEARCHES)
}
