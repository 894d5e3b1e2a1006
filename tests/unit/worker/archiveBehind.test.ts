import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Endpoint } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { ArchiveSettings } from '../../../src/archive/platformDependencies'
import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import { ARCHIVE_CALLS, makeCall } from '../../../src/domain/archiveCalls'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { ArchiveError } from '../../../src/domain/problem'
import { archiveBehind } from '../../../src/worker/archiveBehind'
import { exposeArchive } from '../../../src/worker/exposeArchive'
import { APP_BASE } from '../builders/aCollection'

const settings = {
  appBase: APP_BASE,
  bundled: { id: 'bundled', address: 'manifest.json', manifestSha256: '0'.repeat(64) },
}
const heartbeat = { interval: 10, missed: 3 }
const ports: MessagePort[] = []

afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

function ends(): { page: Endpoint; worker: Endpoint } {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  return { page: nodeEndpoint(port1), worker: nodeEndpoint(port2) }
}

/** An archive at the other end of a real channel, of which only some calls do anything. */
function connected(calls: Partial<Archive>) {
  const { page, worker } = ends()
  const create = vi.fn<(settings: ArchiveSettings) => Archive>(() => calls as Archive)
  exposeArchive(worker, create)
  return { ...archiveBehind(page, settings, heartbeat), create }
}

describe('the archive behind the thread', () => {
  it('is made with the settings of the page and answers with plain data', async () => {
    const collections = vi.fn<Archive['collections']>(() => Promise.resolve([]))
    const { archive, create } = connected({ collections })
    expect(await archive.collections()).toEqual([])
    expect(create).toHaveBeenCalledExactlyOnceWith(settings)
  })

  it.each(ARCHIVE_CALLS)('passes %s on with what it is given, and its answer back', async (name) => {
    const call = vi.fn<(...given: readonly unknown[]) => Promise<unknown>>((...given) =>
      Promise.resolve([name, given.length]),
    )
    const { archive } = connected({ [name]: call })
    expect(await makeCall(archive, name, [{ q: '会议' }, 7, null])).toEqual([name, 3])
    expect(call).toHaveBeenCalledExactlyOnceWith({ q: '会议' }, 7, null)
  })

  it('tells its status to a listener on this side', async () => {
    const status = { phase: 'ready', articles: 3 } as ArchiveStatus
    const watch: Archive['watch'] = (listener) => {
      listener(status)
      return Promise.resolve()
    }
    const heard: ArchiveStatus[] = []
    await connected({ watch }).archive.watch((told) => heard.push(told))
    await vi.waitFor(() => {
      expect(heard).toEqual([status])
    })
  })

  it('fails with the same code, subject and message', async () => {
    const open = () => Promise.reject(new ArchiveError('manifest-too-new', 'https://x.test/', 'version 9'))
    const failure = await connected({ open })
      .archive.open()
      .catch((cause: unknown) => cause)
    expect(failure).toBeInstanceOf(ArchiveError)
    expect(failure).toMatchObject({
      code: 'manifest-too-new',
      subject: 'https://x.test/',
      message: 'version 9',
    })
  })

  it('makes an ArchiveError of a failure that nobody foresaw', async () => {
    const open = () => Promise.reject(new TypeError('no such thing'))
    await expect(connected({ open }).archive.open()).rejects.toMatchObject({
      name: 'ArchiveError',
      code: 'unexpected',
      message: 'TypeError: no such thing',
    })
  })

  it('waits for an answer as long as the thread is alive', async () => {
    const article: Archive['article'] = () =>
      new Promise((resolve) => {
        setTimeout(() => {
          resolve(null)
        }, 120)
      })
    expect(await connected({ article }).archive.article('x', EMPTY_QUERY)).toBeNull()
  })

  it('fails every call under way when the thread is lost', async () => {
    const { archive, lose } = connected({ open: () => new Promise(() => undefined) })
    const opening = archive.open()
    setTimeout(() => {
      lose('it broke')
    }, 20)
    await expect(opening).rejects.toMatchObject({ code: 'worker-lost', message: 'it broke' })
  })

  it('tells the status failed when the thread is lost after it was ready, and the former one when it answers', async () => {
    const ready = { phase: 'ready', articles: 3, progress: null, batch: null, failure: null } as ArchiveStatus
    const watch: Archive['watch'] = (listener) => {
      listener(ready)
      return Promise.resolve()
    }
    const { archive, lose } = connected({ watch, collections: () => Promise.resolve([]) })
    const heard: ArchiveStatus[] = []
    await archive.watch((told) => heard.push(told))
    await vi.waitFor(() => {
      expect(heard).toEqual([ready])
    })
    lose('it broke')
    lose('again')
    expect(heard.slice(1)).toEqual([
      { ...ready, phase: 'failed', failure: { code: 'worker-lost', subject: '', message: 'it broke' } },
    ])
    await archive.collections()
    expect(heard.slice(2)).toEqual([ready])
  })

  it('leaves calls alone after an error in a thread that answers', async () => {
    const article: Archive['article'] = () =>
      new Promise((resolve) => {
        setTimeout(() => {
          resolve(null)
        }, 80)
      })
    const { archive, doubt } = connected({ article })
    const reading = archive.article('x', EMPTY_QUERY)
    doubt('TypeError: no such thing')
    expect(await reading).toBeNull()
  })

  it('is lost after an error in a thread that answers no more, though nothing was asked', async () => {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    exposeArchive(
      nodeEndpoint(port2),
      () => ({ watch: () => Promise.resolve() }) as Partial<Archive> as Archive,
    )
    const { archive, doubt } = archiveBehind(nodeEndpoint(port1), settings, heartbeat)
    const heard: ArchiveStatus[] = []
    await archive.watch((told) => heard.push(told))
    port2.close()
    doubt('RangeError: out of memory')
    await vi.waitFor(() => {
      expect(heard).toMatchObject([
        { phase: 'failed', failure: { code: 'worker-lost', message: 'RangeError: out of memory' } },
      ])
    })
  })

  it('fails when the thread falls silent', async () => {
    const { page } = ends()
    const { archive } = archiveBehind(page, settings, heartbeat)
    await expect(archive.open()).rejects.toMatchObject({ code: 'worker-lost' })
    await expect(archive.search(EMPTY_QUERY, 1)).rejects.toMatchObject({ code: 'worker-lost' })
  })
})
