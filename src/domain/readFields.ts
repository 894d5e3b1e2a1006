import * as v from 'valibot'
import type { Article, PartialDate } from './article'
import {
  DEEPEST_CATEGORY,
  LONGEST_ADDRESS,
  LONGEST_NAME,
  LONGEST_PARAGRAPH,
  LONGEST_TEXT,
  LONGEST_TEXT_NOTE,
  MOST_PARAGRAPHS,
} from './articleLimits'
import { decodeCategoryPath } from './category'
import { cutLongText } from './cutLongText'
import {
  isBlank,
  isRecord,
  joinPaddedName,
  quoteValue,
  readText,
  readTexts,
  toWellFormed,
  type ProblemSink,
} from './fieldText'
import type { KeptText } from './parsePeople'
import { parseDateNotation, parsePosting } from './partialDate'
import { copyPlainJson } from './plainJson'

/** A value of the input under the name it stands there by. */
export interface FoundField {
  readonly name: string
  readonly value: unknown
}

const datelineSchema = v.object({ place: v.optional(v.string()), date: v.optional(v.string()) })

/** A date in a usual notation; the day of one that has a time. An impossible one is a problem. */
export function readDate({ name, value }: FoundField, report: ProblemSink): PartialDate | undefined {
  const text = readText(value, name, report)
  if (text === undefined) return undefined
  const date = parseDateNotation(text) ?? parsePosting(text)?.slice(0, 10)
  if (date !== undefined) return date
  const message = `${name}: ${quoteValue(text)} is no date of the calendar in the form YYYY, YYYY-MM or YYYY-MM-DD`
  report({ field: name, code: 'date-malformed', message })
  return undefined
}

