import type { Article } from '../../domain/article'
import { citedSource, type SourceKind } from '../../domain/citation/citedSource'
import { fullTitle } from '../../domain/citation/fullTitle'
import { splitPartialDate } from '../../domain/partialDate'

const TYPES: Readonly<Record<SourceKind, string>> = {
  newspaper: 'NEWS',
  magazine: 'MGZN',
  web: 'ELEC',
  other: 'GEN',
}

/** `YYYY/MM/DD`, where a part that is not known is empty: `1958/03/`, `1958//`. */
function slashed(date: string): string {
  const parts = splitPartialDate(date)
  if (parts === null) return ''
  const two = (value: number | null): string => (value === null ? '' : String(value).padStart(2, '0'))
  return `${date.slice(0, 4)}/${two(parts.month)}/${two(parts.day)}`
}

/** A value on one line: a line break would begin a new field. */
function line(tag: string, value: string): readonly string[] {
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' ? [] : [`${tag}  - ${text}`]
}

function recordOf(article: Article, accessedOn: string): string {
  const source = citedSource(article, accessedOn)
  const title = fullTitle(source)
  return [
    `TY  - ${TYPES[source.kind]}`,
    ...line('ID', article.id),
    ...source.authors.flatMap((author) => line('AU', author)),
    ...line('TI', title),
    ...(source.subtitle === '' ? [] : line('ST', source.title)),
    ...line('T2', source.container),
    ...line('ET', source.edition),
    ...(source.date === null
      ? []
      : [...line('PY', source.date.slice(0, 4)), ...line('DA', slashed(source.date))]),
    ...line('SP', source.pages.join(',')),
    ...line('UR', source.url),
    ...line('Y2', slashed(source.accessedOn)),
    ...article.tags.flatMap((tag) => line('KW', tag)),
    ...line('LA', source.isChinese ? 'zh-CN' : ''),
    'ER  - ',
  ].join('\r\n')
}

/**
 * Articles as RIS, for Zotero, NoteExpress and EndNote: `TY  - NEWS` with the day in `DA`, the newspaper in `T2` and the
 * page in `SP`, as Zotero reads them. In a title with a subtitle `ST` is the title alone. UTF-8, lines end in CR LF.
 *
 * @param accessedOn the day of access, `YYYY-MM-DD`, for sources with an address; an empty string leaves it out
 */
export function writeRis(articles: readonly Article[], accessedOn: string): string {
  return articles.map((article) => `${recordOf(article, accessedOn)}\r\n`).join('\r\n')
}
