import { FOLD_TABLE_FINGERPRINT } from './foldTable'

/** What a character is to a search: part of a Han run, part of a word, or (the first) what parts them. */
const SEPARATOR = 1
export const HAN = 2
export const WORD = 3
export type RunKind = typeof HAN | typeof WORD

/** A combining mark (a variation selector, a sound mark of kana) is of the class of the character before it. */
const MARK = 4

/** Han with 〇 and 々 (which Unicode counts as Han), and kana with its sound marks. */
const HAN_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]/u
const WORD_CHARACTER = /[\p{L}\p{N}]/u
const COMBINING_MARK = /\p{M}/u

function classify(character: string): number {
  if (COMBINING_MARK.test(character)) return MARK
  if (HAN_CHARACTER.test(character)) return HAN
  return WORD_CHARACTER.test(character) ? WORD : SEPARATOR
}

/** Classes of the UTF-16 units of the basic plane; 0 where none has been asked for yet. */
const classes = new Uint8Array(0x10000)

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if ((unit & 0xfc00) === 0xd800) {
    const codePoint = text.codePointAt(at)!
    return codePoint > 0xffff ? classify(String.fromCodePoint(codePoint)) : SEPARATOR
  }
  return classes[unit]! || (classes[unit] = classify(String.fromCharCode(unit)))
}

/** Whether a mark or a space stands at a place of a folded text: nothing that is of a Han run or a word, nor a line break. */
export function isMarkAt(folded: string, at: number): boolean {
  return (
    at < folded.length && classAt(folded, at) === SEPARATOR && !/[\n\r\u2028\u2029]/.test(folded.charAt(at))
  )
}

/** UTF-16 units of the character at a place: 2 for a surrogate pair, else 1. */
export function characterLength(text: string, at: number): 1 | 2 {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

/** A stretch of a text whose characters are all of one class. */
export interface CharacterRun {
  readonly kind: RunKind
  readonly start: number
  readonly end: number
}

/** Calls `visit` for each Han run and each word of a folded text, in order; what parts them is left out. */
export function forEachRun(folded: string, visit: (kind: RunKind, start: number, end: number) => void): void {
  let kind: number = SEPARATOR
  let start = 0
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    const isSurrogate = (unit & 0xf800) === 0xd800
    // Nearly every character is told by one look into the table.
    const found = (isSurrogate ? 0 : classes[unit]!) || classAt(folded, at)
    const next = found !== MARK ? found : kind === SEPARATOR ? WORD : kind
    if (next !== kind) {
      if (kind !== SEPARATOR) visit(kind as RunKind, start, at)
      kind = next
      start = at
    }
    if (isSurrogate && characterLength(folded, at) === 2) at++
  }
  if (kind !== SEPARATOR) visit(kind as RunKind, start, folded.length)
}

/** The Han runs and words of a folded text, in order. */
export function characterRuns(folded: string): readonly CharacterRun[] {
  const runs: CharacterRun[] = []
  forEachRun(folded, (kind, start, end) => runs.push({ kind, start, end }))
  return runs
}

/** Whether a word that begins at a place of a folded text is whole there: no word comes up to it. */
export function isWordStart(folded: string, at: number): boolean {
  let marks = 0
  for (let before = at; before > 0; marks++) {
    before -= before > 1 && characterLength(folded, before - 2) === 2 ? 2 : 1
    const found = classAt(folded, before)
    if (found === MARK) continue
    return found === HAN || (found === SEPARATOR && marks === 0)
  }
  return marks === 0
}

/** Whether a word that ends at a place of a folded text is whole there: it does not go on. */
export function isWordEnd(folded: string, at: number): boolean {
  if (at >= folded.length) return true
  const found = classAt(folded, at)
  return found === HAN || found === SEPARATOR
}

/** Names the way in which texts are folded and cut into tokens; an index made with another one is not read. */
export const TOKENIZER_FINGERPRINT = `bigrams-1/${FOLD_TABLE_FINGERPRINT}`

function bigramsOf(folded: string, start: number, end: number, tokens: string[]): number {
  let at = start
  for (;;) {
    const second = at + characterLength(folded, at)
    if (second >= end) return at
    tokens.push(folded.slice(at, second + characterLength(folded, second)))
    at = second
  }
}

/**
 * The tokens of a folded text for the index: of a Han run its overlapping pairs of characters and its last character,
 * so that every character begins a token; words and numbers whole. Empty where there is nothing but punctuation.
 */
export function indexTokens(folded: string): string[] {
  const tokens: string[] = []
  forEachRun(folded, (kind, start, end) => {
    if (kind === HAN) tokens.push(folded.slice(bigramsOf(folded, start, end, tokens), end))
    else tokens.push(folded.slice(start, end))
  })
  return tokens
}

/**
 * The tokens that every text must have in which a folded run occurs: the pairs of its Han runs and its words. A Han
 * run of one character gives none, since the texts hold it in pairs, nor does a run that begins with a combining
 * mark, which in the texts belongs to what stands before it. Each token once.
 */
export function queryTokens(folded: string): readonly string[] {
  const tokens: string[] = []
  forEachRun(folded, (kind, start, end) => {
    if (classAt(folded, start) === MARK) return
    if (kind === HAN) bigramsOf(folded, start, end, tokens)
    else tokens.push(folded.slice(start, end))
  })
  return [...new Set(tokens)]
}