/** A posting to the minute, or to the day where no time is given. */
export function readPosting({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const text = readText(value, name, report)
  if (text === undefined) return undefined
  const day = parseDateNotation(text)
  const posting = parsePosting(text) ?? (day?.length === 10 ? day : null)
  if (posting !== null) return posting
  report({
    field: name,
    code: 'date-malformed',
    message: `${name}: ${quoteValue(text)} is no moment of the calendar`,
  })
  return undefined
}

/** The names of a path as they are given; `null` when they are no texts. */
function pathNames(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return /[>＞]/.test(value) ? value.split(/[>＞]/) : decodeCategoryPath(value)
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
}

/** A path of names; one name that is wrong makes the whole path a problem, since a part of a path is another category. */
export function readCategory({ name, value }: FoundField, report: ProblemSink): readonly string[] {
  if (isBlank(value)) return []
  const refuse = (message: string): readonly string[] => {
    report({ field: name, code: 'field-malformed', message: `${name}: ${message}` })
    return []
  }
  const given = pathNames(value)?.filter((one) => !isBlank(one))
  if (given === undefined) {
    return refuse(`expected names from the widest to the narrowest, found ${quoteValue(value)}`)
  }
  if (given.length > DEEPEST_CATEGORY) {
    return refuse(`expected at most ${String(DEEPEST_CATEGORY)} names, found ${String(given.length)}`)
  }
  const names = given.map((one) => readText(one, name, report)).filter((one) => one !== undefined)
  return names.length === given.length ? names : []
}

/**
 * Paragraphs, trimmed and none of them blank, with where each of the input's went. One that is too long is cut into
 * several; where there are none, or all together are too long for one article, that is a problem and there are none.
 */
export function readParagraphs({ name, value }: FoundField, report: ProblemSink) {
  const entries: readonly unknown[] =
    typeof value === 'string'
      ? value.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
      : Array.isArray(value)
        ? value
        : []
  if (!isBlank(value) && typeof value !== 'string' && !Array.isArray(value)) {
    const message = `${name}: expected a list of texts, found ${quoteValue(value)}`
    report({ field: name, code: 'field-malformed', message })
  }
  const paragraphs: string[] = []
  const kept = new Map<number, readonly KeptText[]>()
  let length = 0
  entries.forEach((entry, index) => {
    const field = `${name}[${String(index)}]`
    if (typeof entry !== 'string') {
      if (!isBlank(entry)) {
        report({
          field,
          code: 'field-malformed',
          message: `${field}: expected text, found ${quoteValue(entry)}`,
        })
      }
      return
    }
    const text = toWellFormed(entry).trimEnd()
    const places: KeptText[] = []
    let start = 0
    const isLong = text.trimStart().length > LONGEST_PARAGRAPH
    for (const piece of isLong ? cutLongText(text, LONGEST_PARAGRAPH) : [text]) {
      const cut = start + piece.length - piece.trimStart().length
      start += piece.length
      const paragraph = piece.trim()
      if (paragraph === '') continue
      places.push({ number: paragraphs.length, cut, length: paragraph.length })
      paragraphs.push(paragraph)
      length += paragraph.length
    }
    kept.set(index, places)
    if (places.length > 1) {
      const message = `${field}: expected at most ${String(LONGEST_PARAGRAPH)} characters, found ${String(text.length)}; it is kept as ${String(places.length)} paragraphs`
      report({ field, code: 'field-malformed', message })
    }
  })
  if (paragraphs.length === 0) {
    const message = 'paragraphs: expected at least one with text'
    report({ field: 'paragraphs', code: 'paragraphs-missing', message })
  } else if (paragraphs.length > MOST_PARAGRAPHS || length > LONGEST_TEXT) {
    const message = `${name}: expected at most ${String(MOST_PARAGRAPHS)} paragraphs and ${String(LONGEST_TEXT)} characters, found ${String(paragraphs.length)} and ${String(length)}; part the text into several articles`
    report({ field: name, code: 'field-malformed', message })
    return { paragraphs: [], kept }
  }
  return { paragraphs, kept }
}

function nameOf(value: unknown): unknown {
  return isRecord(value) && !isBlank(value['name']) ? value['name'] : value
}

/** Names of persons, given as texts or as objects with a name. */
export function readNames({ name, value }: FoundField, report: ProblemSink): readonly string[] {
  const plain = Array.isArray(value) ? value.map(nameOf) : nameOf(value)
  return [...new Set(readTexts(plain, name, report).map(joinPaddedName))]
}

/** An address of the web; any other is a problem. */
export function readUrl({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const url = readText(value, name, report, LONGEST_ADDRESS)
  if (url === undefined || /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i.test(url)) return url
  const message = `${name}: expected an address that begins with http:// or https://, found ${quoteValue(url)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

/** A note on the text; it may have several lines, which end in `\n`. */
export function readTextNote({ name, value }: FoundField, report: ProblemSink): string | undefined {
  if (typeof value !== 'string') return readText(value, name, report)
  const note = toWellFormed(value)
    .replaceAll(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .trim()
  if (note === '') return undefined
  if (note.length <= LONGEST_TEXT_NOTE) return note
  const message = `${name}: expected at most ${String(LONGEST_TEXT_NOTE)} characters, found ${String(note.length)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

/** Who compared the text with the printed page, and on which day; a half of it says nothing, and is a problem. */
export function readVerified({ name, value }: FoundField, report: ProblemSink): Article['verified'] {
  if (isBlank(value)) return undefined
  const { by, on } = isRecord(value) ? value : { by: undefined, on: undefined }
  if (isBlank(by) || isBlank(on)) {
    const message = `${name}: expected { by, on } with a name and a day, found ${quoteValue(value)}`
    report({ field: name, code: 'field-malformed', message })
    return undefined
  }
  const person = readText(by, `${name}.by`, report)
  const day = readDate({ name: `${name}.on`, value: on }, report)
  return person === undefined || day === undefined ? undefined : { by: person, on: day }
}

/** An id that can stand in an address and a file; `undefined` and a problem when it cannot. */
export function readId({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const id = readText(value, name, report, Infinity)
  if (id === undefined || (id.length <= LONGEST_NAME && !/\p{Cc}/u.test(id))) return id
  const message = `${name}: expected at most ${String(LONGEST_NAME)} printable characters, found ${quoteValue(id)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

/** The place and the date at the head of the text. */
export function readDateline({ name, value }: FoundField, report: ProblemSink): Article['dateline'] {
  if (isBlank(value)) return undefined
  const parsed = isRecord(value) ? v.safeParse(datelineSchema, value) : null
  if (parsed?.success !== true) {
    const message = `${name}: expected { place, date } of texts, found ${quoteValue(value)}`
    report({ field: name, code: 'field-malformed', message })
    return undefined
  }
  const place = readText(parsed.output.place, `${name}.place`, report)
  const date = readText(parsed.output.date, `${name}.date`, report)
  if (place === undefined && date === undefined) return undefined
  return { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) }
}

/** The fields that the archive does not know, those of an `extra` object among them; a field of the input goes before one of `extra`. */
export function readExtra(
  extra: FoundField,
  rest: readonly FoundField[],
  report: ProblemSink,
): Article['extra'] {
  const fields = new Map<string, unknown>()
  if (isRecord(extra.value)) {
    for (const [name, value] of Object.entries(extra.value)) fields.set(name, value)
  } else if (extra.value !== undefined) {
    const message = `extra: expected an object, found ${quoteValue(extra.value)}`
    report({ field: 'extra', code: 'field-malformed', message })
  }
  for (const { name, value } of rest) fields.set(name, value)
  const kept: [string, unknown][] = []
  for (const [name, value] of fields) {
    const copy = name === '__proto__' ? undefined : copyPlainJson(value)
    if (copy !== undefined) {
      kept.push([toWellFormed(name), copy])
    } else {
      const message = `${quoteValue(name)} cannot be kept: its name is reserved, or it is too deep, too large or no JSON`
      report({ field: toWellFormed(name).slice(0, 60), code: 'field-malformed', message })
    }
  }
  return Object.fromEntries(kept)
}
