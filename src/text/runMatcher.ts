import { mergeRanges, type TextRange } from '../domain/textRange'
import { fold } from './fold'
import { characterLength, characterRuns, HAN, isWordEnd, isWordStart, queryTokens, WORD } from './tokens'

/**
 * A run of characters, a phrase or a name, ready to be found in texts. It works on folded texts, whose offsets are the
 * original's. A hit never crosses a line break: texts are joined by `\n` where a hit must not go on.
 */
export interface RunMatcher {
  /** What is looked for, folded; two matchers of one kind that agree in it find the same. */
  readonly folded: string
  /** Tokens that every text with a hit has in its index; empty where the index cannot tell. */
  readonly tokens: readonly string[]
  /** Whether a folded text holds a hit. */
  isIn(foldedText: string): boolean
  /** The first hit at or after `from` in a folded text, or `null`. */
  find(foldedText: string, from: number): TextRange | null
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x20 || unit === 0x09
}

function isOnlySpaces(text: string): boolean {
  return /^[ \t]*$/.test(text)
}

/** A matcher for literal pieces that follow one another, with nothing or with spaces between. */
function matcherOf(folded: string, pieces: readonly string[], tokens: readonly string[]): RunMatcher {
  const first = pieces[0] ?? ''
  const rest = pieces.slice(1)
  const runs = characterRuns(folded)
  const startsWithWord = runs[0]?.kind === WORD && runs[0].start === 0
  const endsWithWord = runs.at(-1)?.kind === WORD && runs.at(-1)?.end === folded.length
  const isPlain = rest.length === 0 && !startsWithWord && !endsWithWord

  const endOfHit = (text: string, start: number): number => {
    let at = start + first.length
    for (const piece of rest) {
      while (isSpace(text, at)) at++
      if (!text.startsWith(piece, at)) return -1
      at += piece.length
    }
    return endsWithWord && !isWordEnd(text, at) ? -1 : at
  }

  const find = (text: string, from: number): TextRange | null => {
    if (first === '') return null
    for (let start = text.indexOf(first, from); start !== -1; start = text.indexOf(first, start + 1)) {
      if (startsWithWord && !isWordStart(text, start)) continue
      const end = endOfHit(text, start)
      if (end !== -1) return [start, end]
    }
    return null
  }

  return {
    folded,
    tokens,
    find,
    isIn: isPlain && first !== '' ? (text) => text.includes(first) : (text) => find(text, 0) !== null,
  }
}

/**
 * The matcher of a run or of a phrase. Han characters are found anywhere, words and numbers only whole, punctuation
 * and spaces as they stand; but space between Han and a word or number is ignored, in the run and in the text
 * (5G基站, 5G 基站). Space at either end is dropped. An empty run is found nowhere.
 */
export function compileRun(run: string): RunMatcher {
  const folded = fold(run).replaceAll(/\s/gu, ' ').trim()
  const pieces: string[] = []
  let from = 0
  const runs = characterRuns(folded)
  runs.forEach((one, number) => {
    const next = runs[number + 1]
    if (next === undefined || next.kind === one.kind || !isOnlySpaces(folded.slice(one.end, next.start)))
      return
    pieces.push(folded.slice(from, one.end))
    from = next.start
  })
  pieces.push(folded.slice(from))
  return matcherOf(folded, pieces, queryTokens(folded))
}

function charactersOf(text: string): readonly string[] {
  const characters: string[] = []
  for (let at = 0; at < text.length; at += characterLength(text, at)) {
    characters.push(text.slice(at, at + characterLength(text, at)))
  }
  return characters
}

/**
 * The matcher of a person's name: like a run, but the name may be padded with spaces anywhere between its characters
 * (李 铭), as lists of names are. It is for marking texts; the index cannot tell such hits by tokens.
 */
export function compileName(name: string): RunMatcher {
  const folded = fold(name).replaceAll(/\s/gu, ' ').trim()
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of characterRuns(folded)) {
    pieces.push(folded.slice(from, start).trim())
    const text = folded.slice(start, end)
    pieces.push(...(kind === HAN ? charactersOf(text) : [text]))
    from = end
  }
  pieces.push(folded.slice(from).trim())
  return matcherOf(
    folded,
    pieces.filter((piece) => piece !== ''),
    [],
  )
}

/** Every hit of the matchers in a text, rising, those that touch or overlap made one. The text is given as it is; it is folded here. */
export function markText(text: string, matchers: readonly RunMatcher[]): readonly TextRange[] {
  if (matchers.length === 0 || text === '') return []
  const folded = fold(text)
  const ranges: TextRange[] = []
  for (const matcher of matchers) {
    for (let hit = matcher.find(folded, 0); hit !== null; hit = matcher.find(folded, hit[0] + 1))
      ranges.push(hit)
  }
  return mergeRanges(ranges)
}
