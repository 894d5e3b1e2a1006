import type { QueryOffer } from '../domain/queryReading'
import { fold } from '../text/fold'
import { punctuationVariants, type PunctuationVariants } from '../text/punctuationVariants'
import type { ParsedQuery } from './parseQuery'
import { printTerm } from './printQuery'
import type { TermNode } from './queryNode'

/** Terms of a query for which other writings are looked for. */
const MOST_TERMS = 2
/** Writings that an offer spells out; of more, those in most articles. */
const MOST_WRITINGS = 24

/** A term whose other writings may be offered. */
interface OfferedTerm {
  readonly node: TermNode
  readonly variants: PunctuationVariants
}

/** The terms, all of which a query needs, that may have other writings: none where it was read literally. */
function offeredTerms({ root, remarks }: ParsedQuery): readonly OfferedTerm[] {
  if (remarks.length > 0) return []
  const nodes = root.kind === 'all' ? root.nodes : [root]
  return nodes
    .flatMap((node) => {
      if (node.kind !== 'term' || node.term.kind === 'prefix' || node.term.kind === 'fuzzy') return []
      if (node.term.field !== null && node.term.field !== 'title' && node.term.field !== 'text') return []
      const variants = punctuationVariants(node.term.text)
      return variants === null ? [] : [{ node, variants }]
    })
    .slice(0, MOST_TERMS)
}

/** Marks as they are written in Chinese, by their folded forms: a query is shown as one writes. */
const WRITTEN_MARKS: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
])

function asWritten(folded: string): string {
  return Array.from(folded, (character) => WRITTEN_MARKS.get(character) ?? character).join('')
}

/** The query with the other writings beside a term. */
function withWritings(q: string, { term, at }: TermNode, writings: readonly string[]): string {
  const [start, end] = at
  const others = writings.map((text) =>
    printTerm({ text: asWritten(text), kind: 'phrase', field: term.field }),
  )
  const written = q.slice(start, end)
  return `${q.slice(0, start)}(${[written, ...others].join(' OR ')})${q.slice(end)}`
}

/**
 * The offers to take in articles where the words of a query stand with other punctuation, each with how many more
 * there would be. It looks through the texts of many articles, and can be left alone after each of them.
 *
 * @param textsWith the folded texts of articles that hold all of some tokens, and perhaps of others
 * @param totalOf how many articles a query finds under the filters in force
 */
export function* punctuationOffers(
  q: string,
  parsed: ParsedQuery,
  textsWith: (tokens: readonly string[]) => Iterable<string>,
  totalOf: (q: string) => number,
): Generator<undefined, readonly QueryOffer[]> {
  const offers: QueryOffer[] = []
  let total: number | null = null
  for (const { node, variants } of offeredTerms(parsed)) {
    const asked = fold(node.term.text)
    const articles = new Map<string, number>()
    for (const text of textsWith(variants.tokens)) {
      for (const writing of variants.findIn(text)) articles.set(writing, (articles.get(writing) ?? 0) + 1)
      yield
    }
    articles.delete(asked)
    if (articles.size === 0) continue
    const writings = [...articles]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_WRITINGS)
      .map(([writing]) => writing)
    const changed = withWritings(q, node, writings)
    total ??= totalOf(q)
    const count = totalOf(changed) - total
    if (count > 0) offers.push({ kind: 'punctuation', term: node.term.text, count, q: changed })
  }
  return offers
}
