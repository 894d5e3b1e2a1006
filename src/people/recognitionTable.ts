/** What `scripts/people/buildRecognitionTable.ts` counts and writes as `recognitionTable.json`. */
export interface RecognitionTable {
  /** Words of the text that was counted. */
  readonly total: number
  /** Steps of the levels for a factor of two. */
  readonly stepsPerBit: number
  /** Surnames, each followed by how many of 10,000 people have it, separated by spaces. */
  readonly surnames: string
  /** Characters of given names of one character, the first of two and the second of two; see {@link CharacterLevels}. */
  readonly single: CharacterLevels
  readonly first: CharacterLevels
  readonly second: CharacterLevels
  /** Characters that foreign names are written with. */
  readonly foreign: CharacterLevels
  /** By the logarithm of the frequency, then by length less one: words of that length, one after the other. */
  readonly words: readonly (readonly string[])[]
  readonly places: string
  /** Names of people known from books. */
  readonly known: string
  /** Words of two characters that people are named with, too, one after the other. */
  readonly nameLike: string
  readonly foreignNames: string
}

/** Characters, and for each the character `0` raised by minus the logarithm of its probability, in steps. */
export type CharacterLevels = readonly string[]
