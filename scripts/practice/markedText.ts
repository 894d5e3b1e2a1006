/** A stretch of a text in UTF-16 units, end exclusive. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** `{许文澜}`, or `{许|许文澜}` where the words alone do not say who is meant. */
export interface NameMark extends Stretch {
  readonly kind: 'name'
  readonly reference: string | null
}

/** `{!高明}乡`: words that look like a name and are none, or are part of something longer. */
export interface NotNameMark extends Stretch {
  readonly kind: 'notName'
}

/** `[县长|+ <]`: what a person is called; the flags are explained at `FLAGS`. */
export interface OfficeMark extends Stretch {
  readonly kind: 'office'
  /** `next` and `previous` name of the same text, or the people that are named. */
  readonly holder: 'next' | 'previous' | readonly string[]
  readonly spread: 'listed' | 'collective' | null
  readonly event: 'appointed' | 'removed' | null
  readonly retrospective: boolean
  readonly honour: boolean
  readonly qualifiers: readonly string[]
  /** A place, `''` for none at all, or null where the rule for the words decides. */
  readonly jurisdiction: string | null
  /** The day of the event where it is not the day of the issue. */
  readonly on: string | null
}

/** `<清河行动>`, or `<两保一争|两保、一争>` with the usual form after the bar. */
export interface TermMark extends Stretch {
  readonly kind: 'term'
  readonly term: string | null
}

export type Mark = NameMark | NotNameMark | OfficeMark | TermMark

/** A text without its marks, and the marks in the order of the text; they never overlap. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A mark that cannot be read; `column` counts UTF-16 units of the source from 0. */
export class MarkError extends Error {
  readonly column: number

  constructor(message: string, column: number) {
    super(message)
    this.name = 'MarkError'
    this.column = column
  }
}

/** What may stand after the bar of an office, apart by spaces. */
const FLAGS = `< the name before; =A,B these people; * a list follows; ~ a collective word; + appointed; - removed;
past; h an honour; q:原,代 qualifiers; @PLACE jurisdiction, @ none; on:YYYY-MM-DD the day of the event`

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' }
const MARK_CHARACTER = /[{}[\]<>|]/

function readFlags(flags: readonly string[], stretch: Stretch, column: number): OfficeMark {
  const mark = {
    kind: 'office' as const,
    ...stretch,
    holder: 'next' as OfficeMark['holder'],
    spread: null as OfficeMark['spread'],
    event: null as OfficeMark['event'],
    retrospective: false,
    honour: false,
    qualifiers: [] as readonly string[],
    jurisdiction: null as string | null,
    on: null as string | null,
  }
  const seen = new Set<string>()
  for (const flag of flags) {
    const head = flag.startsWith('q:') || flag.startsWith('on:') ? flag.slice(0, 2) : flag.charAt(0)
    const slot = head === '<' ? '=' : head === '~' ? '*' : head === '-' ? '+' : head
    if (seen.has(slot)) throw new MarkError(`two flags say the same thing: ${flag}`, column)
    seen.add(slot)
    if (flag === '<') mark.holder = 'previous'
    else if (flag.startsWith('=') && flag.length > 1) mark.holder = flag.slice(1).split(',')
    else if (flag === '*') mark.spread = 'listed'
    else if (flag === '~') mark.spread = 'collective'
    else if (flag === '+') mark.event = 'appointed'
    else if (flag === '-') mark.event = 'removed'
    else if (flag === 'past') mark.retrospective = true
    else if (flag === 'h') mark.honour = true
    else if (flag.startsWith('q:') && flag.length > 2) mark.qualifiers = flag.slice(2).split(',')
    else if (flag.startsWith('@')) mark.jurisdiction = flag.slice(1)
    else if (/^on:\d{4}-\d{2}-\d{2}$/.test(flag)) mark.on = flag.slice(3)
    else throw new MarkError(`an office has no flag “${flag}”; there are: ${FLAGS}`, column)
  }
  if (mark.on !== null && mark.event === null) throw new MarkError('a day without + or -', column)
  return mark
}

