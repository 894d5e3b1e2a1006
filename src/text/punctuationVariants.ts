import { fold } from './fold'
import { characterLength, characterRuns, HAN, queryTokens } from './tokens'

/** Marks and spaces that may stand between two characters of other writings. */
const MOST_MARKS = 3
const MARKS = `[^\\p{L}\\p{N}\\p{M}\\n\\r\\u2028\\u2029]{0,${MOST_MARKS}}`
/** The first and the last characters of a run belong together, so that the index can tell where to look. */
const WHOLE_END = 2
const LEAST_CHARACTERS = 4

/** The writings of a run of Han characters with other marks between them, or without. */
export interface PunctuationVariants {
  /** Tokens that every text has in which one of the writings stands. */
  readonly tokens: readonly string[]
  /** The writings in a folded text, as they stand there, the one that is asked for among them; each once. */
  findIn(foldedText: string): readonly string[]
}

/**
 * The writings with other punctuation of a run or phrase that has at least four characters, all of them Han, with or
 * without marks between; `null` for any other. A mark may be added anywhere but after the first character and before
 * the last, and left out wherever the run has one.
 */
export function punctuationVariants(run: string): PunctuationVariants | null {
  const folded = fold(run).trim()
  const stretches = characterRuns(folded)
  if (stretches.some(({ kind }) => kind !== HAN)) return null
  const characters: string[] = []
  /** Whether marks may follow the character of this place. */
  const isOpen: boolean[] = []
  for (const { start, end } of stretches) {
    if (isOpen.length > 0) isOpen[isOpen.length - 1] = true
    for (let at = start; at < end; at += characterLength(folded, at)) {
      characters.push(folded.slice(at, at + characterLength(folded, at)))
      isOpen.push(false)
    }
  }
  if (characters.length < LEAST_CHARACTERS) return null
  for (let place = WHOLE_END - 1; place < characters.length - WHOLE_END; place++) isOpen[place] = true

  const pieces = characters.reduce<string[]>(
    (made, character, place) => {
      made[made.length - 1] += character
      if (isOpen[place] === true) made.push('')
      return made
    },
    [''],
  )
  const pattern = new RegExp(pieces.join(MARKS), 'gu')
  return {
    tokens: [...new Set(pieces.flatMap(queryTokens))],
    findIn: (text) => [...new Set(text.match(pattern) ?? [])],
  }
}
