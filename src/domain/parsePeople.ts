import * as v from 'valibot'
import { LONGEST_NAME, MOST_PEOPLE } from './articleLimits'
import { NAME_KINDS, type OfficeMention, type PersonInArticle, type TextSpan } from './article'
import {
  isBlank,
  isRecord,
  joinPaddedName,
  quoteValue,
  readText,
  readTexts,
  readWord,
  takeFirst,
  toWellFormed,
} from './fieldText'
import type { ProblemSink } from './fieldText'

/** Where a text of the input went: its number among the texts kept, the units cut at its head, and its length. */
export interface KeptText {
  readonly number: number
  readonly cut: number
  readonly length: number
}

/** The texts kept, by their number in the input; −1 is the title. One that was cut went to several places. */
export type KeptTexts = ReadonlyMap<number, readonly KeptText[]>

const whole = v.pipe(v.number(), v.integer())
const spanSchema = v.tuple([whole, whole, whole])
const text = v.pipe(v.string(), v.maxLength(LONGEST_NAME), v.transform(toWellFormed))
const officeMentionSchema = v.object({
  office: v.pipe(text, v.minLength(1)),
  at: spanSchema,
  kind: v.optional(v.picklist(['stated', 'joined', 'listed', 'collective']), 'stated'),
  event: v.optional(v.nullable(v.picklist(['appointed', 'removed'])), null),
  tense: v.optional(v.picklist(['current', 'retrospective']), 'current'),
  qualifiers: v.optional(v.array(text), []),
  jurisdiction: v.optional(v.nullable(text), null),
})

const PERSON_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'offices',
  'jobTitle',
  'honours',
  'kind',
  'confidence',
  'mentions',
  'officeMentions',
])

/** A span of the input as it lies in the texts kept; `null` when it lies outside of them. */
function placeSpan([paragraph, start, end]: TextSpan, kept: KeptTexts): TextSpan | null {
  for (const { number, cut, length } of kept.get(paragraph) ?? []) {
    const from = start - cut
    const to = end - cut
    if (from >= 0 && from < to && to <= length) return [number, from, to]
  }
  return null
}

/** The entries of a list that are good; each other one, for which `readEntry` gives the fault, is a problem. `undefined` when there is no list. */
function readEntries<Entry extends object>(
  value: unknown,
  field: string,
  report: ProblemSink,
  readEntry: (entry: unknown) => Entry | string,
): readonly Entry[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) {
    report({
      field,
      code: 'field-malformed',
      message: `${field}: expected a list, found ${quoteValue(value)}`,
    })
    return undefined
  }
  const entries: Entry[] = []
  value.forEach((one: unknown, index) => {
    const entry = readEntry(one)
    const name = `${field}[${String(index)}]`
    if (typeof entry === 'string')
      report({ field: name, code: 'field-malformed', message: `${name}: ${entry}` })
    else entries.push(entry)
  })
  return entries
}

function readSpan(value: unknown, kept: KeptTexts): TextSpan | string {
  const parsed = v.safeParse(spanSchema, value)
  if (!parsed.success) return 'expected [paragraph, start, end]'
  return placeSpan(parsed.output, kept) ?? `[${parsed.output.join(', ')}] lies outside the text`
}

function readOfficeMention(value: unknown, kept: KeptTexts): OfficeMention | string {
  const parsed = v.safeParse(officeMentionSchema, value)
  if (!parsed.success)
    return `${v.getDotPath(parsed.issues[0]) ?? 'office mention'}: ${parsed.issues[0].message}`
  const at = placeSpan(parsed.output.at, kept)
  return at === null ? `[${parsed.output.at.join(', ')}] lies outside the text` : { ...parsed.output, at }
}

function readPerson(
  value: unknown,
  field: string,
  kept: KeptTexts,
  report: ProblemSink,
): PersonInArticle | null {
  const record = isRecord(value) ? value : { name: value }
  const name = readText(record['name'], `${field}.name`, report)
  if (name === undefined) {
    if (isBlank(record['name'])) {
      report({
        field: `${field}.name`,
        code: 'field-malformed',
        message: `${field}.name: a person needs a name`,
      })
    }
    return null
  }
  const type = record['@type']
  if (typeof type === 'string' && type !== 'Person') {
    report({
      field,
      code: 'field-malformed',
      message: `${field}: expected a person, found ${quoteValue(type)}`,
    })
    return null
  }
  for (const unknown of Object.keys(record)) {
    if (PERSON_FIELDS.has(unknown) || unknown.startsWith('@')) continue
    const message = `${field}: a person has no field ${quoteValue(unknown)}; it is left out`
    report({ field, code: 'field-malformed', message })
  }
  const list = (names: unknown, part: string): readonly string[] =>
    isBlank(names) ? [] : readTexts(names, `${field}.${part}`, report)
  const offices = list(isBlank(record['offices']) ? record['jobTitle'] : record['offices'], 'offices')
  const honours = list(record['honours'], 'honours')
  const kind = readWord(record['kind'], NAME_KINDS, `${field}.kind`, report)
  const confidence = readWord(record['confidence'], ['certain', 'possible'], `${field}.confidence`, report)
  const mentions = readEntries(record['mentions'], `${field}.mentions`, report, (one) => readSpan(one, kept))
  const officeMentions = readEntries(record['officeMentions'], `${field}.officeMentions`, report, (one) =>
    readOfficeMention(one, kept),
  )
  return {
    name: joinPaddedName(name),
    offices,
    ...(honours.length === 0 ? {} : { honours }),
    ...(kind === undefined ? {} : { kind }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(officeMentions === undefined ? {} : { officeMentions }),
  }
}

/**
 * People given as names, as objects, or as one text of several names. An entry that is no person is a problem and
 * left out; so is a part of a person that is wrong, and the rest of the person stays.
 *
 * @param kept where the article's texts went, to carry the places of mentions along
 */
export function readPeople(
  value: unknown,
  field: string,
  kept: KeptTexts,
  report: ProblemSink,
): readonly PersonInArticle[] {
  if (isBlank(value)) return []
  const entries: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? readTexts(value, field, report, undefined, MOST_PEOPLE)
      : [value]
  return takeFirst(entries, MOST_PEOPLE, field, report)
    .map((entry, index) => readPerson(entry, `${field}[${String(index)}]`, kept, report))
    .filter((person) => person !== null)
}
