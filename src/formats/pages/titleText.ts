import { headlineKey } from './headline'

/** The document's title without the names of site and section behind it. */
export function withoutSiteName(documentTitle: string): string {
  const parts = documentTitle
    .split(/\s?[_|丨]\s?|\s[-–—]{1,2}\s|--|——(?=[^—]{2,14}$)|-(?=[^-]{2,14}$)/)
    .map((part) => part.trim())
  return parts.find((part) => part.length >= 4) ?? documentTitle.trim()
}

/** A headline without the mark before it in a row of short reports. */
export function withoutBullet(text: string): string {
  return text.replace(/^[●•■◆▲★◎※▪►▶□]\s{0,3}(?=\S)/, '')
}

/** The path of a breadcrumb without the article's own headline at its end. */
export function withoutHeadline(names: readonly string[], titles: readonly string[]): readonly string[] {
  const last = names.at(-1)
  if (last === undefined) return names
  const key = headlineKey(last.replace(/(?:\.{2,3}|…{1,2})$/, ''))
  const isTitle = titles.some((title) => {
    const own = headlineKey(title)
    return own === key || (key.length >= 5 && own.startsWith(key)) || (own.length >= 6 && key.includes(own))
  })
  return isTitle ? names.slice(0, -1) : names
}
