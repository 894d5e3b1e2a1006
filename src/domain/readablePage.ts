/** Names of characters that nearly every page has; others are written with their numbers or as themselves. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  copy: '©',
}

function characterOf(reference: string, name: string): string {
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
  if (number === null) return NAMED[name] ?? reference
  const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference
}

/**
 * What of an HTML page can be read, as text with its lines, for looking at it: nothing of it is run, fetched or drawn.
 * It is no parser: what becomes of a page as an article is decided elsewhere.
 */
export function readablePage(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<(script|style|noscript|template|head|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?:br|hr)\b[^<>]*>/gi, '\n')
    .replaceAll(
      /<\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|nav|dl|dt|dd|blockquote|form|pre|title)\b[^<>]*>/gi,
      '\n',
    )
    .replaceAll(/<\/?[a-z!?][^<>]*>/gi, '')
    .replaceAll(/&(#?\w+);/g, characterOf)
    .replaceAll(/[^\S\n\u3000]*\n[^\S\n\u3000]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The charset that the head of a page names, or UTF-8. */
export function namedCharset(head: string): string {
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
}
