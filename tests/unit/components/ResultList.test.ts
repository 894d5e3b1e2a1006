import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import ResultList from '../../../src/components/ResultList.vue'
import type { ResultRow } from '../../../src/domain/resultRow'
import { resultRows } from '../builders/aSearchAnswer'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const TOTAL = 10_000
const ROWS = new Map(resultRows(0, TOTAL).map((row, place) => [place, row]))

/** The test document lays nothing out: the list is told that 800 pixels of it are seen, and that a row has 148. */
class SizesAsToldHere implements ResizeObserver {
  readonly #tell: ResizeObserverCallback

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }

  observe(target: Element): void {
    const blockSize = target.matches('.scroller') ? 800 : target.matches('.row') ? 148 : 0
    const size = [{ blockSize, inlineSize: 600 }]
    this.#tell([{ target, borderBoxSize: size } as unknown as ResizeObserverEntry], this)
  }

  unobserve(): void {
    // Nothing changes its size here.
  }

  disconnect(): void {
    // Nor here.
  }
}
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', SizesAsToldHere)
})
afterAll(() => {
  vi.unstubAllGlobals()
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

  it('draws what lies beyond the view when no newer answer has come for a while', async () => {
    vi.useFakeTimers()
    try {
      const list = await aResultList()
      const drawn = () => list.findAll('[data-testid=result]').length
      const atFirst = drawn()
      await vi.advanceTimersByTimeAsync(1000)
      expect(drawn()).toBe(atFirst + 4)
      // More rows of the same answer, as while scrolling, change nothing.
      await list.setProps({ rows: new Map([...ROWS, [900, { ...ROWS.get(0)!, id: 'example-900' }]]) })
      expect(drawn()).toBe(atFirst + 4)
      await list.setProps({ rows: new Map([...ROWS].map(([place, row]) => [place, { ...row }])) })
      expect(drawn()).toBe(atFirst)
      await vi.advanceTimersByTimeAsync(1000)
      expect(drawn()).toBe(atFirst + 4)
    } finally {
      vi.useRealTimers()
    }
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
    const ranges = (await aResultList()).emitted<[first: number, last: number]>('range') ?? []
    const [first, last] = ranges.at(-1) ?? []
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
