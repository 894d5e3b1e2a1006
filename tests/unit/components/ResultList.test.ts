import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import ResultList from '../../../src/components/ResultList.vue'
import type { ResultRow } from '../../../src/domain/archive'
import { resultRows } from '../builders/aSearchAnswer'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const TOTAL = 10_000
const ROWS = new Map(resultRows(0, TOTAL).map((row, place) => [place, row]))
const former = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'clientHeight')

// The test document lays nothing out: the list is told that it sees 800 pixels.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 })
})
afterAll(() => {
  if (former) Object.defineProperty(HTMLElement.prototype, 'clientHeight', former)
  else Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight')
})

async function aResultList(rows: ReadonlyMap<number, ResultRow> = ROWS, total = TOTAL) {
  const list = mountWithMessages(ResultList, {
    props: { total, rows, addressOf: (row: ResultRow) => `#/article/${row.id}`, openId: null },
  })
  await flushPromises()
  return list
}

describe('ResultList', () => {
  it('keeps few of ten thousand results in the document', async () => {
    const rows = (await aResultList()).findAll('[data-testid=result]')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.length).toBeLessThanOrEqual(100)
  })

  it('says how many results there are and which of them each row is', async () => {
    const rows = (await aResultList()).findAll('[data-testid=result]')
    for (const [place, row] of rows.entries()) {
      expect(row.attributes()).toMatchObject({
        'aria-setsize': '10000',
        'aria-posinset': String(place + 1),
        'data-article-id': `example-${place}`,
      })
    }
  })

  it('asks for the rows in view', async () => {
    const [first, last] = (await aResultList()).emitted('range')?.at(-1) as [number, number]
    expect(first).toBe(0)
    expect(last).toBeGreaterThan(3)
    expect(last).toBeLessThan(100)
  })

  it('holds the place of rows that have not arrived', async () => {
    const list = await aResultList(new Map())
    const rows = list.findAll('[data-testid=result]')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every((row) => row.find('.placeholder').exists())).toBe(true)
  })

  it('shows no list where nothing was found', async () => {
    const list = await aResultList(new Map(), 0)
    expect(list.find('ol').exists()).toBe(false)
  })
})
