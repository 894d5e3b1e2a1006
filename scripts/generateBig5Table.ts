import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'

const FIRST_LEAD = 0x87
const LAST_LEAD = 0xfe
const NO_CHARACTER = '\ufffd'

function* trailBytes(): Generator<number> {
  for (let trail = 0x40; trail <= 0x7e; trail++) yield trail
  for (let trail = 0xa1; trail <= 0xfe; trail++) yield trail
}

/**
 * The characters of Big5 in the order of their bytes, from 87 40 to FE FE, 157 for each first byte; U+FFFD where there
 * is none. It is the index of the WHATWG Encoding Standard, with the characters of Hong Kong, as iconv-lite has it. The
 * four pairs of bytes that mean two code points are no part of it: the decoder knows them.
 */
export function big5Characters(): string {
  let characters = ''
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (const trail of trailBytes()) {
      const text = iconv.decode(Buffer.from([lead, trail]), 'big5')
      characters += Array.from(text).length === 1 ? text : NO_CHARACTER
    }
  }
  return characters
}

/** The whole text of `src/formats/big5Table.ts`. */
export function big5TableSource(): string {
  return `// Written by scripts/generateBig5Table.ts from iconv-lite (MIT), whose table is the index of the WHATWG Encoding
// Standard (BSD-3-Clause); not to be edited by hand.

/** The characters of Big5 in the order of their bytes, from 87 40, 157 for each first byte; U+FFFD where there is none. */
export const BIG5_CHARACTERS =
  '${big5Characters()}'
`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  writeFileSync(new URL('../src/formats/big5Table.ts', import.meta.url), big5TableSource())
}
