import { beforeEach, describe, expect, it, vi } from 'vitest'
import { takeShares } from '../../../src/composables/useSharedClippings'
import { keepShare } from '../../../src/serviceWorker/keepShare'

const PAGE = 'https://example.org/app/#/import'

/** Caches in memory, as far as shares need them. */
function someCaches(): CacheStorage {
  const stores = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    return Promise.resolve({
      put: (address: string, response: Response) => Promise.resolve(void store.set(address, response)),
      keys: () => Promise.resolve([...store.keys()]),
      match: (address: string) => Promise.resolve(store.get(address)),
      delete: (address: string) => Promise.resolve(store.delete(address)),
    })
  }
  return { open, has: (name: string) => Promise.resolve(stores.has(name)) } as unknown as CacheStorage
}

function aShare(fields: Readonly<Record<string, string | File>>): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return new Request('https://example.org/app/share', { method: 'POST', body })
}

let storage: CacheStorage
beforeEach(() => {
  storage = someCaches()
  vi.stubGlobal('caches', storage)
  return () => {
    vi.unstubAllGlobals()
  }
})

describe('a share', () => {
  it('leads to the import page, which takes the text once', async () => {
    const answer = await keepShare(aShare({ title: '春耕', text: '示例县召开会议。' }), PAGE, storage, '1')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, PAGE])
    expect(await takeShares()).toEqual([{ kind: 'text', text: '春耕\n示例县召开会议。', html: null }])
    expect(await takeShares()).toEqual([])
  })

  it('brings files under their names, and not what is said about them', async () => {
    const file = new File(['示例'], '春耕 2012.txt', { type: 'text/plain' })
    await keepShare(aShare({ title: '两份剪报', files: file }), PAGE, storage, '1')
    const [taken, ...others] = await takeShares()
    expect(others).toEqual([])
    expect(taken).toMatchObject({ kind: 'file', name: '春耕 2012.txt' })
    expect(taken?.kind === 'file' && (await taken.blob.text())).toBe('示例')
  })

  it('waits beside another one until both are taken', async () => {
    await keepShare(aShare({ text: '其一' }), PAGE, storage, '1')
    await keepShare(aShare({ text: '其二' }), PAGE, storage, '2')
    expect((await takeShares()).map((one) => one.kind === 'text' && one.text)).toEqual(['其一', '其二'])
  })

  it('that cannot be read leads to the page all the same', async () => {
    const broken = new Request('https://example.org/app/share', { method: 'POST', body: 'x' })
    expect((await keepShare(broken, PAGE, storage, '1')).status).toBe(303)
    expect(await takeShares()).toEqual([])
  })
})
