import type { Article } from '../domain/article'
import type { ArticleMarks } from '../domain/archive'
import { mergeRanges, type TextRange } from '../domain/textRange'
import { compileName, markText, type RunMatcher } from './runMatcher'

/** What is to be marked in an article: in its title, kicker and subtitle, and in its paragraphs. */
export interface FieldMatchers {
  readonly title: readonly RunMatcher[]
  readonly text: readonly RunMatcher[]
}

/** Number by which a span says that it stands in the title. */
const TITLE = -1

function textOf(article: Article, paragraph: number): string {
  return paragraph === TITLE ? article.title : (article.paragraphs[paragraph] ?? '')
}

/** Where the article itself says that the chosen people are named, by paragraph; spans outside their text are dropped. */
function recordedMentions(
  article: Article,
  people: ReadonlySet<string>,
): ReadonlyMap<number, readonly TextRange[]> {
  const mentions = new Map<number, TextRange[]>()
  for (const person of article.people) {
    if (!people.has(person.name)) continue
    for (const [paragraph, start, end] of person.mentions ?? []) {
      if (start < 0 || end <= start || end > textOf(article, paragraph).length) continue
      const ranges = mentions.get(paragraph) ?? []
      ranges.push([start, end])
      mentions.set(paragraph, ranges)
    }
  }
  return mentions
}

/**
 * Where the hits of a query are in an article, with the names of chosen people: where the article records its
 * mentions of a person these are marked, else every occurrence of the name. Marks that touch are one; a text
 * without any has an empty list; `paragraphs` has one list for each paragraph.
 */
export function markArticle(
  article: Article,
  matchers: FieldMatchers,
  people: readonly string[],
): ArticleMarks {
  const chosen = new Set(people)
  const mentions = recordedMentions(article, chosen)
  const recorded = new Set(
    article.people.filter((person) => (person.mentions ?? []).length > 0).map((person) => person.name),
  )
  const names = people.filter((name) => !recorded.has(name)).map(compileName)
  const inTitle = [...matchers.title, ...names]
  const inText = [...matchers.text, ...names]
  const markPart = (text: string, paragraph: number, wanted: readonly RunMatcher[]): readonly TextRange[] =>
    mergeRanges([...markText(text, wanted), ...(mentions.get(paragraph) ?? [])])
  return {
    title: markPart(article.title, TITLE, inTitle),
    kicker: markText(article.kicker ?? '', inTitle),
    subtitle: markText(article.subtitle ?? '', inTitle),
    paragraphs: article.paragraphs.map((paragraph, number) => markPart(paragraph, number, inText)),
  }
}
