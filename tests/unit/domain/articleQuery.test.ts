import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  activeFilters,
  chosenYear,
  decodeQuery,
  effectiveSort,
  EMPTY_QUERY,
  encodeQuery,
  isEmptyQuery,
  LIST_FILTERS,
  SORTS,
  toggleFilter,
  type ArticleQuery,
} from '../../../src/domain/articleQuery'
import { anyQuery, anyText } from '../builders/anyQuery'

function aQuery(fields: Partial<ArticleQuery> = {}): ArticleQuery {
  return { ...EMPTY_QUERY, ...fields }
}

describe('encodeQuery and decodeQuery', () => {
  it('are inverse for every query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(decodeQuery(encodeQuery(query))).toEqual(query)
      }),
    )
  })

  it('leave defaults out of the address', () => {
    expect(encodeQuery(EMPTY_QUERY)).toEqual({})
    expect(encodeQuery(aQuery({ q: '基石工程', sort: 'relevance', personMode: 'all' }))).toEqual({
      q: '基石工程',
    })
  })

  it('write a list with one value as a list', () => {
    expect(encodeQuery(aQuery({ person: ['张示例'], personMode: 'any' }))).toEqual({
      person: ['张示例'],
      personMode: 'any',
    })
  })

  it('read a repeated parameter as several values, each once', () => {
    expect(decodeQuery({ person: ['张示例', '李样本', '张示例'] }).person).toEqual(['张示例', '李样本'])
    expect(decodeQuery({ person: '张示例' }).person).toEqual(['张示例'])
  })

  it('take the first of several values where only one can stand', () => {
    expect(decodeQuery({ q: ['甲', '乙'] }).q).toBe('甲')
  })

  it.each([
    ['from', '2012-13'],
    ['from', '20120701'],
    ['to', '2013-02-29'],
    ['to', '0000'],
    ['date', 'never'],
    ['day', '13-01'],
    ['day', '02-30'],
    ['day', '7-1'],
    ['event', 'yesterday'],
    ['personMode', 'none'],
    ['sort', 'random'],
    ['unknown', 'x'],
  ])('count a malformed %s=%s as absent', (name, value) => {
    expect(decodeQuery({ [name]: value })).toEqual(EMPTY_QUERY)
  })

  it('know that 29 February comes back, though not every year', () => {
    expect(decodeQuery({ day: '02-29' }).day).toBe('02-29')
  })

  it('never throw and always give a query, whatever the address holds', () => {
    const anyValue = fc.oneof(
      anyText,
      fc.constant(null),
      fc.integer(),
      fc.array(fc.oneof(anyText, fc.constant(null))),
    )
    const anyName = fc.oneof(fc.constantFrom(...Object.keys(EMPTY_QUERY)), anyText)
    fc.assert(
      fc.property(fc.dictionary(anyName, anyValue), (parameters) => {
        const query = decodeQuery(parameters)
        expect(Object.keys(query).sort()).toEqual(Object.keys(EMPTY_QUERY).sort())
        expect(decodeQuery(encodeQuery(query))).toEqual(query)
      }),
    )
  })
})

describe('activeFilters', () => {
  it('name each filter, in the order of their chips, and not the words', () => {
    const query = aQuery({
      q: '工程',
      from: '2012',
      to: '2013-05',
      day: '07-01',
      event: '2012-06',
      person: ['张示例', '李样本'],
      category: ['要闻/党建'],
    })
    expect(activeFilters(query).map(({ name, value }) => [name, value])).toEqual([
      ['dates', '2012/2013-05'],
      ['day', '07-01'],
      ['event', '2012-06'],
      ['category', '要闻/党建'],
      ['person', '张示例'],
      ['person', '李样本'],
    ])
  })

  it('say for each filter how to remove that one alone', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const filters = activeFilters(query)
        const named = (list: typeof filters) => list.map(({ name, value }) => `${name} ${value}`)
        for (const filter of filters) {
          const left = activeFilters({ ...query, ...filter.removal })
          expect(named(left)).toEqual(named(filters.filter((one) => one !== filter)))
        }
      }),
    )
  })

  it('are none only for a query whose address has no filter', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const bare = { ...query, q: '', sort: EMPTY_QUERY.sort, personMode: EMPTY_QUERY.personMode }
        expect(activeFilters(query).length === 0).toBe(Object.keys(encodeQuery(bare)).length === 0)
      }),
    )
  })
})

describe('toggleFilter', () => {
  it('puts an absent value in at the end', () => {
    expect(toggleFilter(aQuery({ person: ['张示例'] }), 'person', '李样本')).toEqual({
      person: ['张示例', '李样本'],
    })
  })

  it('takes a present value out and leaves the others', () => {
    expect(toggleFilter(aQuery({ page: ['1', '2', '3'] }), 'page', '2')).toEqual({ page: ['1', '3'] })
  })

  it('done twice leaves the same values chosen', () => {
    fc.assert(
      fc.property(anyQuery, fc.constantFrom(...LIST_FILTERS), anyText, (query, name, value) => {
        const once = { ...query, ...toggleFilter(query, name, value) }
        const twice = { ...once, ...toggleFilter(once, name, value) }
        expect(new Set(twice[name])).toEqual(new Set(query[name]))
      }),
    )
  })
})

describe('isEmptyQuery', () => {
  it('is true without words and filters, whatever the order', () => {
    for (const sort of SORTS) expect(isEmptyQuery(aQuery({ q: '  ', sort }))).toBe(true)
  })

  it('is false with words, or with any filter', () => {
    expect(isEmptyQuery(aQuery({ q: '工程' }))).toBe(false)
    expect(isEmptyQuery(aQuery({ date: 'none' }))).toBe(false)
    expect(isEmptyQuery(aQuery({ collection: ['example'] }))).toBe(false)
  })
})

describe('chosenYear', () => {
  it('is the year that stands at both ends, and only a year', () => {
    expect(chosenYear({ from: '2012', to: '2012' })).toBe('2012')
    expect(chosenYear({ from: '2012-07', to: '2012-07' })).toBe('')
    expect(chosenYear({ from: '2012', to: '2013' })).toBe('')
    expect(chosenYear({ from: '', to: '' })).toBe('')
  })
})

describe('effectiveSort', () => {
  it('is newest first where there are no words to be relevant to', () => {
    expect(effectiveSort({ q: ' ', sort: 'relevance' })).toBe('newest')
    expect(effectiveSort({ q: '工程', sort: 'relevance' })).toBe('relevance')
    expect(effectiveSort({ q: '', sort: 'oldest' })).toBe('oldest')
  })
})
