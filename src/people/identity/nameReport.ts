import { articleDate, type Article, type PartialDate } from '../../domain/article'
import type { IdentityEvidence } from '../../domain/identitySuggestion'
import type { OfficeNames } from '../../domain/officeNames'
import { nameOfPerson } from '../../domain/personValue'
import { isCollectiveOffice } from '../../domain/collectiveOffice'
import { placesOf } from './nameMentions'

/** An office that one article gives somebody as held then. */
export interface ReportedPost {
  /** The name under which the forms of one office stand together. */
  readonly office: string
  readonly jurisdiction: string | null
}

/** What one article says of one name. */
export interface NameReport {
  readonly evidence: IdentityEvidence
  readonly posts: readonly ReportedPost[]
}

const SENTENCE_END = /[。！？!?；;]/u
const LONGEST_SENTENCE = 160

/** The sentence around a place of a text, cut where it is long. */
function sentenceAt(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && start - from < LONGEST_SENTENCE / 2 && !SENTENCE_END.test(text[from - 1]!)) from -= 1
  let to = end
  while (to < text.length && to - end < LONGEST_SENTENCE / 2) {
    to += 1
    if (SENTENCE_END.test(text[to - 1]!)) break
  }
  const cut = text.slice(from, to).trim()
  return `${from > 0 && !SENTENCE_END.test(text[from - 1]!) ? '…' : ''}${cut}${to < text.length && !SENTENCE_END.test(text[to - 1]!) ? '…' : ''}`
}

/** What an article says of somebody; `null` when it does not name them. A bare 总理 is not taken for that of the state. */
export function reportOf(article: Article, name: string, offices: OfficeNames): NameReport | null {
  const person = article.people.find((one) => one.name === name)
  if (person === undefined) return null
  const nameOf = (office: string, jurisdiction: string | null): string =>
    offices.nameOf(office, jurisdiction, () => false)
  const posts = (person.officeMentions ?? [])
    .filter(({ tense, kind }) => tense === 'current' && kind !== 'collective')
    .map(({ office, jurisdiction }) => ({ office: nameOf(office, jurisdiction), jurisdiction }))
  const mentioned = new Set((person.officeMentions ?? []).map(({ office }) => office))
  const others = person.offices
    .filter((office) => !mentioned.has(office) && !isCollectiveOffice(office))
    .map((office) => ({ office: nameOf(office, null), jurisdiction: null }))
  const [place] = person.mentions ?? placesOf(nameOfPerson(name), article)
  const text =
    place === undefined ? '' : place[0] === -1 ? article.title : (article.paragraphs[place[0]] ?? '')
  return {
    evidence: {
      articleId: article.id,
      title: article.title,
      newspaper: article.newspaper ?? null,
      date: articleDate(article),
      sentence: place === undefined ? '' : sentenceAt(text, place[1], place[2]),
    },
    posts: [...posts, ...others],
  }
}

/** The first and the last date of reports; `null` where none has a date. */
export function datesOf(
  reports: readonly NameReport[],
): { readonly from: PartialDate; readonly to: PartialDate } | null {
  const dates = reports.flatMap(({ evidence }) => evidence.date ?? []).sort()
  const [from] = dates
  const to = dates.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}
