import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import FacetListView from '../../../src/components/FacetList.vue'
import type { FacetList, FacetName, FacetValue } from '../../../src/domain/archive'
import { aDeferred, type Deferred } from '../builders/aDeferred'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function aValue(value: string, count: number, isChosen = false): FacetValue {
  return { value, count, isChosen, note: null }
}

const TWENTY = Array.from({ length: 20 }, (_, place) => aValue(`示例${place}`, 40 - place, place === 15))

function aFacetList(values: readonly FacetValue[] = TWENTY, distinct = values.length) {
  const asked: { readonly contains: string; readonly reply: Deferred<FacetList> }[] = []
  const facet = mountWithMessages(FacetListView, {
    props: {
      name: 'person' as FacetName,
      heading: 'People',
      list: { values, distinct },
      findValues: (_name: FacetName, contains: string) => {
        const reply = aDeferred<FacetList>()
        asked.push({ contains, reply })
        return reply.promise
      },
    },
  })
  const shown = () =>
    facet.findAll('[data-testid=facet-value]').map((value) => value.attributes('data-value'))
  return { facet, asked, shown }
}

describe('FacetList', () => {
  it('shows the most frequent values and the chosen ones', () => {
    expect(aFacetList().shown()).toEqual(['示例0', '示例1', '示例2', '示例3', '示例4', '示例5', '示例15'])
  })

  it('shows the rest behind “more”, and puts it away again', async () => {
    const { facet, shown } = aFacetList()
    await facet.get('[data-testid=facet-more]').trigger('click')
    expect(shown()).toHaveLength(20)
    await facet.get('[data-testid=facet-more]').trigger('click')
    expect(shown()).toHaveLength(7)
  })

  it('asks for the values that did not come with the answer', async () => {
    const { facet, asked, shown } = aFacetList(TWENTY, 25)
    await facet.get('[data-testid=facet-more]').trigger('click')
    expect(asked.map(({ contains }) => contains)).toEqual([''])
    asked[0]!.reply.resolve({
      values: [...TWENTY, ...Array.from({ length: 5 }, (_, place) => aValue(`补${place}`, 1))],
      distinct: 25,
    })
    await flushPromises()
    expect(shown()).toHaveLength(25)
  })

  it('finds what is typed, and drops a slow reply to older words', async () => {
    const { facet, asked, shown } = aFacetList()
    await facet.get('input[type=search]').setValue('甲')
    await facet.get('input[type=search]').setValue('乙')
    asked[1]!.reply.resolve({ values: [aValue('乙示例', 2)], distinct: 1 })
    asked[0]!.reply.resolve({ values: [aValue('甲示例', 3)], distinct: 1 })
    await flushPromises()
    expect(shown()).toEqual(['乙示例'])
  })

  it('says so when no value has what is typed', async () => {
    const { facet, asked } = aFacetList()
    await facet.get('input[type=search]').setValue('无')
    asked[0]!.reply.resolve({ values: [], distinct: 0 })
    await flushPromises()
    expect(facet.get('[role=status]').text()).toBe('No such value')
  })

  it('tells which value was clicked', async () => {
    const { facet } = aFacetList()
    await facet.get('[data-value="示例1"] input').trigger('change')
    expect(facet.emitted('toggle')).toEqual([['示例1']])
  })
})
