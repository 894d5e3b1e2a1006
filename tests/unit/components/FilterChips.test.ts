import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import FilterChips from '../../../src/components/FilterChips.vue'
import { activeFilters, EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function chipsFor(query: Partial<ArticleQuery>) {
  return mountWithMessages(FilterChips, {
    props: {
      filters: activeFilters({ ...EMPTY_QUERY, ...query }),
      collectionTitles: new Map([['example', '示例文库']]),
    },
  })
}

describe('FilterChips', () => {
  it('word every kind of filter', () => {
    const chips = chipsFor({
      from: '2012',
      to: '2013',
      day: '07-01',
      event: '2012-06-30',
      category: ['要闻/党建'],
      person: ['张示例'],
      newspaper: ['示例日报'],
      page: ['01'],
      tag: ['春耕'],
      collection: ['example'],
    })
    expect(chips.findAll('[data-testid=active-filter]').map((chip) => chip.text())).toEqual([
      '2012 to 2013',
      'every 1/7 (day/month)',
      'events of 2012-06-30',
      '要闻 › 党建',
      '张示例',
      '示例日报',
      'Page 01',
      'tag: 春耕',
      'collection: 示例文库',
    ])
  })

  it('remove one filter by a click', async () => {
    const chips = chipsFor({ person: ['张示例', '李样本'] })
    await chips.get('[data-value="张示例"]').trigger('click')
    expect(chips.emitted('patch')).toEqual([[{ person: ['李样本'] }]])
  })

  it('remove all filters at once', async () => {
    const query = { ...EMPTY_QUERY, q: '甲', from: '2012', person: ['张示例', '李样本'], tag: ['春耕'] }
    const chips = chipsFor(query)
    await chips.get('.clear').trigger('click')
    const patch = chips.emitted('patch')?.[0]?.[0] as Partial<ArticleQuery>
    expect({ ...query, ...patch }).toEqual({ ...EMPTY_QUERY, q: '甲' })
  })

  it('are not there without a filter', () => {
    expect(chipsFor({ q: '甲' }).find('ul').exists()).toBe(false)
  })
})
