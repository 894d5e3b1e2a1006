import { subtitleMark } from '../../domain/citation/fullTitle'

/** An entry of a BibTeX file: its type and its fields by their names, in small letters, as TeX has them. */
interface BibtexEntry {
  readonly type: string
  readonly fields: ReadonlyMap<string, string>
}

const TEX_CHARACTERS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
}

/** What a text of TeX says: braces go, escapes become their characters; other commands keep their argument. */
export function readTexText(text: string): string {
  return text
    .replace(/\\([A-Za-z]{1,40})(?:\{\}|\s+)?|\\(.)|[{}]/gs, (_all, command?: string, character?: string) => {
      if (command !== undefined) return TEX_CHARACTERS[command] ?? ''
      return character ?? ''
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/** Where the braces that open at `open` close, or −1. */
function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let place = open; place < text.length; place++) {
    const character = text[place]
    if (character === '\\') place += 1
    else if (character === '{') depth += 1
    else if (character === '}' && --depth === 0) return place
  }
  return -1
}

/** The value that begins at `start`: in braces, in quotation marks, or a bare word; with the place behind it. */
function readValue(text: string, start: number): { readonly value: string; readonly end: number } | null {
  if (text[start] === '{') {
    const close = closingBrace(text, start)
    return close < 0 ? null : { value: text.slice(start + 1, close), end: close + 1 }
  }
  if (text[start] === '"') {
    let depth = 0
    for (let place = start + 1; place < text.length; place++) {
      const character = text[place]
      if (character === '\\') place += 1
      else if (character === '{') depth += 1
      else if (character === '}') depth -= 1
      else if (character === '"' && depth <= 0) return { value: text.slice(start + 1, place), end: place + 1 }
    }
    return null
  }
  const bare = /[^\s,{}"=]{1,200}/y
  bare.lastIndex = start
  const match = bare.exec(text)
  return match === null ? null : { value: match[0], end: bare.lastIndex }
}

/** The fields of an entry's content; what is no field ends the reading of the entry. */
function readFields(content: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const name = /[\s,]*([A-Za-z][\w-]{0,60})\s*=\s*/y
  let place = content.indexOf(',')
  while (place >= 0) {
    name.lastIndex = place
    const match = name.exec(content)
    const found = match === null ? null : readValue(content, name.lastIndex)
    if (match === null || found === null) break
    fields.set(match[1]!.toLowerCase(), found.value)
    place = found.end
  }
  return fields
}

function* entriesOf(text: string): Generator<BibtexEntry> {
  const head = /@\s*([A-Za-z]{1,30})\s*\{/g
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const type = match[1]!.toLowerCase()
    const open = head.lastIndex - 1
    const close = closingBrace(text, open)
    if (close < 0) return
    if (type !== 'comment' && type !== 'string' && type !== 'preamble') {
      yield { type, fields: readFields(text.slice(open + 1, close)) }
    }
    head.lastIndex = close + 1
  }
}

/** Names stand between `and`; one in braces is whole, another may be `Family, Given`. */
function readAuthors(value: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (let place = 0; place <= value.length; place++) {
    const character = value[place]
    if (character === '\\') place += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    else if (place === value.length || (depth <= 0 && /^\sand\s/i.test(value.slice(place, place + 5)))) {
      names.push(readTexText(value.slice(start, place)))
      start = place + 5
    }
  }
  return names.filter((name) => name !== '')
}

/** An entry as the plain object that `parseArticle` reads; what is absent is `undefined`. */
function rowOf({ type, fields }: BibtexEntry): Readonly<Record<string, unknown>> {
  const text = (name: string): string | undefined => {
    const value = fields.get(name)
    return value === undefined ? undefined : readTexText(value)
  }
  const full = text('title')
  const short = text('shorttitle')
  const mark = [subtitleMark(true), subtitleMark(false)].find((one) => full?.startsWith(`${short}${one}`))
  const hasSubtitle = full !== undefined && short !== undefined && mark !== undefined
  const isNewspaper = text('entrysubtype') === 'newspaper' || fields.has('newspaper')
  const isMagazine = text('entrysubtype') === 'magazine'
  return {
    title: hasSubtitle ? short : full,
    subtitle: hasSubtitle ? full.slice(short.length + mark.length) : text('subtitle'),
    authors: readAuthors(fields.get('author') ?? ''),
    newspaper: text('journaltitle') ?? text('journal') ?? text('newspaper') ?? text('organization'),
    medium: isNewspaper ? 'newspaper' : isMagazine ? 'magazine' : type === 'online' ? 'web' : undefined,
    edition: text('edition'),
    [type === 'online' ? 'publishedAt' : 'issueDate']: text('date') ?? text('year'),
    page: text('pages'),
    url: fields.get('url')?.trim(),
    tags: text('keywords')?.split(/[,;，；]\s*/),
    paragraphs: text('abstract') === undefined ? undefined : [text('abstract')],
  }
}

/**
 * The entries of a BibTeX or BibLaTeX file as plain objects that `parseArticle` reads, in their order: the reader for
 * what `writeBibtex` writes, and for what other programs do. An entry that does not end stops the reading. Never throws.
 */
export function readBibtex(text: string): readonly Readonly<Record<string, unknown>>[] {
  return [...entriesOf(text)].map(rowOf)
}
