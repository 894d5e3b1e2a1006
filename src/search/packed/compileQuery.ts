import type { CompiledNode, LeafNode, WeightedTerm } from './compiledQuery'
import { fuzzyDistance } from './fuzzyDistance'
import { PackedError } from './packedError'
import type { PackedQuery } from './packedQuery'
import { QueryTerm } from './queryTerm'
import type { Segment } from './segment'
import type { TermEntry } from './termEntry'
import { pairsOfRun } from './tokenizeByRuns'

/** MiniSearch's default weights of derived terms. */
const PREFIX_WEIGHT = 0.375
const FUZZY_WEIGHT = 0.45

/** A compiled query, and the number of distinct terms that were asked for. */
export interface CompiledQuery {
  readonly root: CompiledNode
  readonly termCount: number
}

/** Looks up a query's terms in the segments. Throws `unknown-field` for a field that the index does not have. */
export function compileQuery(
  query: PackedQuery,
  segments: readonly Segment[],
  fields: readonly string[],
): CompiledQuery {
  const compiler = new QueryCompiler(segments, fields)
  const root = compiler.compile(query, fields)
  return { root, termCount: compiler.bits.size }
}

class QueryCompiler {
  readonly bits = new Map<string, number>()
  private readonly segments: readonly Segment[]
  private readonly fields: readonly string[]
  private readonly terms = new Map<string, QueryTerm>()

  constructor(segments: readonly Segment[], fields: readonly string[]) {
    this.segments = segments
    this.fields = fields
  }

  /** `fields` are those that an enclosing query allows. */
  compile(query: PackedQuery, fields: readonly string[]): CompiledNode {
    switch (query.kind) {
      case 'all':
        return { kind: 'all' }
      case 'and':
      case 'or':
        return { kind: query.kind, children: query.queries.map((child) => this.compile(child, fields)) }
      case 'not':
        return { kind: 'not', child: this.compile(query.query, fields) }
      case 'near': {
        const allowed = query.fields ?? fields
        return {
          kind: 'near',
          left: this.compile(query.left, query.left.fields ?? allowed) as LeafNode,
          right: this.compile(query.right, query.right.fields ?? allowed) as LeafNode,
          leftText: textOf(query.left),
          rightText: textOf(query.right),
          distance: query.distance,
          fields: this.fieldIds(allowed),
        }
      }
      default:
        return this.compileLeaf(query, this.fieldIds(query.fields ?? fields))
    }
  }

  private compileLeaf(
    query: PackedQuery & { readonly kind: 'run' | 'term' | 'prefix' | 'fuzzy' },
    fields: readonly number[],
  ): LeafNode {
    switch (query.kind) {
      case 'run': {
        const pairs = pairsOfRun(query.run)
        if (pairs.length === 0) {
          return { kind: 'terms', terms: this.withPrefix(query.run), bits: [this.bit(query.run)], fields }
        }
        const bits = [...new Set(pairs)].map((pair) => this.bit(pair))
        return { kind: 'run', run: query.run, pairs: pairs.map((pair) => this.term(pair)), bits, fields }
      }
      case 'term':
        return {
          kind: 'terms',
          terms: [{ term: this.term(query.term), weight: 1 }],
          bits: [this.bit(query.term)],
          fields,
        }
      case 'prefix':
        return { kind: 'terms', terms: this.withPrefix(query.prefix), bits: [this.bit(query.prefix)], fields }
      case 'fuzzy':
        return {
          kind: 'terms',
          terms: this.within(query.term, query.distance),
          bits: [this.bit(query.term)],
          fields,
        }
    }
  }

  /** A prefix that is empty would be every term: it finds nothing, as an empty query does. */
  private withPrefix(prefix: string): WeightedTerm[] {
    if (prefix === '') return []
    return this.derived(
      (segment) => segment.dictionary.withPrefix(prefix),
      (term) => {
        const distance = term.length - prefix.length
        return distance === 0 ? 1 : (PREFIX_WEIGHT * term.length) / (term.length + 0.3 * distance)
      },
    )
  }

  private within(wanted: string, maxDistance: number): WeightedTerm[] {
    return this.derived(
      (segment) => segment.dictionary.ofLength(wanted.length - maxDistance),
      // The rows of one function are shared by neighbouring terms of a segment, and simply start over in the next.
      ((distanceTo) => (term: string) => {
        const distance = distanceTo(term)
        if (distance === undefined) return 0
        return distance === 0 ? 1 : (FUZZY_WEIGHT * term.length) / (term.length + distance)
      })(fuzzyDistance(wanted, maxDistance)),
    )
  }

  private derived(
    entriesOf: (segment: Segment) => Iterable<[string, TermEntry]>,
    weigh: (term: string) => number,
  ): WeightedTerm[] {
    const found = new Map<string, { readonly weight: number; readonly entries: (TermEntry | undefined)[] }>()
    this.segments.forEach((segment, index) => {
      for (const [term, entry] of entriesOf(segment)) {
        let derived = found.get(term)
        if (derived === undefined) {
          const weight = weigh(term)
          if (weight === 0) continue
          derived = { weight, entries: this.segments.map(() => undefined) }
          found.set(term, derived)
        }
        derived.entries[index] = entry
      }
    })
    return Array.from(found, ([term, { weight, entries }]) => ({
      term: new QueryTerm(term, this.segments, this.fields.length, entries),
      weight,
    }))
  }

  private term(term: string): QueryTerm {
    let known = this.terms.get(term)
    if (known === undefined) {
      known = new QueryTerm(term, this.segments, this.fields.length)
      this.terms.set(term, known)
    }
    return known
  }

  private bit(term: string): number {
    let bit = this.bits.get(term)
    if (bit === undefined) this.bits.set(term, (bit = this.bits.size))
    return bit
  }

  private fieldIds(names: readonly string[]): number[] {
    return names.map((name) => {
      const id = this.fields.indexOf(name)
      if (id < 0) throw new PackedError('unknown-field', `the index has no field "${name}"`)
      return id
    })
  }
}

function textOf(query: PackedQuery & { readonly kind: 'run' | 'term' }): string {
  return query.kind === 'run' ? query.run : query.term
}
