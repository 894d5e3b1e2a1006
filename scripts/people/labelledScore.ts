import type { PersonInArticle } from '../../src/domain/article'
import { titlesAfterSurname } from '../../src/people/officeTitles'

/** A text with the places of the names in it, in UTF-16 units, end exclusive. */
export interface LabelledLine {
  readonly text: string
  readonly persons: readonly (readonly [start: number, end: number])[]
}

/** Forms of names that are told apart: characters, or foreign with a dot. */
export const NAME_FORMS = ['1', '2', '3', '4+', '·'] as const
export type NameForm = (typeof NAME_FORMS)[number]

export interface FormTally {
  readonly right: number
  readonly found: number
  readonly labelled: number
}

/** What recognition reached on labelled text, each line read as an article of its own. */
export interface LabelledFigures {
  readonly forms: Readonly<Record<NameForm, FormTally>>
  readonly certain: { readonly right: number; readonly found: number }
  /** Names with eight characters of text on both sides: those found that are not labelled, and those not found. */
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

function formOf(name: string): NameForm {
  if (/[·•・．]/.test(name)) return '·'
  return name.length > 3 ? '4+' : (String(name.length) as '1' | '2' | '3')
}

/** What a surname that stands alone is called by: 王某, 老王, 王老. */
const AROUND_A_SURNAME = /^(?:[老小](?<behind>\p{Script=Han})|(?<before>\p{Script=Han})[老翁总某]某?)$/u

/** The places of names, with whether each is certain. Of a surname with its title or 某 only the surname is labelled. */
function spansOf(text: string, people: readonly PersonInArticle[]): ReadonlyMap<string, boolean> {
  const spans = new Map<string, boolean>()
  for (const { name, kind, confidence, mentions = [] } of people) {
    for (const [, start, to] of mentions) {
      const isSurname =
        kind === 'surname' || (kind === 'full' && titlesAfterSurname.has(text.slice(start + 1, to)))
      const alone = AROUND_A_SURNAME.exec(text.slice(start, to))?.groups
      const isShort =
        alone?.['before'] !== undefined || (alone !== undefined && text.slice(start, to) !== name)
      const from = isShort && alone?.['behind'] !== undefined ? start + 1 : start
      const end = isSurname || isShort ? from + 1 : to
      spans.set(`${String(from)}-${String(end)}`, confidence === 'certain')
    }
  }
  return spans
}

function rangeOf(span: string): readonly [number, number] {
  const [start = 0, end = 0] = span.split('-').map(Number)
  return [start, end]
}

/** Compares the names that `recognize` finds with those that are labelled, place by place. */
export function scoreLabelled(
  lines: readonly LabelledLine[],
  recognize: (text: string) => readonly PersonInArticle[],
): LabelledFigures {
  const tallies = Object.fromEntries(
    NAME_FORMS.map((form) => [form, { right: 0, found: 0, labelled: 0 }]),
  ) as Record<NameForm, { right: number; found: number; labelled: number }>
  const certain = { right: 0, found: 0 }
  const wrong: string[] = []
  const missed: string[] = []
  for (const { text, persons } of lines) {
    const labelled = new Set(persons.map((span) => span.join('-')))
    const found = spansOf(text, recognize(text))
    const around = (span: string): string => {
      const [start, end] = rangeOf(span)
      return `${text.slice(Math.max(0, start - 8), start)}【${text.slice(start, end)}】${text.slice(end, end + 8)}`
    }
    const tallyOf = (span: string): { right: number; found: number; labelled: number } =>
      tallies[formOf(text.slice(...rangeOf(span)))]
    for (const span of labelled) {
      tallyOf(span).labelled += 1
      if (found.has(span)) tallyOf(span).right += 1
      else missed.push(around(span))
    }
    for (const [span, isCertain] of found) {
      tallyOf(span).found += 1
      if (isCertain) certain.found += 1
      if (isCertain && labelled.has(span)) certain.right += 1
      if (!labelled.has(span)) wrong.push(around(span))
    }
  }
  return { forms: tallies, certain, wrong, missed }
}

/** The tallies of some forms together. */
export function sumOfForms({ forms }: LabelledFigures, chosen: readonly NameForm[] = NAME_FORMS): FormTally {
  return chosen
    .map((form) => forms[form])
    .reduce((sum, { right, found, labelled }) => ({
      right: sum.right + right,
      found: sum.found + found,
      labelled: sum.labelled + labelled,
    }))
}
