import type { PersonInArticle } from './article'

/** How an article names a person, as bits of one byte. */
export const PERSON_SIGNS = {
  /** It is not sure that this is a name (待核). */
  possible: 1,
  /** A surname with a title and no more (徐书记). */
  surname: 2,
  /** 王某, 李××. */
  masked: 4,
  /** A name from a foreign language. */
  foreign: 8,
} as const

/** Bits of {@link PERSON_SIGNS} of a person in an article; 0 for a certain full name, and where nothing is known. */
export function personSigns({ confidence, kind }: Pick<PersonInArticle, 'confidence' | 'kind'>): number {
  const possible = confidence === 'possible' ? PERSON_SIGNS.possible : 0
  return possible | (kind === undefined || kind === 'full' ? 0 : PERSON_SIGNS[kind])
}
