import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chronicleYears, disputedDays, inOrderOfEvents } from '../../../src/domain/chronicle'
import type { ChronicleEntry } from '../../../src/domain/chronicleEntry'
import { aCard, anEntry } from '../builders/aProject'

function printed(entries: readonly ChronicleEntry[]): readonly string[] {
  return chronicleYears(entries).flatMap(({ year, entries: ofYear }) => [
    String(year),
    ...ofYear.map(({ entry, dateWords }) => `${dateWords} ${entry.id}`),
  ])
}

describe('a chronicle', () => {
  it('says 同日, 是月 and 是年 as gazetteers do', () => {
    const entries = [
      anEntry('year', { date: '2012' }),
      anEntry('month', { date: '2012-07' }),
      anEntry('second', { date: '2012-07-01', place: 2 }),
      anEntry('later', { date: '2012-07-15' }),
      anEntry('first', { date: '2012-07-01', place: 1 }),
      anEntry('again', { date: '2012', place: 1 }),
    ]
    expect(printed(entries)).toEqual([
      '2012',
      '7月1日 first',
      '同日 second',
      '7月15日 later',
      '是月 month',
      '是年 year',
      '是年 again',
    ])
  })

  it('names a month that no entry named before', () => {
    const entries = [
      anEntry('a', { date: '2012-03' }),
      anEntry('b', { date: '2012-03', place: 1 }),
      anEntry('c', { date: '2012-05-04' }),
    ]
    expect(printed(entries)).toEqual(['2012', '3月 a', '是月 b', '5月4日 c'])
  })

  it('names a day anew in another year, and puts what has no day at the end', () => {
    const entries = [
      anEntry('none'),
      anEntry('b', { date: '2013-07-01' }),
      anEntry('a', { date: '2012-07-01' }),
    ]
    expect(printed(entries)).toEqual(['2012', '7月1日 a', '2013', '7月1日 b', 'null', ' none'])
  })

  it('prints the words that its writer wants for a day', () => {
    expect(printed([anEntry('a', { date: '2012-07-01', dateWords: '7月上旬' })])).toEqual([
      '2012',
      '7月上旬 a',
    ])
  })

  it('stands in the same order whatever order its entries came in', () => {
    const dates = fc.constantFrom(null, '2011', '2012', '2012-02', '2012-07', '2012-07-01', '2012-07-31')
    const entries = fc
      .array(fc.tuple(dates, fc.integer({ min: 0, max: 2 })), { maxLength: 12 })
      .map((all) => all.map(([date, place], at) => anEntry(`e${at}`, { date, place })))
    fc.assert(
      fc.property(
        entries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(inOrderOfEvents(shuffled)).toEqual(inOrderOfEvents(all))
        },
      ),
    )
  })
})

describe('the days of an entry’s evidence', () => {
  it('are disputed where reports give different ones', () => {
    const cards = [aCard('a', { eventDate: '2012-07-01' }), aCard('b', { eventDate: '2012-06-30' })]
    expect(disputedDays(cards)).toEqual(['2012-06-30', '2012-07-01'])
  })

  it('agree where one only says it more exactly, or says nothing', () => {
    const cards = [aCard('a', { eventDate: '2012-07' }), aCard('b', { eventDate: '2012-07-01' }), aCard('c')]
    expect(disputedDays(cards)).toEqual([])
  })
})
