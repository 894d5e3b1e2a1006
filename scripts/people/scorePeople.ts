import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { loadPeopleResources } from '../../src/people/loadPeopleResources'
import { createNameMemory } from '../../src/people/nameMemory'
import type { PeopleResources } from '../../src/people/peopleResources'
import { recognizePeople } from '../../src/people/recognizePeople'
import { readPractice } from '../practice/readPractice'
import { projectRoot } from '../project.mjs'
import { labelledReport } from './labelledReport'
import { scoreLabelled, type LabelledLine } from './labelledScore'
import { practiceReport } from './practiceReport'
import { isUnseen, scorePractice } from './practiceScore'

const USAGE = `Measures how well people and their offices are recognised.

  npm run people:score -- [FILE.jsonl[.gz]] [--errors N]

Without a file: the practice paper (tests/practice), its year 2007 apart.
With a file: lines of { "text", "persons": [[start, end], …] }, each read as an article of its own.

  --errors N   shows N errors of each kind; of the practice paper only those of its first part
  --help       this text
`

function readLabelled(path: string): readonly LabelledLine[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as LabelledLine)
}

function printLabelled(path: string, resources: PeopleResources, shown: number): void {
  const lines = readLabelled(path)
  const started = performance.now()
  const figures = scoreLabelled(lines, (text) =>
    recognizePeople({ title: '', paragraphs: [text] }, resources),
  )
  const seconds = (performance.now() - started) / 1000
  const bytes = lines.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  console.log(labelledReport(figures, shown))
  console.log(`${(bytes / 1e6 / seconds).toFixed(2)} MB of text a second`)
}

async function printPractice(resources: PeopleResources, shown: number): Promise<void> {
  const practice = await readPractice(join(projectRoot, 'tests/practice'))
  const memory = createNameMemory()
  for (const [title, isCounted, errors] of [
    ['Practice paper, worked on', (article: Parameters<typeof isUnseen>[0]) => !isUnseen(article), shown],
    ['Practice paper, unseen', isUnseen, 0],
  ] as const) {
    const figures = scorePractice(
      practice,
      (article, newspapers) => {
        const people = recognizePeople(article, resources, newspapers, memory)
        memory.remember(people, article)
        return people
      },
      isCounted,
    )
    console.log(practiceReport(title, figures, errors))
  }
}

/** Prints what the command line asks for. Answers the exit code: 0 measured, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  let values, positionals
  try {
    const options = {
      errors: { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    ;({ values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true }))
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    return 2
  }
  const shown = Number(values.errors)
  if (values.help || positionals.length > 1 || !Number.isInteger(shown)) {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  const resources = await loadPeopleResources()
  const [path] = positionals
  if (path === undefined) await printPractice(resources, shown)
  else printLabelled(path, resources, shown)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
