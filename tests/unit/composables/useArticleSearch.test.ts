import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, shallowRef } from 'vue'
import { ROWS_PER_BLOCK, useArticleSearch } from '../../../src/composables/useArticleSearch'
import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import type { ResultRow } from '../../../src/domain/resultRow'
import { EMPTY_QUERY, type ArticleQuery } from '../../../src/domain/articleQuery'
import { useArchiveStore } from '../../../src/stores/archiveStore'
import { aDeferred, type Deferred } from '../builders/aDeferred'
import { aSearchAnswer, resultRows } from '../builders/aSearchAnswer'

const READY: ArchiveStatus = {
  phase: 'ready',
  storage: 'database',
  progress: null,
  batch: null,
  backup: null,
  articles: 1000,
  contentRevision: 1,
  recordsRevision: 0,
  failure: null,
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}

/** A search over an archive of 1,000 articles whose further rows come when the test says so. */
async function aSearch(isDrawingSlow = false) {
  const asked: {
    readonly q: string
    readonly offset: number
    readonly reply: Deferred<readonly ResultRow[]>
  }[] = []
  let searches = 0
  const archive = {
    open: () => Promise.resolve(),
    watch: (listener: (status: ArchiveStatus) => void) => {
      listener(READY)
      return Promise.resolve()
    },
    search: (query: ArticleQuery, limit: number) => {
      searches++
      return Promise.resolve(
        aSearchAnswer({
          total: query.q === '无' ? 0 : 1000,
          rows: query.q === '无' ? [] : resultRows(0, limit),
        }),
      )
    },
    rows: (query: ArticleQuery, offset: number) => {
      const reply = aDeferred<readonly ResultRow[]>()
      asked.push({ q: query.q, offset, reply })
      return reply.promise
    },
  } as unknown as Archive
  const store = useArchiveStore()
  await store.connect(archive)
  const query = shallowRef<ArticleQuery>(EMPTY_QUERY)
  const search = effectScope().run(() =>
    useArticleSearch(
      computed(() => query.value),
      () => isDrawingSlow,
    ),
  )!
  await settled()
  return {
    ...search,
    store,
    query,
    asked,
    searches: () => searches,
    ask: async (q: string) => {
      query.value = { ...EMPTY_QUERY, q }
      await settled()
    },
  }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('useArticleSearch', () => {
  it('has the first block of rows with the answer', async () => {
    const { rows, answer } = await aSearch()
    expect(answer.value?.total).toBe(1000)
    expect(rows.value.size).toBe(ROWS_PER_BLOCK)
  })

  it('fetches the blocks that a range touches, each once', async () => {
    const { fetchRows, asked, rows } = await aSearch()
    void fetchRows(30, 95)
    void fetchRows(50, 60)
    expect(asked.map(({ offset }) => offset)).toEqual([40, 80])
    asked[1]!.reply.resolve(resultRows(80, 40))
    await settled()
    expect(rows.value.get(85)?.id).toBe('example-85')
    expect(rows.value.has(45)).toBe(false)
  })

  it('asks for nothing behind the last result', async () => {
    const { fetchRows, asked, ask } = await aSearch()
    await ask('无')
    void fetchRows(0, 100)
    expect(asked).toEqual([])
  })

  it('drops rows of an older query', async () => {
    const { fetchRows, asked, rows, ask } = await aSearch()
    void fetchRows(40, 50)
    await ask('甲')
    asked[0]!.reply.resolve(resultRows(40, 40))
    await settled()
    expect(rows.value.size).toBe(ROWS_PER_BLOCK)
  })

  it('asks again for a block that failed', async () => {
    const { fetchRows, asked } = await aSearch()
    void fetchRows(40, 50)
    asked[0]!.reply.reject(new Error('no answer'))
    await settled()
    void fetchRows(40, 50)
    expect(asked.map(({ offset }) => offset)).toEqual([40, 40])
  })

  it('searches again when the content of the archive changes, and not when only its progress does', async () => {
    const { store, searches } = await aSearch()
    const before = searches()
    store.status = { ...READY, phase: 'indexing' }
    await settled()
    expect(searches()).toBe(before)
    store.status = { ...READY, contentRevision: 2 }
    await settled()
    expect(searches()).toBe(before + 1)
  })

  it.each([
    [false, 3],
    [true, 1],
  ])(
    'where drawing is slow (%s), words that come soon after each other wait, and a filter does not',
    async (isSlow, asked) => {
      const { query, isBusy, searches } = await aSearch(isSlow)
      const before = searches()
      for (const q of ['改', '改革', '改革开']) {
        query.value = { ...EMPTY_QUERY, q }
        await settled()
      }
      expect(searches() - before).toBe(asked)
      expect(isBusy.value).toBe(isSlow)
      query.value = { ...EMPTY_QUERY, q: '改革开', from: '2012' }
      await settled()
      expect(searches() - before).toBe(asked + 1)
      expect(isBusy.value).toBe(false)
    },
  )
})
