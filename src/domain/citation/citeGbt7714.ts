import type { CitedSource } from './citedSource'

/** The editions of GB/T 7714, 《信息与文献 参考文献著录规则》; that of 2025 is in force since 2026-07-01. */
export type Gbt7714Edition = '2025' | '2015'

/** By number in the order of citing (顺序编码制), or by author and year (著者-出版年制). */
export type Gbt7714System = 'numeric' | 'author-year'

/** The marks of an entry: full-width in Chinese entries of 2025, half-width and spaced before and in Western ones. */
interface Marks {
  readonly comma: string
  readonly colon: string
  readonly open: string
  readonly close: string
  readonly others: string
}

const FULL_WIDTH: Marks = { comma: '，', colon: '：', open: '（', close: '）', others: '等' }
const HALF_WIDTH: Marks = { comma: ', ', colon: ': ', open: '(', close: ')', others: '等' }
const WESTERN: Marks = { ...HALF_WIDTH, others: 'et al' }

/** More authors than this are given by the first three (GB/T 7714 7.1.3 and 8.1.2). */
const MOST_AUTHORS = 3

function marksOf(edition: Gbt7714Edition, isChinese: boolean): Marks {
  if (!isChinese) return WESTERN
  return edition === '2025' ? FULL_WIDTH : HALF_WIDTH
}

function authorsOf({ authors }: CitedSource, { comma, others }: Marks): string {
  const named = authors.slice(0, MOST_AUTHORS)
  return [...named, ...(authors.length > MOST_AUTHORS ? [others] : [])].join(comma)
}

/** A full stop where none stands yet. */
function closed(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

function typeOf({ kind, url }: CitedSource): string {
  if (kind === 'web') return 'EB/OL'
  const type = kind === 'newspaper' ? 'N' : kind === 'magazine' ? 'J' : 'Z'
  return url === '' ? type : `${type}/OL`
}

/** Newspaper, day and page; of a web page the day of its posting and that of access, which 2025 asks for there alone. */
function publicationOf(source: CitedSource, edition: Gbt7714Edition, marks: Marks): string {
  const { kind, container, pages, date, accessedOn } = source
  const accessed = accessedOn === '' ? '' : `[${accessedOn}]`
  if (kind === 'web') return `${date === null ? '' : `${marks.open}${date}${marks.close}`}${accessed}`
  const name =
    container === '' || source.edition === ''
      ? container
      : `${container}${marks.open}${source.edition}${marks.close}`
  const page = pages.length === 0 ? '' : `${marks.open}${pages.join(marks.comma)}${marks.close}`
  const published = [name, date ?? ''].filter((part) => part !== '').join(marks.comma)
  return `${published}${page}${edition === '2015' ? accessed : ''}`
}

/**
 * The entry of a source in a list of references after GB/T 7714, without its number. Authors that are not known are left
 * out by number, and 佚名 (Anon) by author and year; a web page without an author is given under its site.
 *
 * Source: GB/T 7714—2025 and —2015, 8.5 (连续出版物中的析出文献) and 8.9/8.8 (网站、网页; 电子资源).
 */
export function citeGbt7714(source: CitedSource, edition: Gbt7714Edition, system: Gbt7714System): string {
  const marks = marksOf(edition, source.isChinese)
  const site = source.kind === 'web' ? source.container : ''
  const named = source.authors.length > 0 ? authorsOf(source, marks) : site
  const title = `${source.title}${source.subtitle === '' ? '' : `${marks.colon}${source.subtitle}`}[${typeOf(source)}]`
  const parts: string[] = []
  if (system === 'author-year') {
    const anonymous = source.isChinese ? '佚名' : 'Anon'
    const year = source.date === null ? '' : `${marks.comma}${source.date.slice(0, 4)}`
    parts.push(`${named === '' ? anonymous : named}${year}`)
  } else if (named !== '') {
    parts.push(named)
  }
  const entry = [...parts, title, publicationOf(source, edition, marks), source.url]
    .filter((part) => part !== '')
    .map(closed)
    .join(' ')
  return source.isDigest ? (source.isChinese ? `据${entry}` : `After ${entry}`) : entry
}
