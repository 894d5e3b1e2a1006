import { namesMeant } from '../domain/namesMeant'
import type { QueryField, QueryLoosening, QueryReading, QueryTerm } from '../domain/queryReading'
import type { FieldMatchers } from '../text/markArticle'
import { areNear } from '../text/nearness'
import { compileName, compileRun, type RunMatcher } from '../text/runMatcher'
import { compileFuzzy, compilePrefix } from '../text/wordMatcher'
import type { ArticleColumns } from './articleColumns'
import type { CompiledNode } from './compiledNode'
import type { NameDirectory } from './nameDirectory'
import type { NameFinder } from './nameFinder'
import type { PackedQuery } from './packed/packedQuery'
import { packTerm } from './packedTerm'
import type { ParsedQuery } from './parseQuery'
import { queryParts } from './printQuery'
import type { QueryNode, TermNode } from './queryNode'
import type { SearchedTexts } from './searchedTexts'
import { checkText, checkValues, isValueField, termCheck } from './termFields'

/** What queries are compiled for. */
export interface QueryGround {
  readonly columns: ArticleColumns
  readonly texts: SearchedTexts
  /** `null` where pinyin is not read. */
  readonly names: NameDirectory | null
  /** `null` where other forms of offices are not looked for. */
  readonly offices: NameFinder['offices'] | null
}

/** A term that is looked for, as it bears on the order of the results. */
export interface WantedTerm {
  /** What is looked for, folded. */
  readonly folded: string
  /** Asks the index for what it is worth. */
  readonly packed: PackedQuery
  /** Matches where it stands in title, kicker or subtitle. */
  readonly inTitle: CompiledNode
}

/** A query ready to be matched and to mark its hits. */
export interface CompiledQuery {
  /** How it was understood. */
  readonly reading: QueryReading
  /** What is to be marked in an article's parts. */
  readonly marks: FieldMatchers
  /** What is looked for: terms that are not excluded and not those of a value. */
  readonly wanted: readonly WantedTerm[]
  /** Whether every article matches, because nothing was asked for. */
  readonly matchesAll: boolean
  readonly root: CompiledNode
}

/** What is marked: a matcher, and the field that it is bound to. */
interface Marked {
  readonly matcher: RunMatcher
  readonly field: QueryField | null
}

function matcherOf({ kind, text }: QueryTerm): RunMatcher {
  if (kind === 'prefix') return compilePrefix(text)
  return kind === 'fuzzy' ? compileFuzzy(text) : compileRun(text)
}

/** Names that are marked for a term in pinyin; of very many, the most frequent. */
const MOST_MARKED_NAMES = 40

class QueryCompiler {
  readonly loosenings: QueryLoosening[] = []
  readonly marked: Marked[] = []
  readonly wanted: WantedTerm[] = []
  readonly #q: string
  readonly #ground: QueryGround

  constructor(q: string, ground: QueryGround) {
    this.#q = q
    this.#ground = ground
  }

  /** @param isWanted whether what is found is wanted, not excluded: only then it is marked, and pinyin is read */
  compile(node: QueryNode, isWanted: boolean): CompiledNode {
    switch (node.kind) {
      case 'term':
        return isWanted ? this.#wanted(node) : this.#term(node.term)
      case 'near':
        return this.#near(node, isWanted)
      case 'not':
        return { kind: 'not', node: this.compile(node.node, false) }
      case 'all':
      case 'any':
        return { kind: node.kind, nodes: node.nodes.map((one) => this.compile(one, isWanted)) }
    }
  }

