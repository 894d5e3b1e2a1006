import { splitPartialDate } from '../partialDate'
import type { CitedSource } from './citedSource'

/** More authors than this are given by the first. */
const MOST_AUTHORS = 3

/** A title inside title marks carries single ones. */
function inTitleMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** `2012年7月1日`, `2012年7月` or `2012年`. */
function writtenDate(date: string): string {
  const parts = splitPartialDate(date)
  if (parts === null) return date
  const month = parts.month === null ? '' : `${parts.month}月`
  return `${parts.year}年${month}${parts.day === null ? '' : `${parts.day}日`}`
}

/** `第2版`, `第1、4版`; pages that are not mere numbers as printed: `第A03版`, `第1张第4版`. */
function writtenPages(pages: readonly string[]): string {
  if (pages.length === 0) return ''
  const numbers = pages.map((page) => (/^\d+$/.test(page) ? String(Number(page)) : page))
  if (numbers.some((page) => page.startsWith('第'))) return numbers.join('、')
  return `第${numbers.join('、')}版`
}

function authorsOf(authors: readonly string[]): string {
  if (authors.length === 0) return ''
  const named = authors.length > MOST_AUTHORS ? `${authors[0]}等` : authors.join('、')
  return `${named}：`
}

/**
 * The note of historians: `李眉：《李劼人轶事》，《四川工人日报》1986年8月22日，第2版。`; a web page with its address and the
 * day of access.
 *
 * Source: 《历史研究》关于引文注释的规定 (1.5 报纸, 1.9 电子文献), and 《关于引文注释的规定》 of the journals of the Chinese
 * Academy of Social Sciences.
 */
export function citeHistorians(source: CitedSource): string {
  const { kind, container, edition, date, url, accessedOn } = source
  const title = `${authorsOf(source.authors)}${inTitleMarks(
    source.subtitle === '' ? source.title : `${source.title}——${source.subtitle}`,
  )}`
  const day = date === null ? '' : writtenDate(date)
  const parts = [title]
  if (kind === 'web' || container === '') {
    parts.push(container, day)
  } else {
    parts.push(
      `${inTitleMarks(container)}${edition === '' ? '' : `（${edition}）`}${day}`,
      writtenPages(source.pages),
    )
  }
  parts.push(url, accessedOn === '' ? '' : writtenDate(accessedOn))
  const note = parts.filter((part) => part !== '').join('，')
  return `${source.isDigest ? '据' : ''}${note}。`
}
