import type { Article, OfficeMention, PersonInArticle, TextSpan } from '../../src/domain/article'
import type { Practice, PracticeArticle, PracticePlace } from './practiceTruth'

/** Stands at the head of every title of the practice collection. */
export const INVENTED_MARK = '【虚构】'

/** A paragraph with the persons in it, as labelled files for measuring have them; offsets in UTF-16 units, end exclusive. */
export interface LabelledText {
  readonly text: string
  readonly persons: readonly (readonly [start: number, end: number])[]
}

/** A span of the article form: the title is paragraph −1 and begins `shift` units later; kicker and subtitle have no number. */
function spanOf(one: { place: PracticePlace; start: number; end: number }, shift: number): TextSpan[] {
  if (typeof one.place === 'number') return [[one.place, one.start, one.end]]
  return one.place === 'title' ? [[-1, one.start + shift, one.end + shift]] : []
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}

function peopleOf(article: PracticeArticle, practice: Practice, shift: number): PersonInArticle[] {
  const ids = unique([
    ...article.mentions.map((mention) => mention.person),
    ...[...article.offices, ...article.honours].map((office) => office.person),
  ])
  return ids.map((id) => {
    const mentions = article.mentions.filter((mention) => mention.person === id)
    const offices = article.offices.filter((office) => office.person === id)
    const honours = unique(article.honours.filter((honour) => honour.person === id).map(({ words }) => words))
    const known = practice.people.find((person) => person.id === id)
    const kinds = new Set(mentions.map(({ kind }) => kind))
    const officeMentions = offices.flatMap((office): OfficeMention[] => {
      const { words, kind, event, tense, qualifiers, jurisdiction } = office
      return spanOf(office, shift).map((at) => ({
        office: words,
        at,
        kind,
        event,
        tense,
        qualifiers,
        jurisdiction,
      }))
    })
    return {
      name: known?.name.replace(/（.*）$/, '') ?? mentions[0]?.words ?? id,
      offices: unique(offices.map(({ words }) => words)),
      ...(honours.length > 0 ? { honours } : {}),
      kind: (['full', 'foreign', 'masked', 'surname'] as const).find((kind) => kinds.has(kind)) ?? 'full',
      confidence: 'certain',
      mentions: mentions.flatMap((mention) => spanOf(mention, shift)),
      officeMentions,
    }
  })
}

/**
 * The articles in the form of the archive, every title and every newspaper (and so every citation) marked as invented.
 * With `truth`, the people of an article are those that were marked; without, they are left to be recognised.
 */
export function practiceArticles(
  practice: Practice,
  truth: boolean,
): (Partial<Article> & Pick<Article, 'title'>)[] {
  return practice.articles.map((article) => {
    const { source, newspaper } = article
    const textAt = (place: PracticePlace) => article.texts.find((text) => text.place === place)?.text
    const kicker = textAt('kicker')
    const subtitle = textAt('subtitle')
    return {
      id: `practice-${source.id}`,
      ...(kicker === undefined ? {} : { kicker }),
      title: INVENTED_MARK + (textAt('title') ?? ''),
      ...(subtitle === undefined ? {} : { subtitle }),
      category: ['练习报（虚构）', ...(source.category ?? [])],
      newspaper: `${newspaper}（虚构）`,
      medium: 'newspaper',
      issueDate: source.date,
      page: source.page,
      ...(source.pageTitle === undefined ? {} : { pageTitle: source.pageTitle }),
      ...(source.column === undefined ? {} : { column: source.column }),
      ...(source.authors === undefined ? {} : { authors: source.authors }),
      paragraphs: source.paragraphs.map((_, place) => textAt(place) ?? ''),
      ...(truth ? { people: peopleOf(article, practice, INVENTED_MARK.length) } : {}),
      tags: ['虚构'],
      rights: '虚构的练习文本，人物、地名、单位、事件均系编造',
      extra: { invented: true },
    }
  })
}

/** Every headline and paragraph with its names, in the form of labelled files. */
export function labelledTexts(practice: Practice): LabelledText[] {
  return practice.articles.flatMap(({ texts, mentions }) =>
    texts.map(({ place, text }) => ({
      text,
      persons: mentions
        .filter((mention) => mention.place === place)
        .map(({ start, end }): readonly [number, number] => [start, end]),
    })),
  )
}
