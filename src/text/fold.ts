import { SIMPLE_STEPS, TRADITIONAL_STEPS } from './foldTable'
import { readSteps } from './numberSteps'

/** Quotation marks that are one and the same in a search, and the dots written between the parts of a name. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['‛', "'"],
  ['・', '·'],
  ['•', '·'],
  ['‧', '·'],
  ['○', '〇'],
])

/** The full-width full stop is a dot between names here, though NFKC makes a plain full stop of it. */
const FULL_WIDTH_STOP = '．'

/** Character codes handed to `String.fromCharCode` at once; more could exhaust the stack. */
const CHUNK = 8192

function readPairs(): ReadonlyMap<string, string> {
  const simple = readSteps(SIMPLE_STEPS)
  const pairs = readSteps(TRADITIONAL_STEPS).map(
    (traditional, place) =>
      [String.fromCodePoint(traditional), String.fromCodePoint(simple[place]!)] as const,
  )
  return new Map(pairs)
}

const simplified = readPairs()

/** The replacement where it has the original's length, else the original. */
function ifAsLong(replacement: string, original: string): string {
  return replacement.length === original.length ? replacement : original
}

function replaceCharacter(character: string): string {
  if (character === FULL_WIDTH_STOP) return '·'
  const compatible = ifAsLong(character.normalize('NFKC'), character)
  const lower = ifAsLong(compatible.toLowerCase(), compatible)
  const simple = simplified.get(lower) ?? lower
  return MARKS.get(simple) ?? simple
}

/** Folded UTF-16 units of the basic plane; 0 where none has been asked for yet (U+0000 folds to itself). */
const foldedUnits = new Uint16Array(0x10000)

function foldUnit(unit: number): number {
  const folded = replaceCharacter(String.fromCharCode(unit)).charCodeAt(0)
  foldedUnits[unit] = folded
  return folded
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

/** Whether folding changes nothing, as far as can be told without looking at pairs of surrogates. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((foldedUnits[unit]! || foldUnit(unit)) !== unit || isHighSurrogate(unit)) return false
  }
  return true
}

/** Folded units on their way into a string; one more than a chunk for a pair that begins at its end. */
const units = new Uint16Array(CHUNK + 1)

function foldAll(text: string): string {
  let folded = ''
  let used = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isHighSurrogate(unit) && at + 1 < text.length) {
      const character = replaceCharacter(String.fromCodePoint(text.codePointAt(at)!))
      units[used++] = character.charCodeAt(0)
      if (character.length === 2) {
        units[used++] = character.charCodeAt(1)
        at++
      }
    } else {
      units[used++] = foldedUnits[unit]! || foldUnit(unit)
    }
    if (used >= CHUNK) {
      folded += stringOfUnits(used)
      used = 0
    }
  }
  return folded + stringOfUnits(used)
}

function stringOfUnits(count: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[])
}

/**
 * A text as it is compared in every search: full-width and half-width, upper and lower case, traditional and
 * simplified characters, ○ and 〇, the dots of names (・•‧．·) and curly and straight quotation marks alike.
 *
 * It goes code point by code point (NFKC, lower case, simplified form, marks) and takes a replacement only where that
 * has the same UTF-16 length: `fold(text).length === text.length` always, and every offset in the folded text is one
 * in the original. Folding twice changes nothing. Any string is taken, lone surrogates too.
 */
export function fold(text: string): string {
  return isFolded(text) ? text : foldAll(text)
}
