import type { QueryField, QueryRemark, QueryTerm } from '../domain/queryReading'
import type { TextRange } from '../domain/textRange'
import { fold } from '../text/fold'
import { characterRuns } from '../text/tokens'
import { lexQuery, type Fault, type Lexeme } from './lexQuery'
import type { QueryNode, TermNode } from './queryNode'

/** A query's tree, with what was odd in how it was written. */
export interface ParsedQuery {
  readonly root: QueryNode
  readonly remarks: readonly QueryRemark[]
}

type TermLexeme = Extract<Lexeme, { kind: 'term' }>

/** Deeper parentheses and denials than this mean nothing, and would exhaust the stack. */
const DEEPEST = 60

function isFault(result: QueryNode | Fault): result is Fault {
  return 'code' in result
}

/** The name by which a term counts as one that is there already. */
function identityOf({ kind, text, field }: QueryTerm): string {
  return `${kind} ${field ?? ''} ${fold(text)}`
}

/** Several nodes as one, those of the same kind taken apart, terms that are there twice taken once. */
function joinNodes(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode {
  const seen = new Set<string>()
  const parts = nodes
    .flatMap((node) => (node.kind === kind ? node.nodes : [node]))
    .filter((node) => {
      if (node.kind !== 'term') return true
      const identity = identityOf(node.term)
      return !seen.has(identity) && seen.add(identity)
    })
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind, nodes: parts }
}

function termNode({ text, termKind, at }: TermLexeme, field: QueryField | null): TermNode {
  return { kind: 'term', term: { text, kind: termKind, field }, at }
}

/** Reads lexemes by the grammar; the first fault ends it. */
class QueryReader {
  readonly #lexemes: readonly Lexeme[]
  readonly #end: number
  #place = 0

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes
    this.#end = lexemes.at(-1)?.at[1] ?? 0
  }

  /** The whole query. */
  read(): QueryNode | Fault {
    if (this.#lexemes.length === 0) return { kind: 'all', nodes: [] }
    const root = this.#alternatives(null, 0)
    const left = this.#peek()
    if (isFault(root) || left === undefined) return root
    return { code: 'parenthesis-unopened', at: left.at }
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#place]
  }

  /** The place of the next lexeme, or of the end. */
  get #here(): TextRange {
    return this.#peek()?.at ?? [this.#end, this.#end]
  }

  /** Alternatives, each of which binds before OR does. */
  #alternatives(field: QueryField | null, depth: number): QueryNode | Fault {
    const nodes: QueryNode[] = []
    for (;;) {
      const node = this.#conjunction(field, depth)
      if (isFault(node)) return node
      nodes.push(node)
      if (this.#peek()?.kind !== 'or') return joinNodes('any', nodes)
      this.#place++
    }
  }

  #conjunction(field: QueryField | null, depth: number): QueryNode | Fault {
    const nodes: QueryNode[] = []
    for (;;) {
      const node = this.#denial(field, depth)
      if (isFault(node)) return node
      nodes.push(node)
      const next = this.#peek()
      if (next === undefined || next.kind === 'or' || next.kind === 'close') return joinNodes('all', nodes)
      if (next.kind === 'and') this.#place++
    }
  }

  #denial(field: QueryField | null, depth: number): QueryNode | Fault {
    if (this.#peek()?.kind !== 'not') return this.#nearness(field, depth)
    if (depth > DEEPEST) return { code: 'too-deep', at: this.#here }
    this.#place++
    const node = this.#denial(field, depth + 1)
    return isFault(node) ? node : { kind: 'not', node }
  }

  /** Terms near one another; of three or more, each is near the next. */
  #nearness(field: QueryField | null, depth: number): QueryNode | Fault {
    let left = this.#fielded(field, depth)
    const pairs: QueryNode[] = []
    for (let near = this.#peek(); near?.kind === 'near'; near = this.#peek()) {
      if (isFault(left)) return left
      if (near.distance === null) return { code: 'near-without-distance', at: near.at }
      this.#place++
      const right = this.#fielded(field, depth)
      if (isFault(right)) return right
      if (left.kind !== 'term' || right.kind !== 'term') return { code: 'near-not-terms', at: near.at }
      const [one, other] = [left.term.field, right.term.field]
      if (one !== null && other !== null && one !== other) return { code: 'near-two-fields', at: near.at }
      const bound = one ?? other
      const within = (node: TermNode): TermNode => ({ ...node, term: { ...node.term, field: bound } })
      pairs.push({ kind: 'near', left: within(left), right: within(right), distance: near.distance })
      left = right
    }
    return pairs.length === 0 ? left : joinNodes('all', pairs)
  }

  #fielded(field: QueryField | null, depth: number): QueryNode | Fault {
    const name = this.#peek()
    if (name?.kind !== 'field') return this.#primary(field, depth)
    this.#place++
    const value = this.#peek()
    if (value?.kind !== 'term' && value?.kind !== 'open') return { code: 'field-without-term', at: name.at }
    const node = this.#primary(name.field, depth)
    return !isFault(node) && node.kind === 'term' ? { ...node, at: [name.at[0], node.at[1]] } : node
  }

  #primary(field: QueryField | null, depth: number): QueryNode | Fault {
    const first = this.#peek()
    if (first?.kind === 'open') return this.#group(field, depth)
    if (first?.kind !== 'term') {
      const isUnopened = first?.kind === 'close' && depth === 0
      // An operator at the end, or before another one, is the one that lacks its term.
      const lacking = first === undefined ? (this.#lexemes[this.#place - 1]?.at ?? this.#here) : this.#here
      return { code: isUnopened ? 'parenthesis-unopened' : 'operator-without-term', at: lacking }
    }
    const nodes: QueryNode[] = []
    for (let one: Lexeme | undefined = first; one?.kind === 'term'; one = this.#peek()) {
      if (one !== first && !one.isJoined) break
      nodes.push(termNode(one, field))
      this.#place++
    }
    return joinNodes('all', nodes)
  }

  #group(field: QueryField | null, depth: number): QueryNode | Fault {
    const opening = this.#here
    if (depth > DEEPEST) return { code: 'too-deep', at: opening }
    this.#place++
    if (this.#peek()?.kind === 'close') return { code: 'parentheses-empty', at: [opening[0], this.#here[1]] }
    const node = this.#alternatives(field, depth + 1)
    if (isFault(node)) return node
    if (this.#peek()?.kind !== 'close') return { code: 'parenthesis-unclosed', at: opening }
    this.#place++
    return node
  }
}

