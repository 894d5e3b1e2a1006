import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const FOLDER = resolve(import.meta.dirname, '../../../../shared/gold')
const resources = await loadPeopleResources()

interface Labelled {
  readonly text: string
  readonly persons: readonly (readonly [number, number])[]
}

/** F of the names of two and more characters in every fourth sentence of a labelled file. */
function scoreOf(file: string): number {
  const rows = gunzipSync(readFileSync(resolve(FOLDER, file)))
    .toString('utf8')
    .split('\n')
  let right = 0
  let found = 0
  let labelled = 0
  for (const row of rows.filter((each, at) => each !== '' && at % 4 === 0)) {
    const { text, persons } = JSON.parse(row) as Labelled
    const gold = new Set(persons.filter(([start, end]) => end - start > 1).map((span) => span.join('-')))
    const people = recognizePeople({ title: '', paragraphs: [text] }, resources)
    const spans = people
      .filter(({ kind }) => kind !== 'surname')
      .flatMap(({ mentions = [] }) => mentions.map(([, start, end]) => `${String(start)}-${String(end)}`))
    labelled += gold.size
    found += spans.length
    right += spans.filter((span) => gold.has(span)).length
  }
  return (200 * right) / (found + labelled)
}

describe.skipIf(!existsSync(FOLDER))('recognition on labelled text', () => {
  it.each(['persons-msra.jsonl.gz', 'persons-people-daily.jsonl.gz'])(
    'keeps F at 83 or more on %s',
    (file) => {
      expect(scoreOf(file)).toBeGreaterThanOrEqual(83)
    },
  )
})
