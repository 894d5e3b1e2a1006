import { fold } from './fold'
import { characterLength, characterRuns, HAN, isMarkAt, queryTokens } from './tokens'

/** Marks and spaces that may stand between two characters of other writings. */
const MOST_MARKS = 3
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

/** Where a writing ends that begins with the first piece at `start`, or −1. */
function endOfWriting(text: string, start: number, pieces: readonly string[]): number {
  let at = start
  for (const [place, piece] of pieces.entries()) {
    const most = place === 0 ? 0 : MOST_MARKS
    for (let marks = 0; marks < most && isMarkAt(text, at); marks++) at += characterLength(text, at)
    if (!text.startsWith(piece, at)) return -1
    at += piece.length
  }
  return at
}

function findWritings(text: string, pieces: readonly string[]): readonly string[] {
  const [first = ''] = pieces
  const writings = new Set<string>()
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    const end = endOfWriting(text, start, pieces)
    if (end !== -1) writings.add(text.slice(start, end))
  }
  return [...writings]
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

  const pieces: string[] = []
  let piece = ''
  characters.forEach((character, place) => {
    piece += character
    if (isOpen[place] !== true && place < characters.length - 1) return
    pieces.push(piece)
    piece = ''
  })
  return { tokens: [...new Set(pieces.flatMap(queryTokens))], findIn: (text) => findWritings(text, pieces) }
}
