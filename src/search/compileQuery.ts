import type { QueryReading } from '../domain/archive'
import { compileRun, type RunMatcher } from '../text/runMatcher'
import { parseQuery, type QueryNode } from './parseQuery'

/** A query ready to be asked of articles and to mark their texts. */
export interface CompiledQuery {
  readonly reading: QueryReading
  /** What is to be marked in a text: one matcher for each term that results hold. */
  readonly matchers: readonly RunMatcher[]
  /** Whether every article matches, because nothing was asked for. */
  readonly matchesAll: boolean
  /** Tokens of which every match has all; empty where the index cannot narrow the search. */
  readonly requiredTokens: readonly string[]
  /** Whether an article matches, by its folded searched text. */
  matches(foldedText: string): boolean
}

interface CompiledNode {
  readonly matchers: readonly RunMatcher[]
  readonly requiredTokens: readonly string[]
  matches(foldedText: string): boolean
}

function compileNode(node: QueryNode): CompiledNode {
  if (node.kind === 'term') {
    const matcher = compileRun(node.term.text)
    return { matchers: [matcher], requiredTokens: matcher.tokens, matches: (text) => matcher.isIn(text) }
  }
  const parts = node.nodes.map(compileNode)
  return {
    matchers: parts.flatMap((part) => part.matchers),
    requiredTokens: [...new Set(parts.flatMap((part) => part.requiredTokens))],
    matches: (text) => parts.every((part) => part.matches(text)),
  }
}

/** The words of a query, read and compiled. Any string compiles; see {@link parseQuery} for what is odd in it. */
export function compileQuery(q: string): CompiledQuery {
  const { root, reading } = parseQuery(q)
  return { reading, matchesAll: reading.terms.length === 0, ...compileNode(root) }
}
