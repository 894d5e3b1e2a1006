import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldBitsOf, forEachTerm } from '../../../../src/search/packed/sortedTokens'
import { compareTerms } from '../../../../src/search/packed/termKey'
import { TokenLog } from '../../../../src/search/packed/tokenLog'

/** An occurrence: document, field, left rank, right rank. */
type Occurrence = readonly [number, number, number, number]

const FIELDS = 3

function logOf(documents: readonly (readonly (readonly string[])[])[]): TokenLog {
  const log = new TokenLog()
  for (const fields of documents) {
    for (const runs of fields) {
      for (const run of runs) log.run(run, 0, run.length)
      log.endField()
    }
  }
  return log
}

/** The terms of a log in the order in which they come, with copies of their occurrences. */
function termsOf(log: TokenLog, fieldCount = FIELDS): readonly (readonly [string, readonly Occurrence[]])[] {
  const bits = fieldBitsOf(fieldCount)
  const terms: [string, Occurrence[]][] = []
  forEachTerm(log, fieldCount, (term, occurrences, start, end) => {
    const own = Array.from({ length: end - start }, (_, i): Occurrence => {
      const [place, left, right] = occurrences.subarray((start + i) * 3, (start + i) * 3 + 3)
      return [place! >>> bits, place! & ((1 << bits) - 1), left!, right!]
    })
    terms.push([term, own])
  })
  return terms
}

/** The same from a Map, run by run and character by character. */
function expectedTerms(
  documents: readonly (readonly (readonly string[])[])[],
): readonly (readonly [string, readonly Occurrence[]])[] {
  const terms = new Map<string, Occurrence[]>()
  const put = (term: string, occurrence: Occurrence): void => {
    terms.set(term, [...(terms.get(term) ?? []), occurrence])
  }
  documents.forEach((fields, document) => {
    fields.forEach((runs, field) => {
      const ranks = new Map<string, number>()
      for (const run of runs) {
        const ranked = Array.from(run, (character) => {
          const rank = (ranks.get(character) ?? 0) + 1
          ranks.set(character, rank)
          return { character, rank }
        })
        ranked.forEach(({ character, rank }, at) => {
          const next = ranked[at + 1]
          if (next === undefined) put(character, [document, field, 0, 0])
          else put(character + next.character, [document, field, rank, next.rank])
        })
      }
    })
  })
  return [...terms].sort(([a], [b]) => compareTerms(a, b))
}

describe('the terms of a log', () => {
  it('come in file order with all their occurrences, as a Map gathers them', () => {
    const run = fc
      .array(fc.constantFrom('中', '国', '人', 'a', '𠮷', '𠀀', '\ud842', '\u0000', '\uffff'), {
        maxLength: 12,
      })
      .map((characters) => characters.join(''))
    const documents = fc.array(
      fc.array(fc.array(run, { maxLength: 3 }), { minLength: FIELDS, maxLength: FIELDS }),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(documents, (given) => {
        expect(termsOf(logOf(given))).toEqual(expectedTerms(given))
      }),
    )
  })

  it('keep ranks that take more than 16 bits', () => {
    const occurrences = new Map(termsOf(logOf([[['中'.repeat(70_000), '𠮷国'.repeat(70_000)]]]), 1))
    expect(occurrences.get('中中')!.at(-1)).toEqual([0, 0, 69_999, 70_000])
    expect(occurrences.get('国𠮷')!.at(-1)).toEqual([0, 0, 69_999, 70_000])
    expect(occurrences.get('𠮷国')!.at(-1)).toEqual([0, 0, 70_000, 70_000])
  })
})