function readMark(opening: string, inside: string, start: number, column: number): [string, Mark] {
  const bar = inside.indexOf('|')
  const words = bar < 0 ? inside : inside.slice(0, bar)
  const rest = bar < 0 ? null : inside.slice(bar + 1)
  if (rest?.trim() === '' || rest?.includes('|'))
    throw new MarkError('a bar with nothing or too much after it', column)
  const isNotName = opening === '{' && words.startsWith('!')
  const shown = isNotName ? words.slice(1) : words
  if (shown === '') throw new MarkError('a mark without words', column)
  const stretch = { start, end: start + shown.length }
  if (opening === '[')
    return [shown, readFlags(rest === null ? [] : rest.split(' ').filter(Boolean), stretch, column)]
  if (opening === '<') return [shown, { kind: 'term', ...stretch, term: rest }]
  if (!isNotName) return [shown, { kind: 'name', ...stretch, reference: rest }]
  if (rest !== null) throw new MarkError('what is no name refers to nobody', column)
  return [shown, { kind: 'notName', ...stretch }]
}

/** Where the mark that opens at `at` ends. `<` is also a flag of an office, hence no opening within one. */
function closingOf(source: string, at: number): number {
  const closing = CLOSING[source.charAt(at)] ?? ''
  const end = source.indexOf(closing, at + 1)
  if (end < 0) throw new MarkError(`“${source.charAt(at)}” without “${closing}”`, at)
  const inside = source.slice(at + 1, end)
  const strange = inside.search(source.charAt(at) === '[' ? /[{}[]|[<>](?! |$)/ : /[{}[\]<>]/)
  if (strange >= 0) throw new MarkError('a mark within a mark', at + 1 + strange)
  return end
}

/**
 * Reads a text with marks in it: `[县委书记]{许文澜}说`. Names stand in braces, offices and honours in brackets,
 * terms (提法) in angle brackets; these signs and the bar have no other use in the text.
 * @throws MarkError at the first mark that cannot be read
 */
export function readMarkedText(source: string): MarkedText {
  const marks: Mark[] = []
  let text = ''
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (sign in CLOSING) {
      const end = closingOf(source, at)
      const [shown, mark] = readMark(sign, source.slice(at + 1, end), text.length, at)
      text += shown
      marks.push(mark)
      at = end
    } else if (MARK_CHARACTER.test(sign)) throw new MarkError(`“${sign}” outside a mark`, at)
    else text += sign
  }
  return { text, marks }
}

function flagsOf(mark: OfficeMark): string {
  const { holder } = mark
  return [
    holder === 'next' ? '' : holder === 'previous' ? '<' : `=${holder.join(',')}`,
    mark.spread === null ? '' : mark.spread === 'listed' ? '*' : '~',
    mark.event === null ? '' : mark.event === 'appointed' ? '+' : '-',
    mark.retrospective ? 'past' : '',
    mark.honour ? 'h' : '',
    mark.qualifiers.length === 0 ? '' : `q:${mark.qualifiers.join(',')}`,
    mark.jurisdiction === null ? '' : `@${mark.jurisdiction}`,
    mark.on === null ? '' : `on:${mark.on}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function writeMark(words: string, mark: Mark): string {
  if (mark.kind === 'notName') return `{!${words}}`
  const rest = mark.kind === 'office' ? flagsOf(mark) : mark.kind === 'name' ? mark.reference : mark.term
  const inside = rest === null || rest === '' ? words : `${words}|${rest}`
  return mark.kind === 'name' ? `{${inside}}` : mark.kind === 'term' ? `<${inside}>` : `[${inside}]`
}

/** The inverse of `readMarkedText`, with the flags of an office in one order. */
export function writeMarkedText({ text, marks }: MarkedText): string {
  let source = ''
  let at = 0
  for (const mark of marks) {
    source += text.slice(at, mark.start) + writeMark(text.slice(mark.start, mark.end), mark)
    at = mark.end
  }
  return source + text.slice(at)
}
