import { isElement, type HtmlElement, type HtmlNode } from './parseHtml'

/** Whether a row of a table is one of facts: two or more cells, each of a few words without blocks in it. */
export function isFactRow(row: HtmlElement): boolean {
  const cells = row.childNodes.filter(
    (node): node is HtmlElement => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'),
  )
  if (cells.length < 2 || cells.length > 12) return false
  let looked = 0
  for (const cell of cells) {
    const waiting: HtmlNode[] = [...cell.childNodes]
    let length = 0
    let node = waiting.pop()
    while (node !== undefined) {
      looked += 1
      if (looked > 120) return false
      if (isElement(node)) {
        if (
          node.tagName === 'table' ||
          node.tagName === 'div' ||
          node.tagName === 'ul' ||
          node.tagName === 'img'
        )
          return false
        if (node.tagName === 'br' || /^h[1-6]$/.test(node.tagName)) return false
        waiting.push(...node.childNodes.slice(0, 120))
      } else if ('value' in node) length += node.value.trim().length
      if (length > 80) return false
      node = waiting.pop()
    }
  }
  return true
}

/** The nodes of a short cell without its paragraphs, so that it stays on its row's line. */
export function withoutParagraphs(cell: HtmlElement): readonly HtmlNode[] {
  const flat: HtmlNode[] = []
  const waiting: HtmlNode[] = cell.childNodes.toReversed()
  let node = waiting.pop()
  while (node !== undefined) {
    if (isElement(node) && node.tagName === 'p') waiting.push(...node.childNodes.toReversed())
    else flat.push(node)
    node = waiting.pop()
  }
  return flat
}
