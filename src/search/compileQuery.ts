import type { QueryField, QueryLoosening, QueryReading, QueryTerm } from '../domain/queryReading'
import type { FieldMatchers } from '../text/markArticle'
import { areNear } from '../text/nearness'
import { compileName, compileRun, type RunMatcher } from '../text/runMatcher'
import { compileFuzzy, compilePrefix, fuzzyDistance } from '../text/wordMatcher'
import type { ArticleColumns } from './articleColumns'
import type { NameDirectory } from './nameDirectory'
import type { ParsedQuery } from './parseQuery'
import { queryParts } from './printQuery'
import type { QueryNode, TermNode } from './queryNode'
import type { Ranking } from './ranking'
import type { SearchedTexts } from './searchedTexts'
import {
  checkText,
  checkValues,
  isValueField,
  termCheck,
  type OrdinalCheck,
  type TextCheck,
} from './termFields'

/** What queries are asked of. */
export interface QueryGround {
  readonly columns: ArticleColumns
  readonly texts: SearchedTexts
  readonly ranking: Ranking
  /** `null` where pinyin is not read. */
  readonly names: NameDirectory | null
}

/** A query ready to be asked of articles and to mark their texts. */
export interface CompiledQuery {
  /** How it was understood; offers are not among it. */
  readonly reading: QueryReading
  /** What is to be marked in an article's parts. */
  readonly marks: FieldMatchers
  /** What is looked for: one matcher for each term that is not excluded and not one of a value. */
  readonly matchers: readonly RunMatcher[]
  /** Whether every article matches, because nothing was asked for. */
  readonly matchesAll: boolean
  readonly matches: OrdinalCheck
  /** Ranked articles among which are all that match; `null` where the index cannot narrow the search. Asks MiniSearch. */
  readonly candidates: () => Iterable<number> | null
}

/** What is marked: a matcher, and the field that it is bound to. */
interface Marked {
  readonly matcher: RunMatcher
  readonly field: QueryField | null
}

interface CompiledNode {
  readonly matches: OrdinalCheck
  /** How dear it is to ask, so that the cheap is asked first: values 0, texts 1, more than a plain search 2. */
  readonly cost: 0 | 1 | 2
  /** Tokens of which every match has all. */
  readonly tokens: readonly string[]
  readonly candidates: () => Iterable<number> | null
  readonly marked: readonly Marked[]
}

function matcherOf({ kind, text }: QueryTerm): RunMatcher {
  if (kind === 'prefix') return compilePrefix(text)
  return kind === 'fuzzy' ? compileFuzzy(text) : compileRun(text)
}

/** Names that are marked for a term in pinyin; of very many, the most frequent. */
const MOST_MARKED_NAMES = 40

class QueryCompiler {
  readonly loosenings: QueryLoosening[] = []
  readonly #q: string
  readonly #ground: QueryGround

  constructor(q: string, ground: QueryGround) {
    this.#q = q
    this.#ground = ground
  }

  /** @param isWanted whether what is found is wanted, not excluded: only then pinyin is read */
  compile(node: QueryNode, isWanted: boolean): CompiledNode {
    switch (node.kind) {
      case 'term':
        return isWanted ? this.#withPinyin(node) : this.#term(node)
      case 'near': {
        const [left, right] = [matcherOf(node.left.term), matcherOf(node.right.term)]
        const check: TextCheck = (text) => areNear(text, left, right, node.distance)
        return this.#bound(node.left.term.field, check, 2, [left, right])
      }
      case 'not': {
        const inner = this.compile(node.node, false)
        return {
          matches: (ordinal) => !inner.matches(ordinal),
          cost: inner.cost,
          tokens: [],
          candidates: () => null,
          marked: [],
        }
      }
      case 'all':
        return this.#all(node.nodes.map((one) => this.compile(one, isWanted)))
      case 'any':
        return any(node.nodes.map((one) => this.compile(one, isWanted)))
    }
  }

