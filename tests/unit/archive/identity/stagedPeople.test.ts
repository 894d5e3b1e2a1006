import { describe, expect, it } from 'vitest'
import type { Patch } from '../../../../src/domain/decision'
import { aFileOf } from '../../builders/aBatch'
import { aCollection } from '../../builders/aCollection'
import { aDecision } from '../../builders/aDecision'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'

const bundled = aCollection({ files: { 'articles-1.jsonl': [anArticle({ id: 'held' })] } })
const brought = anArticle({
  id: 'new',
  paragraphs: ['王样张到大会堂，李四方随行。'],
  people: [aPerson('王样张'), aPerson('大会堂')],
})
const PATCHES: readonly Patch[] = [
  { kind: 'rename', name: '王样张', to: '王样章' },
  { kind: 'hide', name: '大会堂', articles: null },
  { kind: 'missed', name: '李四方', form: '李四方', articles: null },
]

describe('the people of what is about to come in', () => {
  it('are shown as was decided, and stored as they were read', async () => {
    const tab = anArchive(aHost(bundled), bundled, aProfile())
    await tab.archive.open()
    await tab.untilReady()
    const records = PATCHES.map((patch, at) => ({
      kind: 'decision' as const,
      id: `d${String(at)}`,
      about: '',
      content: aDecision(patch, at),
    }))
    await tab.archive.saveRecords(records, '')
    const batch = await tab.archive.readBatch([aFileOf([brought])])
    const peopleNow = async (): Promise<readonly string[]> => {
      const [row] = await tab.archive.batchRows(batch.id, 'all', 0, 10)
      return (row?.article.people ?? []).map(({ name }) => name)
    }
    await expect.poll(peopleNow, { timeout: 10_000 }).toEqual(['王样章', '李四方'])
    const found = await tab.archive.findBatchRow(batch.id, 'all', 1)
    expect(found.row?.article.people.map(({ name }) => name)).toEqual(['王样章', '李四方'])

    const undone = records.map((record, at) => ({
      ...record,
      content: aDecision(PATCHES[at]!, at, { isUndone: true }),
    }))
    await tab.archive.saveRecords(undone, '')
    await expect.poll(peopleNow, { timeout: 10_000 }).toEqual(expect.arrayContaining(['王样张', '大会堂']))
  })
})
