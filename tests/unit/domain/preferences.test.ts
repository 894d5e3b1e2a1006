import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITATION_STYLES } from '../../../src/domain/citation/citationStyle'
import {
  LANGUAGES,
  languageFor,
  parsePreferences,
  READING_SIZES,
  THEMES,
  type Preferences,
} from '../../../src/domain/preferences'

describe('languageFor', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh-Hant-TW'], 'zh-Hans'],
    [['en-GB', 'zh'], 'en'],
    [['fr', 'en'], 'en'],
    [['fr'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ] as const)('for %j is %s', (languages, language) => {
    expect(languageFor(languages)).toBe(language)
  })
})

describe('parsePreferences', () => {
  it('gives back what was stored', () => {
    const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
      theme: fc.constantFrom(...THEMES),
      language: fc.constantFrom(...LANGUAGES),
      readingSize: fc.constantFrom(...READING_SIZES),
      citationStyle: fc.constantFrom(...CITATION_STYLES),
      verifierName: fc.string(),
      isWelcomeShown: fc.boolean(),
      areShortcutsOn: fc.boolean(),
      areDatesNoted: fc.boolean(),
      isHistoryOn: fc.boolean(),
      areRevisionsAsked: fc.boolean(),
    })
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        expect(parsePreferences(JSON.parse(JSON.stringify(preferences)), ['en'])).toEqual(preferences)
      }),
    )
  })

  it('takes the default for what is not understood, and keeps the rest', () => {
    expect(parsePreferences({ theme: 'purple', readingSize: 'large', language: 7 }, ['en'])).toEqual({
      theme: 'system',
      language: 'en',
      readingSize: 'large',
      citationStyle: 'gbt7714-2025',
      verifierName: '',
      isWelcomeShown: true,
      areShortcutsOn: true,
      areDatesNoted: true,
      isHistoryOn: true,
      areRevisionsAsked: true,
    })
  })

  it('gives preferences for anything at all, and reads them again as they are', () => {
    const names = fc.constantFrom(...Object.keys(parsePreferences(null, [])))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(names, fc.anything())), (stored) => {
        const preferences = parsePreferences(stored, [])
        expect(THEMES).toContain(preferences.theme)
        expect(READING_SIZES).toContain(preferences.readingSize)
        expect(parsePreferences(preferences, [])).toEqual(preferences)
      }),
    )
  })
})
