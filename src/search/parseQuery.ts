import type { QueryReading, QueryRemark, QueryTerm } from '../domain/archive'
import { fold } from '../text/fold'
import { characterRuns } from '../text/tokens'

/**
 * What a query says, as a tree. Every node says of an article whether it matches; whoever walks the tree handles each
 * kind, so that a new kind (alternatives, exclusions, fields, nearness) is a compile error where it is forgotten.
 */
export type QueryNode =
  | { readonly kind: 'term'; readonly term: QueryTerm }
  /** All of them must match; without any, everything matches. */
  | { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }

/** A query's tree, with what is shown of how it was read. */
export interface ParsedQuery {
  readonly root: QueryNode
  readonly reading: QueryReading
}

/** Quotation marks after folding, each with the one that closes it. Curly and straight ones are alike by then. */
const CLOSING_QUOTE: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
])

/** Runs of an unquoted stretch: what follows without a separator is one run, Han and words together (5G基站). */
function runsIn(text: string, folded: string, start: number, end: number): readonly QueryTerm[] {
  const terms: { start: number; end: number }[] = []
  for (const run of characterRuns(folded.slice(start, end))) {
    const last = terms.at(-1)
    if (last?.end === start + run.start) last.end = start + run.end
    else terms.push({ start: start + run.start, end: start + run.end })
  }
  return terms.map((term) => ({ kind: 'run', text: text.slice(term.start, term.end) }))
}

function isSameTerm(a: QueryTerm, b: QueryTerm): boolean {
  return a.kind === b.kind && fold(a.text) === fold(b.text)
}

/**
 * What stands in the search box, read: white space and punctuation part terms, and all of them must match; what stands
 * in "…", “…”, 「…」 or 『…』 is one phrase, taken literally. 《…》 is punctuation. A term that is there twice counts once.
 *
 * Any string can be read. A quotation mark that is never closed takes all that follows it as its phrase
 * (`unclosed-quote`); a query with nothing but punctuation has no terms and matches everything (`nothing-to-search`).
 */
export function parseQuery(q: string): ParsedQuery {
  const folded = fold(q)
  const found: QueryTerm[] = []
  const remarks: QueryRemark[] = []
  let plainFrom = 0
  let at = 0
  while (at < folded.length) {
    const closing = CLOSING_QUOTE.get(folded.charAt(at))
    if (closing === undefined) {
      at++
      continue
    }
    found.push(...runsIn(q, folded, plainFrom, at))
    const closed = folded.indexOf(closing, at + 1)
    const end = closed === -1 ? folded.length : closed
    const phrase = q.slice(at + 1, end).trim()
    if (closed === -1) remarks.push('unclosed-quote')
    if (phrase !== '') found.push({ kind: 'phrase', text: phrase })
    at = Math.min(end + 1, folded.length)
    plainFrom = at
  }
  found.push(...runsIn(q, folded, plainFrom, folded.length))

  const terms = found.filter((term, number) => found.findIndex((other) => isSameTerm(other, term)) === number)
  if (terms.length === 0 && q.trim() !== '') remarks.push('nothing-to-search')
  return {
    root: { kind: 'all', nodes: terms.map((term) => ({ kind: 'term', term })) },
    reading: { terms, remarks },
  }
}
