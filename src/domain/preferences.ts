import { CITATION_STYLES, type CitationStyle } from './citation/citationStyle'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const LANGUAGES = ['zh-Hans', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Sizes of the reading text, as factors of the standard one. */
export const READING_SIZES = ['small', 'standard', 'large', 'largest'] as const
export type ReadingSize = (typeof READING_SIZES)[number]

/** What a reader chose for this device. */
export interface Preferences {
  readonly theme: Theme
  readonly language: Language
  readonly readingSize: ReadingSize
  /** The style in which articles are cited. */
  readonly citationStyle: CitationStyle
  /** Who compares articles with the printed page, as it was last given; or an empty string. */
  readonly verifierName: string
  /** Whether the welcome beside the first list is still wanted. */
  readonly isWelcomeShown: boolean
  /** Whether single keys are shortcuts; some people's assistive tools type them by accident. */
  readonly areShortcutsOn: boolean
  /** Whether the reader says beside day words which date they mean. */
  readonly areDatesNoted: boolean
  /** Whether this device remembers searches. */
  readonly isHistoryOn: boolean
  /** Whether the addresses of collections that were added are asked for newer revisions by themselves, once a day. */
  readonly areRevisionsAsked: boolean
}

/** The interface language for a browser's list of languages: Chinese of any kind is read in simplified characters. */
export function languageFor(browserLanguages: readonly string[]): Language {
  for (const language of browserLanguages) {
    if (/^zh\b/i.test(language)) return 'zh-Hans'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'zh-Hans'
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: unknown, otherwise: Choice): Choice {
  return choices.find((choice) => choice === value) ?? otherwise
}

/** Stored preferences; whatever is missing or not understood takes its default. */
export function parsePreferences(stored: unknown, browserLanguages: readonly string[]): Preferences {
  const fields = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<
    Record<string, unknown>
  >
  return {
    theme: oneOf(THEMES, fields['theme'], 'system'),
    language: oneOf(LANGUAGES, fields['language'], languageFor(browserLanguages)),
    readingSize: oneOf(READING_SIZES, fields['readingSize'], 'standard'),
    citationStyle: oneOf(CITATION_STYLES, fields['citationStyle'], CITATION_STYLES[0]),
    verifierName: typeof fields['verifierName'] === 'string' ? fields['verifierName'] : '',
    isWelcomeShown: fields['isWelcomeShown'] !== false,
    areShortcutsOn: fields['areShortcutsOn'] !== false,
    areDatesNoted: fields['areDatesNoted'] !== false,
    isHistoryOn: fields['isHistoryOn'] !== false,
    areRevisionsAsked: fields['areRevisionsAsked'] !== false,
  }
}