  #term({ term }: TermNode): CompiledNode {
    const matcher = matcherOf(term)
    return this.#bound(term.field, termCheck(term, matcher), term.kind === 'fuzzy' ? 2 : 1, [matcher], term)
  }

  /** A check of what a field names. */
  #bound(
    field: QueryField | null,
    check: TextCheck,
    cost: 1 | 2,
    matchers: readonly RunMatcher[],
    term?: QueryTerm,
  ): CompiledNode {
    const { columns, texts } = this.#ground
    if (isValueField(field)) {
      const matches = checkValues(field, columns, check)
      return { matches, cost: 0, tokens: [], candidates: () => null, marked: [] }
    }
    const tokens = [...new Set(matchers.flatMap((matcher) => matcher.tokens))]
    return {
      matches: checkText(field, texts, check),
      cost,
      tokens,
      candidates: () => this.#candidates(tokens, term),
      marked: matchers.map((matcher) => ({ matcher, field })),
    }
  }

  #candidates(tokens: readonly string[], term?: QueryTerm): Iterable<number> | null {
    const { ranking } = this.#ground
    if (tokens.length > 0) return ranking.candidates(tokens)
    if (term?.kind === 'prefix') return ranking.candidatesByPrefix(matcherOf(term).folded)
    if (term?.kind !== 'fuzzy') return null
    const { folded } = matcherOf(term)
    return ranking.candidatesLike(folded, fuzzyDistance(folded))
  }

  /** A term, or names that it reads as in pinyin; not in quotes, nor under a field of other things. */
  #withPinyin(node: TermNode): CompiledNode {
    const plain = this.#term(node)
    const { kind, text, field } = node.term
    const { names } = this.#ground
    const people = field === null || field === 'person'
    const newspapers = field === null || field === 'newspaper'
    if (names === null || kind !== 'run' || !(people || newspapers)) return plain
    const found = names.find(text, { people, newspapers })
    if (found.names.length === 0) return plain
    const [start, end] = node.at
    const written = this.#q.slice(start, end)
    // The term without its field, which stays as it was written.
    const wordStart = written.length - text.length
    const removal = `${this.#q.slice(0, start)}${written.slice(0, wordStart)}"${text}"${this.#q.slice(end)}`
    this.loosenings.push({ kind: 'pinyin', term: text, names: found.names, removal })
    const both = any([
      plain,
      {
        matches: (ordinal) => found.ordinals.has(ordinal),
        cost: 0,
        tokens: [],
        candidates: () => found.ordinals,
        marked: found.names.slice(0, MOST_MARKED_NAMES).map((name) => ({
          matcher: compileName(name),
          field: null,
        })),
      },
    ])
    return both
  }

  #all(nodes: readonly CompiledNode[]): CompiledNode {
    const ordered = [...nodes].sort((a, b) => a.cost - b.cost)
    const tokens = [...new Set(nodes.flatMap((node) => node.tokens))]
    return {
      matches: (ordinal) => ordered.every((node) => node.matches(ordinal)),
      cost: 2,
      tokens,
      candidates: () => {
        if (tokens.length > 0) return this.#ground.ranking.candidates(tokens)
        for (const node of ordered) {
          const candidates = node.candidates()
          if (candidates !== null) return candidates
        }
        return null
      },
      marked: nodes.flatMap((node) => node.marked),
    }
  }
}

function any(nodes: readonly CompiledNode[]): CompiledNode {
  const ordered = [...nodes].sort((a, b) => a.cost - b.cost)
  return {
    matches: (ordinal) => ordered.some((node) => node.matches(ordinal)),
    cost: 2,
    tokens: [],
    candidates: () => {
      const union = new Set<number>()
      for (const node of nodes) {
        const candidates = node.candidates()
        if (candidates === null) return null
        for (const ordinal of candidates) union.add(ordinal)
      }
      return union
    },
    marked: nodes.flatMap((node) => node.marked),
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
  const { matches, candidates, marked } = compiler.compile(root, true)
  const markedIn = (other: QueryField): readonly RunMatcher[] =>
    marked.filter(({ field }) => field !== other).map(({ matcher }) => matcher)
  return {
    reading: {
      terms: wantedTerms(root),
      parts: queryParts(root),
      remarks,
      loosenings: compiler.loosenings,
      offers: [],
    },
    // People's names are marked wherever they stand, as those chosen in the filter are.
    marks: { title: markedIn('text'), text: markedIn('title') },
    matchers: marked.map(({ matcher }) => matcher),
    matchesAll: root.kind === 'all' && root.nodes.length === 0,
    matches,
    candidates,
  }
}
