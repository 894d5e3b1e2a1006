import type { QueryField, QueryRemarkCode, QueryTerm } from '../domain/queryReading'
import type { TextRange } from '../domain/textRange'
import { fold } from '../text/fold'
import { characterRuns, WORD } from '../text/tokens'

/** A piece of a query: a term, an operator, or the name of a field. */
export type Lexeme = { readonly at: TextRange } & (
  | {
      readonly kind: 'term'
      readonly text: string
      readonly termKind: QueryTerm['kind']
      /** Only punctuation stands between this run and the one before it: what binds that one binds this too. */
      readonly isJoined: boolean
    }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  /** The distance is `null` where none was written. */
  | { readonly kind: 'near'; readonly distance: number | null }
  | { readonly kind: 'field'; readonly field: QueryField }
)

/** A place that does not follow the rules. */
export interface Fault {
  readonly code: QueryRemarkCode
  readonly at: TextRange
}

/** Quotation marks after folding, each with the one that closes it. Curly and straight ones are alike by then. */
const CLOSING_QUOTE: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
])

const FIELD_NAMES: ReadonlyMap<string, QueryField> = new Map([
  ['title', 'title'],
  ['标题', 'title'],
  ['person', 'person'],
  ['人名', 'person'],
  ['office', 'office'],
  ['职务', 'office'],
  ['category', 'category'],
  ['分类', 'category'],
  ['newspaper', 'newspaper'],
  ['报纸', 'newspaper'],
  ['page', 'page'],
  ['版', 'page'],
  ['text', 'text'],
  ['正文', 'text'],
])

/** Written in capitals, at full width too; anything else is a word. */
const OPERATORS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
])
const SIGNS: ReadonlyMap<string, 'or' | 'open' | 'close'> = new Map([
  ['|', 'or'],
  ['(', 'open'],
  [')', 'close'],
])
const WORD_SIGNS: ReadonlyMap<string, 'prefix' | 'fuzzy'> = new Map([
  ['*', 'prefix'],
  ['~', 'fuzzy'],
])

/** What may stand before and after an operator that is a word. */
const EDGE = /[\s()|"「」『』]/u
/** What may stand before a hyphen that excludes. */
const BEFORE_EXCLUSION = /[\s()|"」』]/u
const NEAR = /^near(?:\/(\d{1,4}))?(?![^\s()|"「」『』])/u
const LATIN_LETTER = /\p{Script=Latin}/u

interface Stretch {
  readonly start: number
  readonly end: number
  readonly isWord: boolean
}

/** Stretches without a separator inside, Han and words together (5G基站), by where they begin. */
function stretchesOf(folded: string): ReadonlyMap<number, Stretch> {
  const stretches: Stretch[] = []
  for (const { kind, start, end } of characterRuns(folded)) {
    const last = stretches.at(-1)
    if (last?.end === start) stretches[stretches.length - 1] = { start: last.start, end, isWord: false }
    else stretches.push({ start, end, isWord: kind === WORD })
  }
  return new Map(stretches.map((stretch) => [stretch.start, stretch]))
}

/** The pieces of a query in order, and what is odd about single ones. Any string has pieces, or none. */
export function lexQuery(q: string): {
  readonly lexemes: readonly Lexeme[]
  readonly faults: readonly Fault[]
} {
  const folded = fold(q)
  const stretches = stretchesOf(folded)
  const lexemes: Lexeme[] = []
  const faults: Fault[] = []
  const isEdge = (at: number): boolean => at < 0 || at >= folded.length || EDGE.test(folded.charAt(at))
  const startsTerm = (at: number): boolean =>
    stretches.has(at) || CLOSING_QUOTE.has(folded.charAt(at)) || folded.charAt(at) === '('

  /** Takes the quotation mark at `at` with its phrase and gives back where it ends. */
  function takePhrase(at: number, closing: string): number {
    const closed = folded.indexOf(closing, at + 1)
    const end = closed === -1 ? folded.length : closed
    const text = q.slice(at + 1, end).trim()
    const after = Math.min(end + 1, folded.length)
    if (closed === -1) faults.push({ code: 'unclosed-quote', at: [at, at + 1] })
    if (text !== '')
      lexemes.push({ kind: 'term', text, termKind: 'phrase', isJoined: false, at: [at, after] })
    return after
  }

  /** Takes a stretch as operator, field or term and gives back where it ends. */
  function takeStretch({ start, end, isWord }: Stretch): number {
    const text = q.slice(start, end)
    const capitals = text.normalize('NFKC')
    if (isWord && isEdge(start - 1)) {
      const operator = isEdge(end) ? OPERATORS.get(capitals) : undefined
      if (operator !== undefined) {
        lexemes.push({ kind: operator, at: [start, end] })
        return end
      }
      const near = capitals === 'NEAR' ? NEAR.exec(folded.slice(start)) : null
      if (near !== null) {
        const distance = near[1] === undefined ? null : Number(near[1])
        lexemes.push({ kind: 'near', distance, at: [start, start + near[0].length] })
        return start + near[0].length
      }
    }
    const next = folded.charAt(end)
    const field = next === ':' ? FIELD_NAMES.get(folded.slice(start, end)) : undefined
    if (field !== undefined) {
      lexemes.push({ kind: 'field', field, at: [start, end + 1] })
      return end + 1
    }
    const before = lexemes.at(-1)
    const isJoined =
      before?.kind === 'term' &&
      before.termKind === 'run' &&
      before.at[1] < start &&
      !/\s/u.test(folded.slice(before.at[1], start))
    const sign = stretches.has(end + 1) ? undefined : WORD_SIGNS.get(next)
    if (sign !== undefined && isWord && LATIN_LETTER.test(folded.slice(start, end))) {
      lexemes.push({ kind: 'term', text, termKind: sign, isJoined: false, at: [start, end + 1] })
      return end + 1
    }
    if (sign !== undefined) faults.push({ code: 'latin-only', at: [end, end + 1] })
    lexemes.push({ kind: 'term', text, termKind: 'run', isJoined, at: [start, end] })
    return end
  }

  for (let at = 0; at < folded.length;) {
    const character = folded.charAt(at)
    const closing = CLOSING_QUOTE.get(character)
    const stretch = stretches.get(at)
    const sign = SIGNS.get(character)
    if (closing !== undefined) at = takePhrase(at, closing)
    else if (stretch !== undefined) at = takeStretch(stretch)
    else {
      const isAfterField = lexemes.at(-1)?.kind === 'field' && lexemes.at(-1)?.at[1] === at
      const excludes =
        character === '-' &&
        startsTerm(at + 1) &&
        (at === 0 || isAfterField || BEFORE_EXCLUSION.test(folded.charAt(at - 1)))
      // Two strokes are one operator (甲 || 乙).
      const isDoubled = sign === 'or' && lexemes.at(-1)?.kind === 'or' && lexemes.at(-1)?.at[1] === at
      if (sign !== undefined && !isDoubled) lexemes.push({ kind: sign, at: [at, at + 1] })
      else if (excludes) lexemes.push({ kind: 'not', at: [at, at + 1] })
      at++
    }
  }
  return { lexemes, faults }
}
