import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../scripts/project.mjs'
import type { Article } from '../../src/domain/article'
import { EMPTY_QUERY, type ArticleQuery } from '../../src/domain/articleQuery'
import { anArticle } from '../unit/builders/anArticle'
import type { HeldArticle } from '../unit/builders/anIndexPart'
import { naiveSearch, tally } from '../unit/search/naiveSearch'

const folder = join(projectRoot, 'src', 'bundle')

/** The articles of `src/bundle`, as their files have them. */
export const bundledArticles: readonly HeldArticle[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Partial<Article>[])
  .map((fields) => ({ article: { ...anArticle({ paragraphs: [] }), ...fields }, collection: 'bundled' }))

/** The reference article and what the page says of it. */
export const REFERENCE = {
  id: 'wujiang-daily-2012-07-01-01-commendation',
  title: '吴江表彰一批先进党组织优秀党员',
}

/** The articles of a query, found by looking at each; a space in `q` parts words that must all occur. */
export function foundInFiles(query: Partial<ArticleQuery>): readonly Article[] {
  return naiveSearch(bundledArticles, wordsOf(query), { ...EMPTY_QUERY, ...query }).map(
    ({ article }) => article,
  )
}

function wordsOf({ q = '' }: Partial<ArticleQuery>): readonly string[] {
  return q.split(' ').filter((word) => word !== '')
}

/** What every facet must say under a query, counted in the files. */
export function countsInFiles(asked: Partial<ArticleQuery>) {
  const query = { ...EMPTY_QUERY, ...asked }
  const under = (left: Parameters<typeof naiveSearch>[3]) =>
    naiveSearch(bundledArticles, wordsOf(asked), query, left)
  return {
    category: tally(under('category'), ({ article: { category } }) =>
      category.map((_, depth) => category.slice(0, depth + 1).join('/')),
    ),
    person: tally(under('person'), ({ article }) => article.people.map(({ name }) => name), query.person),
    newspaper: tally(under('newspaper'), ({ article }) => [article.newspaper ?? ''], query.newspaper),
    page: tally(under('page'), ({ article }) => (article.page ?? '').split(',').filter(Boolean), query.page),
    tag: tally(under('tag'), ({ article }) => article.tags, query.tag),
    year: tally(under('span'), ({ article }) => [article.issueDate?.slice(0, 4) ?? 'none']),
  }
}
