import { fold } from '../../text/fold'

/** Where a reader stands in a site, as its names from the widest to the narrowest. */
export interface Breadcrumb {
  readonly names: readonly string[]
  /** Whether the line says what it is: by 当前位置, by 首页 at its head or 正文 at its end. */
  readonly isPlain: boolean
}

const PREFIX =
  /^(?:(?:您|你)?(?:目前|现在|当前|所|正)?(?:所)?(?:的|在)?(?:的)?(?:所在)?(?:位置|地址|栏目|频道|路径|导航)(?:是|为|在)?|(?:您|你)(?:目前|现在|当前)?在(?:这里|此)|you are here|location|导航|网站位置|页面位置|文章位置)\s?(?:[:：>»]|(?=\s))/u
const HOME =
  /^(?:(?:本?网站?|网页|新闻|站点|返回)?(?:首页|主页)|\p{Script=Han}{1,12}(?:首页|主页)|home(?:page)?|index)$/u
const LEAF =
  /^(?:正文|内容|阅读|浏览|查看|详细|详情|文章|文章内容|正文内容|新闻正文|信息内容|内容页|详细内容|详细信息|浏览文章|文章正文|新闻内容|新闻详情|新闻详细|阅读正文|阅读文章|阅读新闻|content|article|detail|text|本页|当前页)$/
const SITE_NAME =
  /(?:网|网站|在线|热线|之窗|门户|信息港|新闻网|日报|晚报|早报|晨报|时报|都市报|商报|电子报|数字报|报社|论坛|社区|贴吧|人民政府|人民政府网站|政府网站|客户端|电视台|广播台|app|\.com|\.cn)$/

/** Separators from those that hardly stand elsewhere to those that often do. */
const SEPARATORS: readonly (readonly [pattern: RegExp, isStrong: boolean])[] = [
  [/\s?(?:-{1,2}>|={1,2}>|>{1,3}|»|›|→|▶|►|▸|〉|⟩|❯|→)\s?/, true],
  [/\s?::\s?/, true],
  [/\s?[/\\]\s?/, false],
  [/\s[-–—_]{1,2}\s|—{2}|(?<=首页|主页)[-–—_]|[-–—_](?=正文$)/, false],
  [/\s[·•|丨]\s/, false],
  [/\s?(?<!\d)[·•|丨](?!\d)\s?/, false],
  [/-|–|—/, false],
]

/** A name by which it is compared. */
function plainOf(name: string): string {
  return fold(name).replaceAll(/\s/g, '')
}

function trimmed(name: string): string {
  return name.replaceAll(/^[\s:：>»|[\]【】《》·•-]+|[\s:：>»|[\]【】·•-]+$/g, '')
}

/** Names of a breadcrumb without the home page, the site in its place and the leaf that every article has. */
function withoutEnds(names: readonly string[], siteNames: readonly string[]): readonly string[] {
  let from = 0
  let to = names.length
  const isHome = (name: string): boolean => HOME.test(plainOf(name))
  while (from < to && isHome(names[from]!)) from += 1
  const first = names[from]
  if (
    from === 0 &&
    first !== undefined &&
    (siteNames.includes(first) || (SITE_NAME.test(plainOf(first)) && !(first.endsWith('之窗') && to === 2)))
  )
    from += 1
  if (from > 0 && from < to && isHome(names[from]!)) from += 1
  while (to > from && LEAF.test(plainOf(names[to - 1]!))) to -= 1
  return names.slice(from, to)
}

/**
 * A line as a breadcrumb: 首页 > 新闻 > 正文, 当前位置：某网 - 本地, You are here: …; `null` when it is none. `folded` is the
 * folded `text`, whose names are given as written. `siteNames`: names of the site, that may stand in place of 首页.
 * A headline as its last name is still in it.
 */
export function readBreadcrumb(
  folded: string,
  text: string,
  siteNames: readonly string[] = [],
): Breadcrumb | null {
  if (folded.length > 160) return null
  const prefix = PREFIX.exec(folded)
  const from = prefix?.[0].length ?? 0
  const written = text.slice(from)
  const plain = folded.slice(from)
  if (prefix !== null && (plain.trim() === '' || plain.trim().length > 120)) return null
  const candidates: readonly (readonly [RegExp, boolean])[] =
    prefix === null ? SEPARATORS : [...SEPARATORS, [/\s+/, false]]
  for (const [pattern, isStrong] of candidates) {
    const parts = split(plain, written, pattern)
    if (parts.length < 2 || parts.length > 9) continue
    const first = plainOf(parts[0] ?? '')
    const last = plainOf(parts.at(-1) ?? '')
    const beginsHome = HOME.test(first)
    const endsInLeaf = LEAF.test(last) && last.length >= 2
    const beginsSite = SITE_NAME.test(first) || siteNames.includes(parts[0] ?? '')
    const isShort = parts.slice(0, -1).every((name) => name.length <= 20) && !/[。！？；]/.test(plain)
    if (!isShort) continue
    const isBar = !endsInLeaf && !isStrong && prefix === null && parts.length > 5
    const says =
      prefix !== null ||
      (beginsHome && !isBar && (isStrong || !/[|丨]/.test(plain) || endsInLeaf)) ||
      (endsInLeaf && (isStrong || beginsSite)) ||
      (isStrong && beginsSite) ||
      (isStrong && parts.length >= 3)
    if (!says) continue
    return { names: withoutEnds(parts, siteNames), isPlain: prefix !== null || beginsHome || endsInLeaf }
  }
  if (prefix !== null) {
    const only = trimmed(written)
    return only === '' || only.length > 20 ? null : { names: withoutEnds([only], siteNames), isPlain: true }
  }
  return null
}

function split(folded: string, text: string, pattern: RegExp): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const match of folded.matchAll(new RegExp(pattern, 'g'))) {
    parts.push(text.slice(from, match.index))
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return parts.map(trimmed).filter((name) => name !== '')
}

/** The path of names that stand on lines of their own in a block that the markup calls a breadcrumb. */
export function breadcrumbOfNames(names: readonly string[], siteNames: readonly string[] = []): Breadcrumb {
  const plain = names
    .map((name) => trimmed(name.replace(/^(?:您?(?:当前|现在|所在)?的?(?:所在)?位置)\s?[:：]/, '')))
    .filter((name) => name !== '')
  return { names: withoutEnds(plain, siteNames), isPlain: true }
}
