import type { QueryField, QueryTerm } from '../domain/queryReading'
import type { RunMatcher } from '../text/runMatcher'
import { characterLength, characterRuns, HAN, WORD, type CharacterRun } from '../text/tokens'
import { fuzzyDistance } from '../text/wordMatcher'
import { EVERYTHING } from './compiledNode'
import type { PackedQuery } from './packed/packedQuery'

/** How a term is asked of the index. */
export interface PackedTerm {
  /** Finds every article with a hit, and perhaps more. */
  readonly packed: PackedQuery
  /** Whether it finds nothing else. */
  readonly isExact: boolean
}

type Fields = { readonly fields?: readonly string[] }

const INDEXED_FIELDS: Readonly<Partial<Record<QueryField, string>>> = {
  title: 'title',
  person: 'names',
  text: 'text',
}

/** A combining mark belongs to what stands before it in the texts, so that what is cut here may not be cut there. */
const COMBINING_MARK = /\p{M}/u

function isOneCharacter(text: string): boolean {
  return characterLength(text, 0) === text.length
}

/** The queries for the runs and words of a text of several. A single character is asked only where there is nothing else. */
function packPieces(folded: string, runs: readonly CharacterRun[], fields: Fields): PackedQuery {
  const pieces = runs
    .map(({ kind, start, end }) => ({ kind, text: folded.slice(start, end) }))
    .filter(({ text }) => !COMBINING_MARK.test(text))
  const long = pieces.filter(({ kind, text }) => kind === WORD || !isOneCharacter(text))
  const queries = (long.length > 0 ? long : pieces).map(({ kind, text }): PackedQuery =>
    kind === HAN ? { kind: 'run', run: text, ...fields } : { kind: 'term', term: text, ...fields },
  )
  return queries.length === 0 ? EVERYTHING : queries.length === 1 ? queries[0]! : { kind: 'and', queries }
}

/** How a term that is not one of a value is asked of the index, in the field that it names. */
export function packTerm(
  { kind, field }: Pick<QueryTerm, 'kind' | 'field'>,
  matcher: RunMatcher,
): PackedTerm {
  const { folded } = matcher
  const indexed = field === null ? undefined : INDEXED_FIELDS[field]
  const fields: Fields = indexed === undefined ? {} : { fields: [indexed] }
  const runs = characterRuns(folded)
  const [first] = runs
  const isOneRun = first !== undefined && first.start === 0 && first.end === folded.length
  const isPlain = isOneRun && !COMBINING_MARK.test(folded)
  if (kind === 'prefix') return { packed: { kind: 'prefix', prefix: folded, ...fields }, isExact: isPlain }
  if (kind === 'fuzzy') {
    return {
      packed: { kind: 'fuzzy', term: folded, distance: fuzzyDistance(folded), ...fields },
      isExact: false,
    }
  }
  return { packed: packPieces(folded, runs, fields), isExact: isPlain }
}
