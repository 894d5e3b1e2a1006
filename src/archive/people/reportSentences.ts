import type { Article, OfficeMention, PersonInArticle, TextSpan } from '../../domain/article'
import { PLAIN_OFFICE_NAMES, type OfficeNames } from '../../domain/officeNames'
import type { ReportSentence } from '../../domain/peopleCalls'
import { nameOfPerson } from '../../domain/personValue'
import { mergeRanges, type TextRange } from '../../domain/textRange'

/** Sentences that are shown of one article. */
const SHOWN_SENTENCES = 3
/** Characters of a sentence on each side of what is shown, at most. */
const LONGEST_SIDE = 140
const SENTENCE_END = /[。！？!?；;\n]/u
const CLOSING = /[”’」』》）)】]/u

/** Where the sentence around a stretch of a text begins and ends. */
function sentenceAround(text: string, start: number, end: number): TextRange {
  let from = start
  while (from > 0 && start - from < LONGEST_SIDE && !SENTENCE_END.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && to - end < LONGEST_SIDE && !SENTENCE_END.test(text[to]!)) to++
  if (to < text.length && SENTENCE_END.test(text[to]!)) to++
  while (to < text.length && CLOSING.test(text[to]!)) to++
  return [from, to]
}

function textAt({ title, paragraphs }: Pick<Article, 'title' | 'paragraphs'>, paragraph: number): string {
  return paragraph === -1 ? title : (paragraphs[paragraph] ?? '')
}

/** Where a name stands, when nobody has noted it. */
function namePlaces(article: Pick<Article, 'title' | 'paragraphs'>, name: string): readonly TextSpan[] {
  const places: TextSpan[] = []
  const texts = [article.title, ...article.paragraphs]
  for (const [at, text] of texts.entries()) {
    const start = text.indexOf(name)
    if (start !== -1) places.push([at - 1, start, start + name.length])
  }
  return places
}

/** Whether a mention is of an office; a bare 总理 may be that of the state or another. */
function isOf({ office: written, jurisdiction }: OfficeMention, office: string, names: OfficeNames): boolean {
  if (written === office || names.nameOf(written, jurisdiction) === office) return true
  return names.nameOf(written, jurisdiction, () => false) === office
}

/** Where an office stands that only the list of offices gives. */
function officePlaces(
  article: Pick<Article, 'title' | 'paragraphs'>,
  person: PersonInArticle,
  office: string,
  names: OfficeNames,
): readonly TextSpan[] {
  return [...person.offices, ...(person.honours ?? [])]
    .filter((one) => one !== '' && (one === office || names.nameOf(one) === office))
    .flatMap((one) => namePlaces(article, one))
}

/** The sentences around some places, in their order, with marks at these and at every mention of the people. */
function sentencesAt(
  article: Pick<Article, 'title' | 'paragraphs'>,
  places: readonly TextSpan[],
  others: readonly TextSpan[],
): readonly ReportSentence[] {
  const sentences: { paragraph: number; from: number; to: number }[] = []
  for (const [paragraph, start, end] of places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const text = textAt(article, paragraph)
    if (end > text.length) continue
    const last = sentences.at(-1)
    if (last?.paragraph === paragraph && start < last.to) continue
    const [from, to] = paragraph === -1 ? [0, text.length] : sentenceAround(text, start, end)
    sentences.push({ paragraph, from, to })
  }
  return sentences.slice(0, SHOWN_SENTENCES).map(({ paragraph, from, to }) => ({
    paragraph,
    text: textAt(article, paragraph).slice(from, to),
    marks: mergeRanges(
      [...places, ...others]
        .filter(([at, start, end]) => at === paragraph && start >= from && end <= to)
        .map(([, start, end]): TextRange => [start - from, end - from]),
    ),
  }))
}

/**
 * The sentences of an article that name a person, or an office of a person or of anybody; at most three. Where the article
 * gives people without saying where they stand, the first place of the words is taken; none where the words stand nowhere.
 *
 * @param person a name of the archive (`徐明~2`), or `null` for anybody
 * @param office its common name, a collective word, an honour, or `null` for the person alone
 * @param names what offices are called
 */
export function reportSentences(
  article: Pick<Article, 'title' | 'paragraphs' | 'people'>,
  person: string | null,
  office: string | null,
  names: OfficeNames = PLAIN_OFFICE_NAMES,
): readonly ReportSentence[] {
  const people = article.people.filter(({ name }) => person === null || name === person)
  const mentionsOf = (one: PersonInArticle): readonly TextSpan[] =>
    one.mentions === undefined || one.mentions.length === 0
      ? namePlaces(article, nameOfPerson(one.name))
      : one.mentions
  if (office === null) return sentencesAt(article, people.flatMap(mentionsOf), [])
  const found = people.flatMap((one) => {
    const stated = (one.officeMentions ?? []).filter((mention) => isOf(mention, office, names))
    const places = stated.length > 0 ? stated.map(({ at }) => at) : officePlaces(article, one, office, names)
    return places.length === 0 ? [] : [{ one, places }]
  })
  const places = found.flatMap((one) => one.places)
  const others = found.flatMap(({ one }) => mentionsOf(one))
  if (places.length > 0) return sentencesAt(article, places, others)
  return sentencesAt(article, people.flatMap(mentionsOf), [])
}
