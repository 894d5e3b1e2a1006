import { attributeOf, elementsOf, textOf, type HtmlDocument } from './parseHtml'
import { readLinkedData } from './linkedData'

/** A value that a page states outside its text, and where: `meta PubDate`, `JSON-LD datePublished`. */
export interface StatedValue {
  readonly value: string
  readonly from: string
}

/** What a page of HTML states about itself in its head, in linked data and in microdata. Nothing of it is checked yet. */
export interface PageMetadata {
  /** The content of `<title>`. */
  readonly documentTitle: string
  readonly titles: readonly StatedValue[]
  readonly subtitles: readonly StatedValue[]
  readonly sources: readonly StatedValue[]
  readonly publishers: readonly StatedValue[]
  readonly postings: readonly StatedValue[]
  readonly authors: readonly StatedValue[]
  readonly siteNames: readonly string[]
  /** Names of a BreadcrumbList, widest first. */
  readonly breadcrumb: readonly string[]
  /** The address of the page, as it states it itself. */
  readonly url: string | null
}

/** Metadata of a page that has none, such as plain text. */
export const NO_METADATA: PageMetadata = {
  documentTitle: '',
  titles: [],
  subtitles: [],
  sources: [],
  publishers: [],
  postings: [],
  authors: [],
  siteNames: [],
  breadcrumb: [],
  url: null,
}

type ListField = 'titles' | 'subtitles' | 'sources' | 'publishers' | 'postings' | 'authors'

/** Names of meta tags in lower case: of government sites (GB/T and 政府网站发展指引), Open Graph, Dublin Core and publishers. */
const META_NAMES: Readonly<Record<string, ListField>> = {
  articletitle: 'titles',
  'og:title': 'titles',
  'twitter:title': 'titles',
  'dc.title': 'titles',
  'dcterms.title': 'titles',
  headline: 'titles',
  subtitle: 'subtitles',
  articlesubtitle: 'subtitles',
  contentsource: 'sources',
  source: 'sources',
  'article:source': 'sources',
  mediasource: 'sources',
  pubdate: 'postings',
  publishdate: 'postings',
  publishtime: 'postings',
  publish_time: 'postings',
  'article:published_time': 'postings',
  'og:published_time': 'postings',
  'og:release_date': 'postings',
  'og:time': 'postings',
  'apub:time': 'postings',
  'weibo:article:create_at': 'postings',
  datepublished: 'postings',
  'dc.date.issued': 'postings',
  author: 'authors',
  'article:author': 'authors',
  'dc.creator': 'authors',
  'og:article:author': 'authors',
}

const ITEM_PROPERTIES: Readonly<Record<string, ListField>> = {
  headline: 'titles',
  datepublished: 'postings',
  author: 'authors',
  publisher: 'publishers',
  sourceorganization: 'sources',
}

/** The most values of a kind that are looked at. */
const MOST = 20

/** Reads what a page states about itself. */
export function readMetadata(document: HtmlDocument): PageMetadata {
  const lists: Record<ListField, StatedValue[]> = {
    titles: [],
    subtitles: [],
    sources: [],
    publishers: [],
    postings: [],
    authors: [],
  }
  const siteNames: string[] = []
  let breadcrumb: readonly string[] = []
  let documentTitle = ''
  let url: string | null = null
  const add = (field: ListField, value: string, from: string): void => {
    const plain = value.slice(0, 2000).replaceAll(/\s+/g, ' ').trim()
    if (plain !== '' && lists[field].length < MOST) lists[field].push({ value: plain, from })
  }
  for (const element of elementsOf(document)) {
    const tag = element.tagName
    if (tag === 'title' && documentTitle === '') documentTitle = textOf(element, 500)
    else if (tag === 'meta') {
      const name = (
        attributeOf(element, 'name') ||
        attributeOf(element, 'property') ||
        attributeOf(element, 'itemprop')
      )
        .toLowerCase()
        .trim()
      const content = attributeOf(element, 'content')
      const field = META_NAMES[name]
      if (field !== undefined) add(field, content, `meta ${name}`)
      else if ((name === 'og:site_name' || name === 'sitename') && siteNames.length < MOST)
        siteNames.push(content.slice(0, 100).trim())
      else if (name === 'og:url' && url === null) url = content.slice(0, 4000).trim()
    } else if (tag === 'link' && attributeOf(element, 'rel').toLowerCase() === 'canonical') {
      url = attributeOf(element, 'href').slice(0, 4000).trim()
    } else if (
      tag === 'script' &&
      attributeOf(element, 'type').toLowerCase().trim() === 'application/ld+json'
    ) {
      const source = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
      const linked = readLinkedData(source)
      for (const title of linked.headlines) add('titles', title, 'JSON-LD headline')
      for (const date of linked.published) add('postings', date, 'JSON-LD datePublished')
      for (const author of linked.authors) add('authors', author, 'JSON-LD author')
      for (const publisher of linked.publishers) add('publishers', publisher, 'JSON-LD publisher')
      if (breadcrumb.length === 0) breadcrumb = linked.breadcrumb
    } else if (tag === 'time') {
      const moment = attributeOf(element, 'datetime')
      const isModified = /modif|update/i.test(
        `${attributeOf(element, 'itemprop')} ${attributeOf(element, 'class')}`,
      )
      if (moment !== '' && !isModified) add('postings', moment, 'time')
    } else {
      const field = ITEM_PROPERTIES[attributeOf(element, 'itemprop').toLowerCase()]
      if (field !== undefined && lists[field].length < MOST)
        add(
          field,
          attributeOf(element, 'content') || textOf(element, 300),
          `itemprop ${attributeOf(element, 'itemprop').slice(0, 40)}`,
        )
    }
  }
  return {
    ...lists,
    documentTitle,
    siteNames: siteNames.filter((name) => name !== ''),
    breadcrumb,
    url: url === '' ? null : url,
  }
}
