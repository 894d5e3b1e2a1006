import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import DateFacet from '../../../src/components/DateFacet.vue'
import { EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function aDateFacet(query: Partial<ArticleQuery> = {}) {
  const years = {
    values: [
      { value: '2013', count: 3, isChosen: false, note: null },
      { value: '2012', count: 2, isChosen: query.from === '2012', note: null },
      { value: 'none', count: 1, isChosen: query.date === 'none', note: null },
    ],
    distinct: 3,
  }
  const facet = mountWithMessages(DateFacet, {
    props: { query: { ...EMPTY_QUERY, ...query }, years, dates: { from: '2012-01-04', to: '2013-12-30' } },
  })
  /** Writes into a box and leaves it. */
  const write = (box: 'date-from' | 'date-to', text: string) =>
    facet.get(`[data-testid=${box}]`).setValue(text)
  const clickYear = (year: string) => facet.get(`[data-value="${year}"]`).trigger('click')
  const patches = () => (facet.emitted('patch') ?? []).flat()
  return { facet, write, clickYear, patches }
}

describe('DateFacet', () => {
  it.each([
    ['2012年7月1日', '2012-07-01'],
    ['2012/7', '2012-07'],
    ['20120701', '2012-07-01'],
    ['２０１２', '2012'],
  ])('takes %s for %s', async (written, from) => {
    const { write, patches } = aDateFacet()
    await write('date-from', written)
    expect(patches()).toEqual([{ from, to: '', date: '' }])
  })

  it('says what it cannot read, and changes nothing', async () => {
    const { facet, write, patches } = aDateFacet()
    await write('date-to', '昨天')
    expect(patches()).toEqual([])
    expect(facet.get('[role=alert]').text()).toContain('昨天')
    expect(facet.get('[data-testid=date-to]').attributes('aria-invalid')).toBe('true')
  })

  it('says so when the first date is after the last', () => {
    const { facet } = aDateFacet({ from: '2013', to: '2012' })
    expect(facet.get('[role=alert]').text()).toContain('after')
  })

  it('opens a side again when its box is emptied', async () => {
    const { write, patches } = aDateFacet({ from: '2012', to: '2013' })
    await write('date-from', '')
    expect(patches()).toEqual([{ from: '', to: '2013', date: '' }])
  })

  it('follows the address', async () => {
    const { facet } = aDateFacet()
    await facet.setProps({ query: { ...EMPTY_QUERY, from: '2012-07' } })
    expect(facet.get<HTMLInputElement>('[data-testid=date-from]').element.value).toBe('2012-07')
  })

  it('chooses a year as both ends, and the same click takes it back', async () => {
    const { clickYear, patches } = aDateFacet({ from: '2012', to: '2012' })
    await clickYear('2013')
    await clickYear('2012')
    expect(patches()).toEqual([
      { from: '2013', to: '2013', date: '' },
      { from: '', to: '', date: '' },
    ])
  })

  it('takes “undated” and a span for alternatives', async () => {
    const { clickYear, patches } = aDateFacet({ from: '2012', to: '2012' })
    await clickYear('none')
    expect(patches()).toEqual([{ from: '', to: '', date: 'none' }])
  })
})
