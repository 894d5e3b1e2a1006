import type { Article, PersonInArticle } from '../../../src/domain/article'

/** An article that holds what every article holds; what a test is about is given as `fields`. */
export function anArticle(fields: Partial<Article> = {}): Article {
  return {
    id: 'example-1',
    title: '示例县召开春耕工作会议',
    category: [],
    textKind: 'full',
    places: [],
    authors: [],
    paragraphs: ['示例县昨天召开春耕工作会议。', '县长张示例主持会议。'],
    people: [],
    tags: [],
    doubtful: [],
    replaces: [],
    extra: {},
    ...fields,
  }
}

/** A person of an article, without an office unless one is given. */
export function aPerson(name: string, ...offices: readonly string[]): PersonInArticle {
  return { name, offices }
}
