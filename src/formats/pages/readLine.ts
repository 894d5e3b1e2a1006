import { datelineOf } from '../../text/dates/datelineOf'
import { readBreadcrumb, type Breadcrumb } from './breadcrumb'
import { readByline, type Byline } from './byline'
import { furnitureKind, isBulleted, isListed, isNavigation } from './furniture'
import { readMetaLine, type MetaLine } from './metaLine'
import type { ReadingPace } from './readingPace'
import { countHan, makeLine, type PageLine } from './pageLine'

/** What a line is. `prose` and `short` may belong to the article; `short` may be its headline too. */
export type LineKind =
  | 'breadcrumb'
  | 'meta'
  | 'byline'
  | 'caption'
  | 'summary'
  | 'bar'
  | 'list'
  | 'listed'
  | 'comments'
  | 'footer'
  | 'neighbour'
  | 'navigation'
  | 'separator'
  | 'prose'
  | 'short'

/** A line, what it is and what was read from it. */
export interface ReadLine extends PageLine {
  readonly kind: LineKind
  readonly meta: MetaLine
  readonly breadcrumb: Breadcrumb | null
  readonly byline: Byline | null
}

const CAPTION_HEAD =
  /^[\s【[(（]{0,2}(?:图为|图中为?|图片为|照片为|[上下左右]图(?:为|[:：])|图[一二三四五六七八九十\d]{1,2}(?:[:：]|为)|[▲△▼▽◀▶]\s?|资料图片?(?:[:：]|$)|图片说明|图说[:：]|配图[:：]|图片来源|供图[:：]|新华社发)/
const CAPTION_END =
  /(?:^|[\s/(（。，,:：])(?:(?:本报|本网|新华社|实习)?(?:摄影)?(?:记者|通讯员)?\s?[\p{Script=Han}·]{2,5}|资料)[\s/]{0,3}(?<![拍影])(?:摄|摄影|供图|绘|制图|配图|资料图|\/文|发|提供)\s?[)）。]?$/u

/** Whether a folded line stands beside a picture. */
function isCaption(folded: string): boolean {
  return (
    (folded.length <= 200 && CAPTION_HEAD.test(folded)) ||
    (folded.length <= 140 && CAPTION_END.test(folded.slice(-40)))
  )
}

/** Whether a folded line is running text: it ends as a sentence does, or is long and has marks of sentences. */
function isProse(folded: string): boolean {
  if (folded.length >= 8 && /[。][”"'」』)）〉》]{0,3}$/.test(folded)) return true
  if (folded.length >= 20 && /[。；]/.test(folded)) return true
  return folded.length >= 45 && /[，、：！？,;!?]/.test(folded) && countHan(folded) >= 20
}

/** A heading that does not begin as a by-line or a line of facts does, whatever it ends with: 总理会见记者. */
function isHeadingOfText({ heading, folded }: PageLine): boolean {
  return (
    (heading === 1 || heading === 2) &&
    countHan(folded) >= 6 &&
    !/[:：]/.test(folded) &&
    !/^[(（【[\s]{0,3}(?:本报|本网|本刊|本社|新华社|记者|通讯员|特约|实习|作者|编者|责任?编|文|图|摄影|来源)/.test(
      folded,
    ) &&
    !/\d{4}年|\d{4}-\d/.test(folded)
  )
}

function kindOf(
  line: PageLine,
  meta: MetaLine,
  breadcrumb: Breadcrumb | null,
  byline: Byline | null,
): LineKind {
  const { folded, role, linkShare } = line
  if (role === 'breadcrumb' && breadcrumb !== null) return 'breadcrumb'
  if (role === 'comment') return 'comments'
  if (role === 'footer') return 'footer'
  if (role === 'caption') return 'caption'
  if (role === 'share') return 'bar'
  if (role === 'title' || role === 'kicker' || role === 'subtitle') return 'short'
  const furniture = furnitureKind(folded)
  if (furniture === 'separator') return 'separator'
  if (furniture === 'list' && line.text.length <= 30) return 'list'
  if (furniture === 'comments') return 'comments'
  if (furniture === 'neighbour') return 'neighbour'
  if (breadcrumb !== null) return 'breadcrumb'
  if (furniture === 'bar') return 'bar'
  if (furniture === 'footer') return 'footer'
  if (role === 'navigation' || role === 'aside') return 'navigation'
  if (furniture === 'notice') return 'bar'
  const first = meta.values[0]
  if (first?.kind === 'summary' && first.start <= 12) return 'summary'
  if (role === 'summary') return 'summary'
  if (isHeadingOfText(line)) return 'short'
  if (byline !== null && byline.isWhole && byline.hasRole && (byline.namesWriters || byline.isPlain))
    return 'byline'
  if (isCaption(folded)) return 'caption'
  if (meta.isMeta) return 'meta'
  if (isListed(folded)) return 'listed'
  if (linkShare > 0.6 && folded.length <= 60 && isBulleted(folded)) return 'listed'
  if (isNavigation(folded)) return 'navigation'
  const isText = isProse(folded) || (folded.length > 12 && datelineOf(line.text) !== null)
  return isText && linkShare < 0.5 ? 'prose' : 'short'
}

/** Reads one line. `siteNames`: names of the site, known from elsewhere. */
export function readLine(line: PageLine, siteNames: readonly string[] = []): ReadLine {
  const meta = readMetaLine(line)
  const breadcrumb = readBreadcrumb(line.folded, line.text, siteNames)
  const byline = line.text.length <= 80 && !/[。！？；]/.test(line.text) ? readByline(line.text) : null
  return { ...line, kind: kindOf(line, meta, breadcrumb, byline), meta, breadcrumb, byline }
}

const CRUMB_MARK = /^(?:>{1,3}|»|›|→|\/|-|·|\||::|_)$/
const CRUMB_END = /(?:>|»|›|→)$/
const CRUMB_START = /^(?:>|»|›|→)/

function join(lines: readonly PageLine[], mark = ' '): PageLine {
  const first = lines[0]!
  return makeLine(lines.map((line) => line.text).join(mark), first.start, {
    indent: first.indent,
    gap: first.gap,
    heading: first.heading,
    role: first.role,
    container: first.container,
    linkShare: Math.max(...lines.map((line) => line.linkShare)),
  })
}

/** Lines of a breadcrumb that a copy has broken at every name: 首页 / > / 新闻 / > / 正文. */
function brokenBreadcrumb(lines: readonly PageLine[], from: number): number {
  let to = from
  let marks = 0
  for (let at = from; at < lines.length && at - from < 16; at += 1) {
    const { folded } = lines[at]!
    if (folded.length > 24) break
    const isMark = CRUMB_MARK.test(folded)
    const isJoined =
      at === from ||
      isMark ||
      CRUMB_START.test(folded) ||
      CRUMB_MARK.test(lines[at - 1]!.folded) ||
      CRUMB_END.test(lines[at - 1]!.folded)
    if (!isJoined || (at === from && (isMark || CRUMB_START.test(folded)))) break
    if (isMark || CRUMB_START.test(folded) || CRUMB_END.test(folded)) marks += 1
    to = at + 1
  }
  return marks > 0 && to - from >= 2 ? to : from
}

const LABEL_ALONE =
  /^(?:.{0,60}[\s|])?(?:来源|稿源|信息来源|文章来源|新闻来源|出处|作者|记者|发布时间|发布日期|发表时间|时间|日期|更新时间|见报日期|出版日期|版次|版面|版名|标题|题名|引题|副题|副标题|栏目|责任编辑|责编|编辑|报纸|报纸名称|报名|点击|浏览|阅读|浏览次数|点击数|字号|字体|分享到|分享) {0,6}:$/

/**
 * Lines put together that say something only together: a label and its value on the next line, and the names of a
 * breadcrumb that stand on lines of their own.
 */
export async function joinBrokenLines(
  lines: readonly PageLine[],
  pace: ReadingPace,
): Promise<readonly PageLine[]> {
  const joined: PageLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    await pace.breathe()
    if (pace.isLate()) return [...joined, ...lines.slice(at)]
    if (line.role === 'breadcrumb') {
      let to = at + 1
      while (to < lines.length && to - at < 12 && lines[to]!.role === 'breadcrumb') to += 1
      const group = lines.slice(at, to)
      const isParted = group.some((one) => /[>»›→/]/.test(one.folded))
      joined.push(join(group, isParted ? ' ' : ' > '))
      at = to - 1
      continue
    }
    const crumbEnd = brokenBreadcrumb(lines, at)
    if (crumbEnd > at) {
      const group = lines.slice(at, crumbEnd)
      const whole = join(group)
      if (readBreadcrumb(whole.folded, whole.text) !== null) {
        joined.push(whole)
        at = crumbEnd - 1
        continue
      }
    }
    const next = lines[at + 1]
    if (
      next !== undefined &&
      line.folded.length <= 80 &&
      LABEL_ALONE.test(line.folded) &&
      next.folded.length <= 80
    ) {
      const whole = join([line, next])
      const meta = readMetaLine(whole)
      const value = meta.values.at(-1)
      const own = readMetaLine(next)
      if (
        meta.isMeta &&
        value !== undefined &&
        value.folded !== '' &&
        (own.values.length === 0 || own.values[0]!.start > 4)
      ) {
        joined.push(whole)
        at += 1
        continue
      }
    }
    joined.push(line)
  }
  return joined
}
