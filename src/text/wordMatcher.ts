import type { TextRange } from '../domain/textRange'
import { fold } from './fold'
import { characterRuns, isWordEnd, isWordStart, WORD } from './tokens'
import type { RunMatcher } from './runMatcher'

/** Where the word goes on to that begins at a place of a folded text. */
function wordEndAfter(text: string, from: number): number {
  let end = from
  while (end < text.length && !isWordEnd(text, end)) end++
  return end
}

/** The matcher of all words that begin with a word (`keji*`). The index is asked for them by {@link RunMatcher.folded}. */
export function compilePrefix(word: string): RunMatcher {
  const folded = fold(word)
  const find = (text: string, from: number): TextRange | null => {
    if (folded === '') return null
    for (let start = text.indexOf(folded, from); start !== -1; start = text.indexOf(folded, start + 1)) {
      if (isWordStart(text, start)) return [start, wordEndAfter(text, start + folded.length)]
    }
    return null
  }
  return { folded, tokens: [], find, isIn: (text) => find(text, 0) !== null }
}

/** How many letters a word may differ in from one that is meant roughly: none in two letters, one in five, else two. */
export function fuzzyDistance(folded: string): number {
  return folded.length <= 2 ? 0 : folded.length <= 5 ? 1 : 2
}

/** Whether one word becomes the other by at most `most` letters put in, left out or replaced (Levenshtein, UTF-16 units). */
function isWithinDistance(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let former = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = former[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      row.push(Math.min(replaced, former[j]! + 1, row[j - 1]! + 1))
    }
    if (Math.min(...row) > most) return false
    former = row
  }
  return former[b.length]! <= most
}

/** The matcher of all words like a word (`app~`), by {@link fuzzyDistance}. */
export function compileFuzzy(word: string): RunMatcher {
  const folded = fold(word)
  const most = fuzzyDistance(folded)
  const find = (text: string, from: number): TextRange | null => {
    for (const { kind, start, end } of characterRuns(text)) {
      if (kind !== WORD || start < from) continue
      if (isWithinDistance(folded, text.slice(start, end), most)) return [start, end]
    }
    return null
  }
  return { folded, tokens: [], find, isIn: (text) => find(text, 0) !== null }
}
