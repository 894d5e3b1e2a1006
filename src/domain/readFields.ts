import * as v from 'valibot'
import type { Article, PartialDate } from './article'
import { decodeCategoryPath } from './category'
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

const LONGEST_ID = 512
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

/** A path of names; one that is no text makes the whole path a problem, since a part of a path is another category. */
export function readCategory({ name, value }: FoundField, report: ProblemSink): readonly string[] {
  if (typeof value === 'string') {
    const names = /[>＞]/.test(value) ? value.split(/[>＞]/) : decodeCategoryPath(value)
    return names.map((one) => readText(one, name, report)).filter((one) => one !== undefined)
  }
  if (isBlank(value)) return []
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.map((one: string) => readText(one, name, report)).filter((one) => one !== undefined)
  }
  const message = `${name}: expected names from the widest to the narrowest, found ${quoteValue(value)}`
  report({ field: name, code: 'field-malformed', message })
  return []
}

/** Paragraphs, trimmed and none of them blank, with where each of the input's went. */
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
  const kept = new Map<number, KeptText>()
  entries.forEach((entry, index) => {
    if (typeof entry !== 'string') {
      const field = `${name}[${String(index)}]`
      if (!isBlank(entry)) {
        report({
          field,
          code: 'field-malformed',
          message: `${field}: expected text, found ${quoteValue(entry)}`,
        })
      }
      return
    }
    const paragraph = toWellFormed(entry).trim()
    if (paragraph === '') return
    const cut = entry.length - entry.trimStart().length
    kept.set(index, { number: paragraphs.length, cut, length: paragraph.length })
    paragraphs.push(paragraph)
  })
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
  const url = readText(value, name, report)
  if (url === undefined || /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i.test(url)) return url
  const message = `${name}: expected an address that begins with http:// or https://, found ${quoteValue(url)}`
  report({ field: name, code: 'field-malformed', message })
  return undefined
}

/** An id that can stand in an address and a file; `undefined` and a problem when it cannot. */
export function readId({ name, value }: FoundField, report: ProblemSink): string | undefined {
  const id = readText(value, name, report)
  if (id === undefined || (id.length <= LONGEST_ID && !/\p{Cc}/u.test(id))) return id
  const message = `${name}: expected at most ${String(LONGEST_ID)} printable characters, found ${quoteValue(id)}`
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
