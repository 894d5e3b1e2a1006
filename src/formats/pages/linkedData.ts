import { isRecord } from '../../domain/fieldText'

/** What linked data (JSON-LD) of schema.org says about the article of a page. */
export interface LinkedData {
  readonly headlines: readonly string[]
  readonly published: readonly string[]
  readonly authors: readonly string[]
  readonly publishers: readonly string[]
  /** Names of a BreadcrumbList in their order. */
  readonly breadcrumb: readonly string[]
}

/** Longest script and most values that are looked at. */
const LONGEST = 1_000_000
const MOST = 20_000

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|NewsArticle)$/

function typesOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  const type = value['@type']
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
}

/** Names given as a text, as an object with a name, or as a list of these. */
function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value.slice(0, 50) : [value])
    .map((one: unknown) => (isRecord(one) ? one['name'] : one))
    .filter((one) => typeof one === 'string')
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

function breadcrumbOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  const list = value['itemListElement']
  if (!Array.isArray(list)) return []
  return list
    .slice(0, 20)
    .filter(isRecord)
    .toSorted((one, other) => Number(one['position'] ?? 0) - Number(other['position'] ?? 0))
    .flatMap((one) => namesOf(typeof one['name'] === 'string' ? one['name'] : one['item']))
}

/** Reads a script of linked data: one object, a list or an `@graph`. What is no JSON says nothing. */
export function readLinkedData(source: string): LinkedData {
  const found = {
    headlines: [] as string[],
    published: [] as string[],
    authors: [] as string[],
    publishers: [] as string[],
    breadcrumb: [] as readonly string[],
  }
  if (source.length > LONGEST) return found
  let parsed: unknown
  try {
    parsed = JSON.parse(
      source.trim().replace(/^<!--|-->$|^\/\*.{0,40}?\*\/|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, ''),
    )
  } catch {
    return found
  }
  const waiting: unknown[] = [parsed]
  for (let looked = 0; looked < MOST && waiting.length > 0; looked += 1) {
    const value = waiting.shift()
    if (Array.isArray(value)) waiting.push(...(value.slice(0, 200) as unknown[]))
    else if (isRecord(value)) {
      const types = typesOf(value)
      if (types.some((type) => ARTICLE_TYPE.test(type))) {
        found.headlines.push(...textsOf(value['headline'] ?? value['name']))
        found.published.push(...textsOf(value['datePublished']))
        found.authors.push(...namesOf(value['author']))
        found.publishers.push(...namesOf(value['sourceOrganization'] ?? value['publisher']))
      } else if (types.includes('BreadcrumbList') && found.breadcrumb.length === 0) {
        found.breadcrumb = breadcrumbOf(value)
      }
      for (const inner of ['@graph', 'mainEntity', 'mainEntityOfPage', 'breadcrumb', 'hasPart']) {
        if (typeof value[inner] === 'object') waiting.push(value[inner])
      }
    }
  }
  return found
}
