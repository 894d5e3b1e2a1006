import { MarkError, type NameMark, type NotNameMark, type OfficeMark, type TermMark } from './markedText'
import {
  valueOn,
  type PracticeMention,
  type PracticeOffice,
  type PracticePaper,
  type PracticePlace,
} from './practiceTruth'

/** A text of an article with its names resolved, in the order of the text. */
export interface ResolvedText {
  readonly place: PracticePlace
  readonly text: string
  readonly marks: readonly (NameMark | NotNameMark | OfficeMark | TermMark)[]
  readonly mentions: readonly PracticeMention[]
}

/** Words before an office that put it into the past. */
const PAST = new Set(['原', '前', '时任', '曾任', '首任'])

const BETWEEN_NAMES = /^(?:（[^（）]{1,8}）)?[、和及与以　 ]{1,3}$/
const BETWEEN_OFFICES = /^[^。；！？]{0,6}$/
const BARE_OF_COUNTY = /^(?:代|副|常务副)?(?:县长|县委)|^县/
const BARE_OF_CITY = /^(?:代|副|常务副)?(?:市长|市委)|^市/

/**
 * The place to whose organs an office belongs: the one it names, else by its first words. 省 is the province, 县 the
 * county, 市 the city that the county became, but the prefecture before that day. Null for schools, works and the like.
 */
function jurisdictionOf(office: string, paper: PracticePaper, day: string): string | null {
  const words = office.replace(/^中共/, '')
  const named = paper.places
    .filter((place) => words.startsWith(place))
    .toSorted((one, other) => other.length - one.length)[0]
  if (named !== undefined) return named
  if (words.startsWith('省')) return paper.province
  if (BARE_OF_COUNTY.test(words)) return paper.home[0]?.place ?? null
  if (!BARE_OF_CITY.test(words)) return null
  const home = valueOn(paper.home, day)?.place ?? ''
  return home.endsWith('市') ? home : paper.prefecture
}

/** The names from `first` on that form one list: nothing but 、 and the like between them. */
function runOfNames(text: string, mentions: readonly PracticeMention[], first: number): PracticeMention[] {
  const run: PracticeMention[] = []
  for (const mention of mentions.slice(first)) {
    const last = run.at(-1)
    if (last !== undefined && !BETWEEN_NAMES.test(text.slice(last.end, mention.start))) break
    run.push(mention)
  }
  return run
}

/** The mentions that an office mark belongs to. @throws MarkError when no name stands where one is needed */
function holdersOf(mark: OfficeMark, { text, mentions }: ResolvedText): PracticeMention[] {
  if (mark.holder === 'previous') {
    const before = mentions.findLast((mention) => mention.end <= mark.start)
    if (before === undefined) throw new MarkError('no name before this office', mark.start)
    return [before]
  }
  const next = mentions.findIndex((mention) => mention.start >= mark.end)
  if (next < 0) throw new MarkError('no name after this office', mark.start)
  return mark.spread === null ? mentions.slice(next, next + 1) : runOfNames(text, mentions, next)
}

function isJoined(mark: OfficeMark, resolved: ResolvedText): boolean {
  const offices = resolved.marks.filter((other) => other.kind === 'office').filter((other) => !other.honour)
  const at = offices.indexOf(mark)
  return [offices[at - 1], offices[at + 1]].some((other) => {
    if (other === undefined || other.spread !== null) return false
    const [first, second] = other.start < mark.start ? [other, mark] : [mark, other]
    const between = { start: first.end, end: second.start }
    if (!BETWEEN_OFFICES.test(resolved.text.slice(between.start, between.end))) return false
    if (resolved.mentions.some((one) => one.start >= between.start && one.end <= between.end)) return false
    return String(other.holder) === String(mark.holder)
  })
}

/**
 * Whom each office and honour of one text is said of. Two and more offices in a row before or after one name are
 * `joined`; one mark gives several where a list follows.
 * @throws MarkError, its column counting in the bare text
 */
export function officesOf(
  resolved: ResolvedText,
  day: string,
  paper: PracticePaper,
  personOf: (reference: string) => string | null,
): { readonly office: PracticeOffice; readonly honour: boolean }[] {
  return resolved.marks.flatMap((mark) => {
    if (mark.kind !== 'office') return []
    const words = resolved.text.slice(mark.start, mark.end)
    const ids =
      typeof mark.holder === 'string'
        ? holdersOf(mark, resolved).map((mention) => mention.person)
        : mark.holder.map((reference) => {
            const id = personOf(reference)
            if (id === null)
              throw new MarkError(`nobody, or more than one, is called ${reference}`, mark.start)
            return id
          })
    const ruled = jurisdictionOf(words, paper, day)
    const kind = mark.spread ?? (isJoined(mark, resolved) ? 'joined' : 'stated')
    return ids.map((person) => ({
      honour: mark.honour,
      office: {
        place: resolved.place,
        start: mark.start,
        end: mark.end,
        words,
        person,
        kind,
        event: mark.event,
        day: mark.event === null ? null : (mark.on ?? day),
        tense:
          mark.retrospective || mark.qualifiers.some((one) => PAST.has(one)) ? 'retrospective' : 'current',
        qualifiers: mark.qualifiers,
        jurisdiction:
          mark.jurisdiction === null ? ruled : mark.jurisdiction === '' ? null : mark.jurisdiction,
      },
    }))
  })
}
