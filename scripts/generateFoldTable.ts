import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Converter, type ConverterOptions } from 'opencc-js'
import { writeSteps } from '../src/text/numberSteps'

/** Writings of traditional Chinese, the plain one first: where it knows a character, the regional ones are not asked. */
const TRADITIONAL: readonly NonNullable<ConverterOptions['from']>[] = ['t', 'hk', 'tw']

const FIRST_HAN = 0x2e80
const LAST_HAN = 0x3347f

function charactersOfHan(): readonly string[] {
  const han = /^\p{Script=Han}$/u
  const characters: string[] = []
  for (let codePoint = FIRST_HAN; codePoint <= LAST_HAN; codePoint++) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue
    const character = String.fromCodePoint(codePoint)
    if (han.test(character) && character.normalize('NFKC') === character) characters.push(character)
  }
  return characters
}

/** A short fingerprint (FNV-1a, 32 bits, hexadecimal) of a text. */
function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * The traditional characters and their simplified forms as one string of pairs, in the order of code points.
 * A pair is in it only where both have the same UTF-16 length; a chain (薴→苧→苎) leads to its end at once, so that
 * folding twice changes nothing. A character that simplified text itself uses as the simple form of another (么)
 * is not changed for the sake of a regional writing. Source: OpenCC's character dictionaries, by opencc-js.
 */
export function foldPairs(): string {
  const characters = charactersOfHan()
  const simplified = new Map<string, string>()
  for (const from of TRADITIONAL) {
    const convert = Converter({ from, to: 'cn' })
    const inUse = new Set(simplified.values())
    for (const character of characters) {
      const simple = convert(character)
      if (simple === character || simple.length !== character.length) continue
      if (simplified.has(character) || inUse.has(character)) continue
      simplified.set(character, simple)
    }
  }
  const endOf = (character: string): string => {
    let end = character
    for (let step = 0; step < 5; step++) end = simplified.get(end) ?? end
    return end
  }
  return characters
    .filter((character) => endOf(character) !== character)
    .map((character) => character + endOf(character))
    .join('')
}

/** The whole text of `src/text/foldTable.ts`. */
export function foldTableSource(): string {
  const pairs = foldPairs()
  const codePoints = Array.from(pairs, (character) => character.codePointAt(0)!)
  const rows = codePoints.flatMap((traditional, place) =>
    place % 2 === 0 ? [{ traditional, simple: codePoints[place + 1]! }] : [],
  )
  // Traditional forms of neighbouring characters are neighbours more often than the other way round.
  rows.sort((one, other) => one.simple - other.simple || one.traditional - other.traditional)
  return `// Written by scripts/generateFoldTable.ts from opencc-js (Apache-2.0); not to be edited by hand.

/** Code points of simplified characters, rising, as \`writeSteps\` writes them; once for each traditional form. */
export const SIMPLE_STEPS =
  '${writeSteps(rows.map(({ simple }) => simple))}'

/** The traditional forms in the same order, of the same UTF-16 length each. */
export const TRADITIONAL_STEPS =
  '${writeSteps(rows.map(({ traditional }) => traditional))}'

/** Changes whenever the table does. */
export const FOLD_TABLE_FINGERPRINT = '${fingerprintOf(pairs)}'
`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  writeFileSync(new URL('../src/text/foldTable.ts', import.meta.url), foldTableSource())
}
