import { attributeOf, type HtmlElement } from './parseHtml'
import type { LineRole } from './pageLine'

/** Elements that show no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg canvas audio video select option textarea button input head title link meta frame frameset noframes noembed datalist dialog map area applet progress meter math'.split(
    ' ',
  ),
)

const UNSEEN_STYLE =
  /(?:display\s{0,4}:\s{0,4}none|font-size\s{0,4}:\s{0,4}0(?![.\d]*[1-9])|(?:text-indent|left|top)\s{0,4}:\s{0,4}-\d{4,6}(?:px|em))/i
/** Styles that scripts take away when a page has loaded; a saved page keeps them. */
const VEILED_STYLE =
  /(?:visibility\s{0,4}:\s{0,4}(?:hidden|collapse)|opacity\s{0,4}:\s{0,4}0(?:\.0{1,4})?(?:\s{0,4}[;!]|$))/i
const UNSEEN_CLASS =
  /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|visuallyhidden|screen-reader-text|invisible|none)(?:\s|$)/

/** Whether an element and all in it is not shown: by what it is, or because its markup says so. */
export function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.tagName)) return true
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true
    if (name === 'aria-hidden' && value.trim().toLowerCase() === 'true') return true
    if (name === 'style' && UNSEEN_STYLE.test(value.slice(0, 2000))) return true
    if (name === 'class' && UNSEEN_CLASS.test(value.slice(0, 400))) return true
  }
  return false
}

/** Words that authors of pages use in classes and ids, English and pinyin, and what they say. */
const ROLE_WORDS: readonly (readonly [role: LineRole, pattern: RegExp])[] = [
  ['breadcrumb', /(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|breadnav|mianbao|mbx)(?:$|[\s_-])|breadcrumb/],
  [
    'subtitle',
    /sub-?_?tit(?:le)?|futi|fubiaoti|(?:^|[\s_-])(?:fbt|ft-title|second-?title|deck|subhead(?:line)?)(?:$|[\s_-])/,
  ],
  [
    'kicker',
    /kicker|yinti|(?:^|[\s_-])(?:pre-?title|intro-?title|jianti|shoulder|eyebrow|overline|ytitle)(?:$|[\s_-])/,
  ],
  [
    'caption',
    /caption|(?:^|[\s_-])(?:img|pic|photo|image|tu)-?_?(?:text|note|desc|description|info|title|tip|shuoming)(?:$|[\s_-])|figcaption/,
  ],
  [
    'share',
    /(?:^|[\s_-])(?:share|bdshare|jiathis|social|fenxiang|toolbar|tool-?bar|share-?box)(?:$|[\s_\d-])|bdshare|jiathis/,
  ],
  [
    'comment',
    /(?:^|[\s_-])(?:comments?|pinglun|reply|replies|disqus|changyan|sohucs|liuyan)(?:-?(?:list|box|area|section|wrap|item))?(?:$|[\s_\d-])/,
  ],
  [
    'footer',
    /(?:^|[\s_-])(?:foot|footer|copyright|page-?foot(?:er)?|site-?foot(?:er)?|banquan)(?:$|[\s_\d-])/,
  ],
  [
    'navigation',
    /(?:^|[\s_-])(?:nav|navbar|menu|main-?nav|top-?nav|site-?nav|navi|daohang|topbar|top-?menu|submenu|pager|pagination|page-?nav|pages)(?:$|[\s_\d-])/,
  ],
  [
    'aside',
    /(?:^|[\s_-])(?:related|relate|recommend|recommended|tuijian|xiangguan|hot|hotnews|rank|ranking|paihang|guess|sidebar|side-?bar|aside|ad|ads|advert|advertisement|gg|guanggao|promo|sponsor|popular|right-?list|hot-?list|more-?news|calendar|rili)(?:$|[\s_\d-])/,
  ],
  [
    'summary',
    /(?:^|[\s_-])(?:summary|abstract|zhaiyao|daodu|daoyu|digest|article-?summary|news-?summary|tiyao)(?:$|[\s_-])/,
  ],
  [
    'title',
    /(?:^|[\s_-])(?:article|news|content|main|detail|page|text|post|arti|wz|doc)-?_?(?:title|tit|headline|biaoti|bt)(?:$|[\s_-])|(?:^|\s)(?:headline|biaoti)(?:$|\s)/,
  ],
]

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b cite em font i label mark small span strong sub sup time u'.split(' '),
)

/** What an element's name, class and id say of the text in it; `null` when they say nothing. */
export function markupRole(element: HtmlElement): LineRole | null {
  switch (element.tagName) {
    case 'nav':
      return 'navigation'
    case 'footer':
      return 'footer'
    case 'aside':
      return 'aside'
    case 'figcaption':
    case 'caption':
      return element.tagName === 'figcaption' ? 'caption' : null
    case 'html':
    case 'body':
    case 'form':
      return null
    default:
  }
  const words = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`.slice(0, 300).toLowerCase()
  if (words.trim() === '') return null
  if (/^h[1-6]$/.test(element.tagName)) {
    if (/(?:^|\s)(?:sub|futi|deck|ft)/.test(words)) return 'subtitle'
    if (/(?:^|\s)(?:pre|yin|kicker|top|jt)/.test(words)) return 'kicker'
  }
  const role = ROLE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  // What stands within a line says something of the line only, not of a part of the page.
  const isOfPart = role === 'footer' || role === 'navigation' || role === 'aside' || role === 'comment'
  return isOfPart && INLINE.has(element.tagName) ? null : role
}

/** Whether an element's style keeps it unseen in a way that pages use for their whole text until it has loaded. */
export function isVeiled(element: HtmlElement): boolean {
  return VEILED_STYLE.test(attributeOf(element, 'style').slice(0, 2000))
}
