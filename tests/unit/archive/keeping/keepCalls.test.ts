import { describe, expect, it } from 'vitest'
import { aCollection, articles } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'

const bundled = aCollection({ files: { 'articles-1.jsonl': articles('a', 1) } })

async function openArchive(profile = aProfile()) {
  const one = anArchive(aHost(bundled), bundled, profile)
  await one.archive.open()
  return one
}

const bookmark = { kind: 'bookmark', id: 'a-1', about: 'a-1', content: { colour: 'red' } } as const

describe('what the user makes', () => {
  it('is read again, with who changed it and when', async () => {
    const { archive } = await openArchive()
    expect(await archive.saveRecords([bookmark], '张示例')).toEqual([null])
    const [kept] = await archive.records('bookmark', ['a-1'])
    expect(kept).toMatchObject({ ...bookmark, changedBy: '张示例' })
    expect(await archive.records('bookmark', null)).toEqual([kept])
    expect(await archive.records('note', null)).toEqual([])
  })

  it('is put back with what a change gave', async () => {
    const { archive } = await openArchive()
    await archive.saveRecords([bookmark], '')
    const before = await archive.saveRecords([{ ...bookmark, content: null }], '')
    expect(before).toEqual([bookmark])
    expect(await archive.records('bookmark', null)).toEqual([])
    await archive.saveRecords(
      before.flatMap((one) => one ?? []),
      '',
    )
    expect(await archive.records('bookmark', null)).toMatchObject([bookmark])
  })

  it('is later than what it replaces, whatever the clock says', async () => {
    const { archive } = await openArchive()
    await archive.saveRecords([bookmark], '')
    await archive.saveRecords([{ ...bookmark, content: null }], '')
    await archive.saveRecords([bookmark], '')
    const [kept] = await archive.records('bookmark', null)
    await archive.saveRecords([bookmark], '')
    const [again] = await archive.records('bookmark', null)
    expect(again!.changedAt > kept!.changedAt).toBe(true)
  })

  it('is written wholly or not at all', async () => {
    const { archive } = await openArchive()
    const wrong = { ...bookmark, id: 'a-2', content: { far: Infinity } }
    await expect(archive.saveRecords([bookmark, wrong], '')).rejects.toMatchObject({ code: 'edit-malformed' })
    expect(await archive.records('bookmark', null)).toEqual([])
  })

  it('is told to this tab and to others', async () => {
    const profile = aProfile()
    const [one, other] = [await openArchive(profile), await openArchive(profile)]
    const [mine, theirs] = [one.status().recordsRevision, other.status().recordsRevision]
    await one.archive.saveRecords([bookmark], '')
    expect(one.status().recordsRevision).toBeGreaterThan(mine)
    await other.until(({ recordsRevision }) => recordsRevision > theirs)
    expect(await other.archive.records('bookmark', null)).toMatchObject([bookmark])
  })
})
