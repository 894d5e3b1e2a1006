import type { Article, PersonInArticle, TextSpan } from '../../domain/article'
import { nameOfPerson } from '../../domain/personValue'

/** Number by which a span says that it stands in the title. */
const TITLE = -1

/** The texts in which people are named. */
export type NamedTexts = Pick<Article, 'title' | 'paragraphs'>

function inOrder(spans: readonly TextSpan[]): readonly TextSpan[] {
  const sorted = [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1] || other[2] - one[2])
  return sorted.filter((span, place) => {
    const before = sorted[place - 1]
    return before?.[0] !== span[0] || before[1] !== span[1] || before[2] !== span[2]
  })
}

function overlaps(one: TextSpan, other: TextSpan): boolean {
  return one[0] === other[0] && one[1] < other[2] && other[1] < one[2]
}

/** Every place of a writing in the title and the paragraphs, none within another, in their order. */
export function placesOf(writing: string, { title, paragraphs }: NamedTexts): readonly TextSpan[] {
  const spans: TextSpan[] = []
  const look = (text: string, number: number): void => {
    for (let at = text.indexOf(writing); at >= 0; at = text.indexOf(writing, at + writing.length)) {
      spans.push([number, at, at + writing.length])
    }
  }
  if (writing === '') return spans
  look(title, TITLE)
  paragraphs.forEach(look)
  return spans
}

/** Places of a writing that are no part of what is known to name anybody in an article: 王样 within 王样张 is not 王样. */
export function freePlacesOf(
  writing: string,
  texts: NamedTexts,
  people: readonly PersonInArticle[],
): readonly TextSpan[] {
  const places = placesOf(writing, texts)
  if (places.length === 0) return places
  const taken = people.flatMap(({ name, mentions }) => mentions ?? placesOf(nameOfPerson(name), texts))
  return places.filter((place) => !taken.some((span) => overlaps(place, span)))
}

/** What two entries of one article say of one person, as one entry under the name of the first. */
export function joinEntries(one: PersonInArticle, other: PersonInArticle): PersonInArticle {
  const offices = [...new Set([...one.offices, ...other.offices])]
  const honours = [...new Set([...(one.honours ?? []), ...(other.honours ?? [])])]
  const kind = one.kind ?? other.kind
  const isCertain = one.confidence !== 'possible' || other.confidence !== 'possible'
  const isJudged = one.confidence !== undefined || other.confidence !== undefined
  const officeMentions = [...(one.officeMentions ?? []), ...(other.officeMentions ?? [])]
  return {
    name: one.name,
    offices,
    ...(honours.length === 0 ? {} : { honours }),
    ...(kind === undefined ? {} : { kind }),
    ...(isJudged ? { confidence: isCertain ? 'certain' : 'possible' } : {}),
    ...(one.mentions === undefined && other.mentions === undefined
      ? {}
      : { mentions: inOrder([...(one.mentions ?? []), ...(other.mentions ?? [])]) }),
    ...(one.officeMentions === undefined && other.officeMentions === undefined ? {} : { officeMentions }),
  }
}
