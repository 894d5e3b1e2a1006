import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import { ArchiveError } from '../../../src/domain/problem'
import { useArchiveStore } from '../../../src/stores/archiveStore'

type Listener = (status: ArchiveStatus) => void

/** An archive of which only opening and watching do anything. */
function anArchiveThat(open: Archive['open']) {
  const listeners: Listener[] = []
  const watch = vi.fn<Archive['watch']>((listener) => {
    listeners.push(listener)
    return Promise.resolve()
  })
  return { archive: { open, watch } as Partial<Archive> as Archive, watch, listeners }
}

const ready = { phase: 'ready', articles: 3 } as ArchiveStatus
const failing = () => Promise.reject(new ArchiveError('storage-lost', 'database', 'gone'))

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the archive store', () => {
  it('shows why an archive could not be opened', async () => {
    const store = useArchiveStore()
    await store.connect(anArchiveThat(failing).archive)
    expect(store.status).toMatchObject({
      phase: 'failed',
      failure: { code: 'storage-lost', message: 'gone' },
    })
  })

  it('watches an archive once, however often it is opened again', async () => {
    const store = useArchiveStore()
    const open = vi.fn<Archive['open']>(failing)
    const { archive, watch, listeners } = anArchiveThat(open)
    await store.connect(archive)
    await store.retry()
    await store.retry()
    expect(open).toHaveBeenCalledTimes(3)
    expect(watch).toHaveBeenCalledOnce()
    listeners[0]?.(ready)
    expect(store.status).toEqual(ready)
  })

  it('watches again where watching had failed', async () => {
    const store = useArchiveStore()
    const { archive, watch } = anArchiveThat(() => Promise.resolve())
    watch.mockImplementationOnce(failing)
    await store.connect(archive)
    await store.retry()
    expect(watch).toHaveBeenCalledTimes(2)
  })
})
