import { describe, expect, it } from 'vitest'
import { openOriginPrivateFiles, type OriginPrivateFiles } from '../../../src/storage/originPrivateFiles'
import { platformFileSystem } from '../../../src/storage/privateFileSystem'
import { aDisk } from './aDisk'

async function twoTabs(): Promise<readonly [OriginPrivateFiles, OriginPrivateFiles]> {
  const disk = aDisk()
  const tabs = await Promise.all([disk.newTab(), disk.newTab()].map((tab) => openOriginPrivateFiles(tab)))
  return [tabs[0]!, tabs[1]!]
}

describe('a private file', () => {
  it('is nobody else’s from its beginning until it is released, also when it is written and closed', async () => {
    const [one, other] = await twoTabs()
    const { file, writer, release } = (await one.begin())!
    await other.remove(file)
    writer.write(Uint8Array.of(1))
    writer.seal()
    await other.remove(file)
    expect(await other.files()).toEqual([file])
    expect(writer.size()).toBe(1)

    let isOpen = false
    const opening = other.open(file, 1).then((reader) => {
      isOpen = true
      return reader
    })
    await new Promise((resolve) => setTimeout(resolve))
    expect(isOpen).toBe(false)
    release()
    expect([...(await opening)!.read(0, 1)]).toEqual([1])
  })

  it('is removed when it is an orphan still once nobody else can touch it', async () => {
    const [one, other] = await twoTabs()
    const { file, writer, release } = (await one.begin())!
    writer.seal()
    release()
    await other.remove(file, () => Promise.resolve(false))
    expect(await other.files()).toEqual([file])
    await other.remove(file, () => Promise.resolve(true))
    expect(await other.files()).toEqual([])
  })

  it('is free again when whether it is an orphan cannot be told', async () => {
    const [one, other] = await twoTabs()
    const { file, writer, release } = (await one.begin())!
    writer.seal()
    release()
    const failure = new Error('the database is gone')
    await expect(other.remove(file, () => Promise.reject(failure))).rejects.toBe(failure)
    await one.remove(file)
    expect(await one.files()).toEqual([])
  })

  it('leaves nothing and holds nothing when it is discarded', async () => {
    const [one] = await twoTabs()
    const { writer, discard } = (await one.begin())!
    writer.write(Uint8Array.of(1))
    await discard()
    expect(await one.files()).toEqual([])
  })
})

it('there is no private file system outside of browsers', () => {
  expect(platformFileSystem()).toBeNull()
})
