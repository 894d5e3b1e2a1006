import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadPeopleResources } from '../../src/people/loadPeopleResources'
import { titlesAfterSurname } from '../../src/people/officeTitles'
import { recognizePeople } from '../../src/people/recognizePeople'

/**
 * Prints precision, recall and F of the names that are found in a labelled file: JSON Lines of
 * `{ "text", "persons": [[start, end], …] }`, plain or gzipped. `--errors N` prints the first N of each kind of error.
 */

interface Labelled {
  readonly text: string
  readonly persons: readonly (readonly [number, number])[]
}

/** Of a surname with its title only the surname is labelled. */
const AFTER_SURNAME = titlesAfterSurname
const FORMS = ['1', '2', '3', '4+', '·'] as const

function formOf(name: string): (typeof FORMS)[number] {
  if (/[·•・．]/.test(name)) return '·'
  return name.length > 3 ? '4+' : (String(name.length) as '1' | '2' | '3')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '   –' : ((100 * part) / whole).toFixed(1).padStart(5)
}

function line(label: string, right: number, found: number, gold: number): string {
  const f = (200 * right) / (found + gold) || 0
  return `${label.padEnd(24)} P ${percent(right, found)}  R ${percent(right, gold)}  F ${f.toFixed(1)}  (${String(right)} right, ${String(found)} found, ${String(gold)} labelled)`
}

function readLabelled(path: string): readonly Labelled[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as Labelled)
}

const [path, ...rest] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('usage: npm run people:score -- FILE.jsonl[.gz] [--errors N]\n')
  process.exit(2)
}
const shown = rest[0] === '--errors' ? Number(rest[1] ?? 50) : 0
const labelled = readLabelled(path)
const resources = await loadPeopleResources()
const started = performance.now()
const answers = labelled.map(({ text }) => recognizePeople({ title: '', paragraphs: [text] }, resources))
const seconds = (performance.now() - started) / 1000
const bytes = labelled.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

const tally = Object.fromEntries(FORMS.map((form) => [form, { right: 0, gold: 0, found: 0 }]))
const certain = { right: 0, found: 0 }
const wrong: string[] = []
const missed: string[] = []
for (const [at, { text, persons }] of labelled.entries()) {
  const gold = new Set(persons.map((span) => span.join('-')))
  const found = new Map<string, boolean>()
  for (const person of answers[at]!) {
    for (const [, start, to] of person.mentions ?? []) {
      const isSurname =
        person.kind === 'surname' || (person.kind === 'full' && AFTER_SURNAME.has(text.slice(start + 1, to)))
      const end = isSurname ? start + 1 : to
      found.set(`${String(start)}-${String(end)}`, person.confidence === 'certain')
    }
  }
  const around = (span: string): string => {
    const [start = 0, end = 0] = span.split('-').map(Number)
    return `${text.slice(Math.max(0, start - 8), start)}【${text.slice(start, end)}】${text.slice(end, end + 8)}`
  }
  const formOfSpan = (span: string): string =>
    formOf(text.slice(...(span.split('-').map(Number) as [number, number])))
  for (const span of gold) {
    const form = tally[formOfSpan(span)]!
    form.gold += 1
    if (found.has(span)) form.right += 1
    else missed.push(around(span))
  }
  for (const [span, isCertain] of found) {
    tally[formOfSpan(span)]!.found += 1
    if (isCertain) certain.found += 1
    if (isCertain && gold.has(span)) certain.right += 1
    if (!gold.has(span)) wrong.push(around(span))
  }
}
const sum = (forms: readonly string[], key: 'right' | 'gold' | 'found'): number =>
  forms.reduce((all, form) => all + tally[form]![key], 0)
const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const longer = FORMS.filter((form) => form !== '1')
print(line('all', sum(FORMS, 'right'), sum(FORMS, 'found'), sum(FORMS, 'gold')))
print(line('without one character', sum(longer, 'right'), sum(longer, 'found'), sum(longer, 'gold')))
for (const form of FORMS) {
  const { right, found, gold } = tally[form]!
  print(line(`  ${form}`, right, found, gold))
}
print(`certain names: P ${percent(certain.right, certain.found)} (${String(certain.found)} found)`)
print(`${(bytes / 1e6 / seconds).toFixed(2)} MB of text a second`)
if (shown > 0) {
  const step = (list: readonly string[]): readonly string[] =>
    list.filter((_, at) => at % Math.max(1, Math.floor(list.length / shown)) === 0)
  print(
    `\nfound, not labelled:\n${step(wrong).join('\n')}\n\nlabelled, not found:\n${step(missed).join('\n')}`,
  )
}
