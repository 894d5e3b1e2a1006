import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The character maps of Chinese that documents name instead of holding them (ISO 32000-1, table 118), each for both directions of writing. */
const BOTH_DIRECTIONS =
  'GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 ' +
  'B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16'

/** From the characters of the two collections to Unicode. */
const TO_UNICODE = ['Adobe-GB1-UCS2', 'Adobe-CNS1-UCS2'] as const

/** The whole text of `src/formats/files/characterMaps.ts`. */
export function characterMapsSource(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')
  const names = [...BOTH_DIRECTIONS.split(' ').flatMap((name) => [`${name}-H`, `${name}-V`]), ...TO_UNICODE]
  const rows = names.map(
    (name) => `  '${name}':\n    '${readFileSync(join(folder, `${name}.bcmap`), 'base64')}',`,
  )
  return `// Written by scripts/generateCharacterMaps.ts from the binary character maps of pdfjs-dist, which are made of Adobe's
// (Copyright 1990-2009 Adobe Systems Incorporated, BSD-3-Clause); not to be edited by hand.

/** Character maps of Chinese by name, in the binary form of pdf.js, as base64. */
export const CHARACTER_MAPS: Readonly<Record<string, string>> = {
${rows.join('\n')}
}
`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  writeFileSync(new URL('../src/formats/files/characterMaps.ts', import.meta.url), characterMapsSource())
}