  /** A term in the field that it names, or in another. */
  #term(term: QueryTerm, field = term.field): CompiledNode {
    const { columns, texts } = this.#ground
    const matcher = matcherOf(term)
    const check = termCheck(term, matcher)
    const { offices } = this.#ground
    if (field === 'office' && offices !== null) {
      return { kind: 'values', check: offices(columns, term.text, check) }
    }
    if (isValueField(field)) return { kind: 'values', check: checkValues(field, columns, check) }
    const { packed, isExact } = packTerm({ kind: term.kind, field }, matcher)
    return { kind: 'term', packed, check: isExact ? null : checkText(field, texts, check) }
  }

  #near({ left, right, distance }: QueryNode & { readonly kind: 'near' }, isWanted: boolean): CompiledNode {
    const matchers = [left, right].map(({ term }) => matcherOf(term))
    const check = (text: string): boolean => areNear(text, matchers[0]!, matchers[1]!, distance)
    const { field } = left.term
    if (isValueField(field)) {
      return { kind: 'values', check: checkValues(field, this.#ground.columns, check) }
    }
    if (isWanted) {
      this.#want(left.term)
      this.#want(right.term)
    }
    const queries = [left, right].map(
      ({ term }, place) => packTerm({ kind: term.kind, field }, matchers[place]!).packed,
    )
    return {
      kind: 'term',
      packed: { kind: 'and', queries },
      check: checkText(field, this.#ground.texts, check),
    }
  }

  /** Notes a term as one that is marked and ranks the results. */
  #want(term: QueryTerm): void {
    const matcher = matcherOf(term)
    this.marked.push({ matcher, field: term.field })
    this.wanted.push({
      folded: matcher.folded,
      packed: packTerm(term, matcher).packed,
      inTitle: this.#term(term, 'title'),
    })
  }

  /** A term, or names that it reads as in pinyin; not in quotes, nor under a field of other things. */
  #wanted(node: TermNode): CompiledNode {
    let plain = this.#term(node.term)
    const { kind, text, field } = node.term
    if (!isValueField(field)) this.#want(node.term)
    const { names } = this.#ground
    const people = field === null || field === 'person'
    const newspapers = field === null || field === 'newspaper'
    if (field === 'person') plain = this.#withNamesMeant(plain, text)
    if (names === null || kind !== 'run' || !(people || newspapers)) return plain
    const found = names.find(text, { people, newspapers })
    if (found.names.length === 0) return plain
    this.#loosen(node, found.names)
    for (const name of found.names.slice(0, MOST_MARKED_NAMES)) {
      const written: QueryTerm = { kind: 'phrase', text: name, field: null }
      this.marked.push({ matcher: compileName(name), field: null })
      this.wanted.push({
        folded: compileRun(name).folded,
        packed: packTerm(written, compileRun(name)).packed,
        inTitle: this.#term(written, 'title'),
      })
    }
    return { kind: 'any', nodes: [plain, { kind: 'articles', ordinals: found.ordinals }] }
  }

  /** A name that was asked for, or those by which a decision has the person now. */
  #withNamesMeant(plain: CompiledNode, name: string): CompiledNode {
    const [, ...others] = namesMeant(name, this.#ground.columns.decided)
    if (others.length === 0) return plain
    const terms = others.map((other): QueryTerm => ({ kind: 'phrase', text: other, field: 'person' }))
    for (const term of terms) this.#want(term)
    return { kind: 'any', nodes: [plain, ...terms.map((term) => this.#term(term))] }
  }

  #loosen({ at, term }: TermNode, names: readonly string[]): void {
    const [start, end] = at
    const written = this.#q.slice(start, end)
    // The term without its field, which stays as it was written.
    const wordStart = written.length - term.text.length
    const removal = `${this.#q.slice(0, start)}${written.slice(0, wordStart)}"${term.text}"${this.#q.slice(end)}`
    this.loosenings.push({ kind: 'pinyin', term: term.text, names, removal })
  }
}

/** The terms that are looked for, in order; those of the excluded are left out. */
function wantedTerms(node: QueryNode): readonly QueryTerm[] {
  switch (node.kind) {
    case 'term':
      return [node.term]
    case 'near':
      return [node.left.term, node.right.term]
    case 'not':
      return []
    case 'all':
    case 'any':
      return node.nodes.flatMap(wantedTerms)
  }
}

/** A query that has been parsed, compiled to be asked of the articles that are there now. Any query compiles. */
export function compileQuery(q: string, { root, remarks }: ParsedQuery, ground: QueryGround): CompiledQuery {
  const compiler = new QueryCompiler(q, ground)
  const compiled = compiler.compile(root, true)
  const markedIn = (other: QueryField): readonly RunMatcher[] =>
    compiler.marked.filter(({ field }) => field !== other).map(({ matcher }) => matcher)
  return {
    reading: {
      terms: wantedTerms(root),
      parts: queryParts(root),
      remarks,
      loosenings: compiler.loosenings,
    },
    // People's names are marked wherever they stand, as those chosen in the filter are.
    marks: { title: markedIn('text'), text: markedIn('title') },
    wanted: compiler.wanted,
    matchesAll: root.kind === 'all' && root.nodes.length === 0,
    root: compiled,
  }
}
