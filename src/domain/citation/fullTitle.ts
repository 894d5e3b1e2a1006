import type { CitedSource } from './citedSource'

/** What stands between title and subtitle in an exported title. */
export function subtitleMark(isChinese: boolean): string {
  return isChinese ? '：' : ': '
}

/** Title and subtitle as one, for programs that have one field for both. */
export function fullTitle({ title, subtitle, isChinese }: CitedSource): string {
  return subtitle === '' ? title : `${title}${subtitleMark(isChinese)}${subtitle}`
}
