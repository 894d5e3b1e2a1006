import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackedQuery } from '../../../../src/search/packed/packedQuery'
import { asIs, expectScoresOfSearch, loose, matches, paragraphs, type Clipping } from './clippings'
import { propertyRuns } from './propertyRuns'
import { play, query, steps } from './queryArbitraries'

describe('PackedMiniSearch.query', () => {
  it('finds what a scan of the texts finds, over segments, removed and live documents', () => {
    fc.assert(
      fc.property(steps, fc.array(query, { minLength: 1, maxLength: 8 }), (played, queries) => {
        const { index, living } = play(played)
        for (const asked of queries) {
          const expected = [...living.values()]
            .filter((candidate) => matches(asked, candidate))
            .map(({ id }) => id)
          const answer = index.query(asked, { top: 1000, paragraphs: paragraphs(living) })
          expect(answer.total).toBe(expected.length)
          expect([...answer.ids].sort()).toEqual(expected.sort())
        }
      }),
      propertyRuns(50),
    )
  })

  it('scores as search does', () => {
    fc.assert(
      fc.property(steps, fc.array(query, { minLength: 1, maxLength: 8 }), (played, queries) => {
        const { index } = play(played)
        for (const asked of queries) {
          const same = loose(asked)
          if (same === undefined) continue
          if (hasProofs(asked)) continue
          const answer = index.query(asked, {
            top: 1000,
            boost: { title: 2 },
            bm25: { k: 1, b: 0.5, d: 0.4 },
          })
          const results = index.search(same, {
            tokenize: asIs,
            boost: { title: 2 },
            bm25: { k: 1, b: 0.5, d: 0.4 },
          })
          expectScoresOfSearch(answer, results)
        }
      }),
      propertyRuns(50),
    )
  })

  it('filters, counts facets and sorts as a plain loop does', () => {
    const filters = fc.record({
      days: fc.option(fc.uniqueArray(fc.integer({ min: -3, max: 3 })), { nil: undefined }),
      undated: fc.boolean(),
      anyone: fc.option(fc.uniqueArray(fc.nat(6)), { nil: undefined }),
      everyone: fc.option(fc.nat(6), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        steps,
        query,
        filters,
        fc.boolean(),
        fc.nat(5),
        (played, asked, chosen, descending, skip) => {
          const { index, living } = play(played)
          const passesDay = ({ day }: Clipping): boolean =>
            chosen.days === undefined || (day === undefined ? chosen.undated : chosen.days.includes(day))
          const passesAny = ({ people }: Clipping): boolean =>
            chosen.anyone === undefined || people.some((person) => chosen.anyone!.includes(person))
          const passesEvery = ({ people }: Clipping): boolean =>
            chosen.everyone === undefined || people.includes(chosen.everyone)
          const found = [...living.values()].filter((candidate) => matches(asked, candidate))
          const hits = found.filter((hit) => passesDay(hit) && passesAny(hit) && passesEvery(hit))
          const answer = index.query(asked, {
            top: 10,
            skip,
            sort: { column: 'day', descending },
            paragraphs: paragraphs(living),
            facets: ['day', 'people'],
            filters: [
              {
                column: 'day',
                accepts: (day) => passesDay({ id: 0, people: [], ...(day !== undefined && { day }) }),
              },
              {
                column: 'people',
                accepts: (person) => chosen.anyone === undefined || chosen.anyone.includes(person!),
              },
              {
                column: 'people',
                mode: 'every',
                accepts: (person) => chosen.everyone === undefined || person === chosen.everyone,
              },
            ],
          })
          expect(answer.total).toBe(hits.length)
          const direction = descending ? -1 : 1
          const sorted = hits.sort(
            (a, b) => direction * ((a.day ?? direction * 9) - (b.day ?? direction * 9)),
          )
          expect(answer.ids).toEqual(sorted.map(({ id }) => id).slice(skip, skip + 10))
          for (let day = -3; day <= 3; day++) {
            const count = found.filter((hit) => hit.day === day && passesAny(hit) && passesEvery(hit)).length
            expect(answer.facets['day']!.count(day)).toBe(count)
          }
          for (let person = 0; person <= 6; person++) {
            const count = found.filter(
              (hit) => hit.people.includes(person) && passesDay(hit) && passesEvery(hit),
            ).length
            expect(answer.facets['people']!.count(person)).toBe(count)
          }
          const undated = found.filter(
            (hit) => hit.day === undefined && passesAny(hit) && passesEvery(hit),
          ).length
          expect(answer.facets['day']!.without).toBe(undated)
        },
      ),
      propertyRuns(50),
    )
  })
})

/** Under OR, search counts the terms of a branch that is met loosely, so only chains without a gap can be compared. */
function hasProofs(asked: PackedQuery): boolean {
  if (asked.kind === 'or') return asked.queries.some(isProven)
  return asked.kind === 'and' && asked.queries.some(hasProofs)
}

function isProven(asked: PackedQuery): boolean {
  if (asked.kind === 'run') return Array.from(asked.run).length > 2 || asked.fields !== undefined
  return asked.kind === 'and' || asked.kind === 'or' ? asked.queries.some(isProven) : false
}
