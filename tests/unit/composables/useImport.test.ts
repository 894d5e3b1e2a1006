import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useAcceptedBatches } from '../../../src/composables/useAcceptedBatches'
import { useImport } from '../../../src/composables/useImport'
import type { ClipInput } from '../../../src/domain/clipping'
import { useArchiveStore } from '../../../src/stores/archiveStore'
import { aClippingArchive, aBatchRow, type Contents } from '../builders/aClippingArchive'
import { aDeferred } from '../builders/aDeferred'

const PASTE: readonly ClipInput[] = [{ kind: 'text', text: '示例', html: null }]
const ROWS: Contents = {
  rows: [aBatchRow(1), aBatchRow(2, {}, { doubtful: ['newspaper'] }), aBatchRow(3)],
}

let listeners: string[] = []
beforeEach(() => {
  setActivePinia(createPinia())
  listeners = []
  vi.stubGlobal('window', { addEventListener: (name: string) => listeners.push(name) })
  return () => {
    vi.unstubAllGlobals()
  }
})

async function anImport(
  read: (inputs: readonly ClipInput[]) => Promise<Contents> = () => Promise.resolve(ROWS),
) {
  const fake = aClippingArchive(read)
  await useArchiveStore().connect(fake.archive)
  const scope = effectScope()
  const parts = scope.run(() => ({ ...useImport(), ...useAcceptedBatches() }))!
  return { ...fake, ...parts }
}

describe('an import', () => {
  it('goes from giving over reading and checking to done', async () => {
    const contents = aDeferred<Contents>()
    const { step, read, accept, accepted } = await anImport(() => contents.promise)
    expect(step.value).toBe('giving')
    const reading = read(PASTE)
    expect(step.value).toBe('reading')
    contents.resolve(ROWS)
    await reading
    expect(step.value).toBe('checking')
    await accept()
    expect(step.value).toBe('done')
    expect(accepted.value).toMatchObject({ state: 'accepted', articles: 3 })
  })

  it('is the same one for every page that asks', async () => {
    const { read, archive } = await anImport()
    await read(PASTE)
    const other = effectScope().run(() => useImport())!
    expect(other.step.value).toBe('checking')
    expect(archive).toBe(useArchiveStore().connected)
  })

  it('ends without a failure when reading is cancelled', async () => {
    const contents = aDeferred<Contents>()
    const { step, read, cancel, failure, say, given } = await anImport(() => contents.promise)
    const reading = read(PASTE)
    await vi.waitFor(() => {
      expect(given).toHaveLength(1)
    })
    say({
      batch: { batch: 'batch-1', step: 'reading', file: '', done: 1, total: 2, articles: 0, problems: 0 },
    })
    await cancel()
    contents.resolve(ROWS)
    await reading
    expect([step.value, failure.value]).toEqual(['giving', null])
  })

  it('is not begun when it is cancelled while the archive is still opening', async () => {
    const { step, read, cancel, given, say } = await anImport()
    say({ phase: 'opening' })
    const reading = read(PASTE)
    await cancel()
    say({ phase: 'ready' })
    await reading
    expect([step.value, given.length]).toEqual(['giving', 0])
  })

  it('refuses what is brought while a batch is staged, and says so', async () => {
    const { read, failure, given } = await anImport()
    await read(PASTE)
    await read(PASTE)
    expect(failure.value?.code).toBe('batch-under-way')
    expect(given).toHaveLength(1)
  })

  it('tells the numbers anew after an edit, and warns of its loss from then on', async () => {
    const { read, edit, staged, hasEdits } = await anImport()
    await read(PASTE)
    expect(staged.value?.doubtful).toBe(1)
    expect([hasEdits.value, listeners]).toEqual([false, []])
    const row = await edit(2, { newspaper: '示例日报' })
    expect(row?.article).toMatchObject({ newspaper: '示例日报', doubtful: [] })
    expect(staged.value?.doubtful).toBe(0)
    expect([hasEdits.value, listeners]).toEqual([true, ['beforeunload']])
  })

  it('keeps everything as it was when an edit is refused', async () => {
    const { read, edit, staged, failure } = await anImport()
    await read(PASTE)
    expect(await edit(1, { title: '不行' })).toBeNull()
    expect(failure.value?.code).toBe('edit-malformed')
    expect(staged.value?.articles).toBe(3)
  })

  it('forgets a batch that is gone', async () => {
    const { read, accept, archive, step, failure } = await anImport()
    await read(PASTE)
    await archive.cancelBatch('batch-1')
    await accept()
    expect([step.value, failure.value?.code]).toEqual(['giving', 'batch-gone'])
  })

  it('finds a batch that another page has left staged', async () => {
    const { archive, resume, step } = await anImport()
    await archive.readBatch(PASTE)
    await resume()
    expect(step.value).toBe('checking')
  })

  it('is taken out again whole, with what that takes along known before', async () => {
    const { read, accept, accepted, learn, undo, consequences, calls, setConsequences } = await anImport()
    await read(PASTE)
    await accept()
    setConsequences({ noted: 2 })
    const { id } = accepted.value!
    await learn(id)
    expect(consequences.value.get(id)).toEqual({ articles: 3, noted: 2, amended: 0, replacing: 0 })
    await undo(id)
    expect(accepted.value).toBeNull()
    expect(calls.at(-1)).toEqual(['undoBatch', id])
  })
})
