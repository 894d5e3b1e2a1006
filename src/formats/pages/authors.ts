import { datelineOf } from '../../text/dates/datelineOf'
import { MOST_NAMES } from '../../domain/articleLimits'
import { fold } from '../../text/fold'
import type { Confidence } from '../../domain/clipping'
import type { ArticleParts } from './articleParts'
import { readByline, type Byline } from './byline'
import type { PageMetadata } from './pageMetadata'
import { nameLikeness } from './personName'

/** Writers of an article, in the order in which the page names them, and where. */
export interface ReadAuthors {
  readonly names: readonly string[]
  readonly confidence: Confidence
  readonly quote: string
  readonly start: number
}

const BRACKETED_END = /[(（【[]([^()（）【】[\]]{2,60})[)）\]】]\s?$/
const NAMES_BEHIND_HEAD = /^.{0,40}?(?:讯|电|消息)\s{0,3}[(（【[]([^()（）【】[\]]{2,60})[)）\]】]/
const REPORT_HEAD =
  /^(?:本报|本网|本台)?(?:讯|电)?\s{0,2}((?:本报|全媒体|见习|实习|特约)?(?:记者|通讯员)[^。，,:：;；]{2,40}?)(?:[摄影]{0,2}报道|[:：])/

/** The reporters that the head of a text names. */
function authorsOfHead(paragraph: string): Byline | null {
  const head = paragraph.slice(0, 160)
  const dateline = datelineOf(paragraph)
  const written =
    dateline?.reporters !== null && dateline?.reporters !== undefined
      ? paragraph.slice(...dateline.reporters)
      : (NAMES_BEHIND_HEAD.exec(head)?.[1] ?? REPORT_HEAD.exec(head)?.[1])
  if (written === undefined) return null
  const byline = readByline(written)
  return byline.writers.length > 0 && (byline.hasRole || (byline.isWhole && byline.isPlain)) ? byline : null
}

/** The writers whom brackets at the end of a text name: （本报记者 张三）, （李四）. */
function authorsOfEnd(paragraph: string): Byline | null {
  const written = BRACKETED_END.exec(paragraph.slice(-70))?.[1]
  if (written === undefined || /[。！？；]/.test(written) || /系|单位|原载|摘自|下转|上接|完$/.test(written))
    return null
  const byline = readByline(written)
  return byline.isWhole && byline.writers.length > 0 && (byline.hasRole || byline.isPlain) ? byline : null
}

/** Names of a labelled author: those that are persons; an office or 本报评论员 is none. */
function labelled(text: string): Byline {
  return readByline(text.replace(/\s?[(（].{0,40}$/, ''))
}

/** Finds who wrote an article: labels and by-lines first, then its head and its end; metadata only where all these are silent. */
export function readAuthors(
  parts: ArticleParts,
  paragraphs: readonly string[],
  metadata: PageMetadata,
): ReadAuthors | null {
  const names: string[] = []
  let isPlain = true
  let quote = ''
  let start = -1
  const take = (byline: Byline, from: string, at: number): void => {
    for (const name of byline.writers)
      if (names.length < MOST_NAMES && !names.includes(name)) names.push(name)
    isPlain &&= byline.writers.every((name) => nameLikeness(name) === 'plain')
    if (quote === '' && byline.writers.length > 0) {
      quote = from.slice(0, 200)
      start = at
    }
  }
  const takeLines = (lines: ArticleParts['head']): void => {
    for (const line of lines) {
      const writers = line.meta.values.filter((value) => value.kind === 'author')
      if (line.kind === 'byline' && line.byline !== null) take(line.byline, line.text, line.start)
      else if (line.kind === 'meta' || line.kind === 'bar') {
        for (const value of writers) take(labelled(value.text), line.text, line.start)
        if (writers.length === 0 && /记者|通讯员|文\//.test(line.meta.looseText)) {
          const byline = readByline(line.meta.looseText)
          if (byline.hasRole) take(byline, line.text, line.start)
        }
      }
    }
  }
  takeLines(parts.head)
  const first = paragraphs[0]
  const last = paragraphs.at(-1)
  const place = (paragraph: string): number =>
    parts.body.find((line) => paragraph.startsWith(line.text.slice(0, 30)))?.start ?? -1
  const head = first === undefined ? null : authorsOfHead(first)
  if (head !== null && first !== undefined) take(head, first, place(first))
  const end = last === undefined ? null : authorsOfEnd(last)
  if (end !== null && last !== undefined) take(end, last.slice(-60), place(last))
  takeLines(parts.tail)
  if (names.length === 0) {
    for (const { value } of metadata.authors) {
      const byline = readByline(value)
      if (byline.isWhole && byline.isPlain && !/编辑|责编/.test(fold(value))) take(byline, value, -1)
    }
  }
  if (names.length === 0) return null
  return { names, confidence: isPlain ? (start === -1 ? 'likely' : 'certain') : 'likely', quote, start }
}