/** All runs and phrases of a query, operators and names of fields as the words that they are. */
function literalNode(q: string): QueryNode {
  const folded = fold(q)
  const nodes: TermNode[] = []
  const takeRuns = (from: number, to: number): void => {
    let last: TextRange = [-1, -1]
    for (const { start, end } of characterRuns(folded.slice(from, to))) {
      const isGoingOn = last[1] === from + start
      if (isGoingOn) nodes.pop()
      last = [isGoingOn ? last[0] : from + start, from + end]
      nodes.push(
        termNode({ kind: 'term', text: q.slice(...last), termKind: 'run', isJoined: false, at: last }, null),
      )
    }
  }
  let from = 0
  for (const lexeme of lexQuery(q).lexemes) {
    if (lexeme.kind !== 'term' || lexeme.termKind !== 'phrase') continue
    takeRuns(from, lexeme.at[0])
    nodes.push(termNode(lexeme, null))
    from = lexeme.at[1]
  }
  takeRuns(from, q.length)
  return joinNodes('all', nodes)
}

function holdsNothing(node: QueryNode): boolean {
  return node.kind === 'all' && node.nodes.length === 0
}

/**
 * What stands in the search box, read. White space and punctuation part terms, and all of them must match; what stands
 * in "…", “…”, 「…」 or 『…』 is one phrase, taken literally; AND, OR, |, NOT, a hyphen before a term, parentheses,
 * names of fields, NEAR/n, and * or ~ behind a Latin word mean what docs/search.md says, at full width too.
 *
 * Any string can be read. A quotation mark that is never closed takes all that follows it as its phrase. A query that
 * does not follow the rules is searched literally, its operators as words; the remark says why and where. One with
 * nothing but punctuation matches everything.
 */
export function parseQuery(q: string): ParsedQuery {
  const { lexemes, faults } = lexQuery(q)
  const read = new QueryReader(lexemes).read()
  const root = isFault(read) ? literalNode(q) : read
  const all = isFault(read) ? [...faults, read] : [...faults]
  if (holdsNothing(root) && q.trim() !== '') all.push({ code: 'nothing-to-search', at: [0, q.length] })
  return { root, remarks: all.map((fault) => ({ ...fault, text: q.slice(...fault.at) })) }
}
