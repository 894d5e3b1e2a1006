import { LONGEST_NAME, MOST_NAMES } from './articleLimits'
import type { FieldProblem } from './problem'

/** Takes note of something wrong with a field. */
export type ProblemSink = (problem: FieldProblem) => void

/** A text with every half of a broken surrogate pair replaced by U+FFFD; its length in UTF-16 units stays the same. */
export function toWellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

/** A value as a message quotes it: a text in quotation marks and clipped, anything else by its kind. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') {
    const shown = toWellFormed(value)
    return `“${shown.length > 60 ? `${toWellFormed(shown.slice(0, 60))}…` : shown}”`
  }
  if (Array.isArray(value)) return 'a list'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Whether a field says nothing: absent, `null`, blank or an empty list. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A text on one line, trimmed; a number counts as its digits. `undefined` when it is blank, or no text or longer than
 * `longest`, which is a problem.
 */
export function readText(
  value: unknown,
  field: string,
  report: ProblemSink,
  longest = LONGEST_NAME,
): string | undefined {
  if (isBlank(value)) return undefined
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') {
    report({ field, code: 'field-malformed', message: `${field}: expected text, found ${quoteValue(value)}` })
    return undefined
  }
  const text = toWellFormed(value)
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .trim()
  if (text.length <= longest) return text
  const message = `${field}: expected at most ${String(longest)} characters, found ${String(text.length)}: ${quoteValue(text)}`
  report({ field, code: 'field-malformed', message })
  return undefined
}

/** The first `most` entries of a list; that it has more is a problem. */
export function takeFirst(
  entries: readonly unknown[],
  most: number,
  field: string,
  report: ProblemSink,
): readonly unknown[] {
  if (entries.length <= most) return entries
  const message = `${field}: expected at most ${String(most)} entries, found ${String(entries.length)}; the first are kept`
  report({ field, code: 'field-malformed', message })
  return entries.slice(0, most)
}

/** Marks at which a text that lists several is parted; a comma of Latin text may stand inside a name (Smith, John). */
const LIST_MARK = /[、，;；]|,(?=\s*\p{Script=Han})/u

/** Marks at which a text that lists several terms is parted. */
export const TERM_MARK = /[、，,;；]/

/**
 * Texts of a list, or of one text parted at its marks, each once. An entry that is no text or too long is a problem and
 * left out, and so are those behind the first `most`.
 */
export function readTexts(
  value: unknown,
  field: string,
  report: ProblemSink,
  mark = LIST_MARK,
  most = MOST_NAMES,
): readonly string[] {
  if (isBlank(value)) return []
  const entries: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(mark)
      : [value]
  const texts = takeFirst(entries, most, field, report).map((entry, index) =>
    readText(entry, Array.isArray(value) ? `${field}[${String(index)}]` : field, report),
  )
  return [...new Set(texts.filter((text) => text !== undefined))]
}

/** One of the words that a field knows; another is a problem, and `undefined`. */
export function readWord<Word extends string>(
  value: unknown,
  words: readonly Word[],
  field: string,
  report: ProblemSink,
): Word | undefined {
  if (isBlank(value)) return undefined
  const word = words.find((one) => one === value)
  if (word === undefined) {
    const message = `${field}: expected ${words.join(', ')}, found ${quoteValue(value)}`
    report({ field, code: 'field-malformed', message })
  }
  return word
}

/** A name without the spaces that pad it in print (`李 铭`, `王 小 明`). Longer than four characters it may be two names, and stays. */
export function joinPaddedName(name: string): string {
  const joined = name.replaceAll(/\s+/g, '')
  return /^\p{Script=Han}{1,4}$/u.test(joined) ? joined : name
}
