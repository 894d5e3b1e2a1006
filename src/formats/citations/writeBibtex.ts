import type { Article } from '../../domain/article'
import { citedSource, type CitedSource } from '../../domain/citation/citedSource'
import { fullTitle } from '../../domain/citation/fullTitle'

/** Characters that mean something to TeX, as they are written in a text. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
}

/** A text as TeX sets it: the inverse is `readTexText` in readBibtex. */
export function writeTexText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^%&#$_]/g, (character) => TEX[character] ?? character)
}

/** A key for citing: letters, figures, colons and hyphens of the id; what else stands in it becomes a hyphen. */
function keyOf(id: string): string {
  return id.replace(/[^A-Za-z0-9:-]+/g, '-').replace(/^-+|-+$/g, '') || 'article'
}

function distinctKeys(articles: readonly Article[], used: Map<string, number>): readonly string[] {
  return articles.map(({ id }) => {
    const key = keyOf(id)
    const times = (used.get(key) ?? 0) + 1
    used.set(key, times)
    return times === 1 ? key : `${key}-${times}`
  })
}

function entryOf(article: Article, source: CitedSource, key: string): string {
  const isWeb = source.kind === 'web' || source.kind === 'other'
  const fields: readonly (readonly [string, string])[] = [
    [
      'entrysubtype',
      source.kind === 'newspaper' ? 'newspaper' : source.kind === 'magazine' ? 'magazine' : '',
    ],
    // Braces keep a name whole: BibTeX would take a Chinese one for a single family name or cut it at a space.
    ['author', source.authors.map((author) => `{${writeTexText(author)}}`).join(' and ')],
    ['title', source.title === '' ? '' : `{${writeTexText(fullTitle(source))}}`],
    ['shorttitle', source.subtitle === '' ? '' : `{${writeTexText(source.title)}}`],
    [isWeb ? 'organization' : 'journaltitle', writeTexText(source.container)],
    ['edition', writeTexText(source.edition)],
    ['date', source.date ?? ''],
    ['pages', writeTexText(source.pages.join(','))],
    // An address is read verbatim; only what would end the field is written as its code.
    ['url', source.url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', source.accessedOn],
    ['keywords', writeTexText(article.tags.join(', '))],
    ['langid', source.isChinese ? 'chinese' : ''],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`)
  return [`@${isWeb ? 'online' : 'article'}{${key},`, ...lines, '}'].join('\n')
}

/**
 * Articles as BibTeX in the fields of BibLaTeX: `@article` with `entrysubtype = {newspaper}` for what stood in a paper,
 * `@online` for a page of the web. UTF-8.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, for sources with an address; an empty string leaves it out
 * @param usedKeys how often each key stands in the file already; what is written here is counted in it
 */
export function writeBibtex(
  articles: readonly Article[],
  accessedOn: string,
  usedKeys = new Map<string, number>(),
): string {
  const keys = distinctKeys(articles, usedKeys)
  return articles
    .map((article, place) => `${entryOf(article, citedSource(article, accessedOn), keys[place]!)}\n`)
    .join('\n')
}
