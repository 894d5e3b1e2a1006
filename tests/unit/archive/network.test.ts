import { describe, expect, it } from 'vitest'
import { collectionFolder, fileAddress, manifestAddress } from '../../../src/archive/collectionAddress'
import { createNetwork, NetworkFailure } from '../../../src/archive/network'
import { APP_BASE, aCollection } from '../builders/aCollection'
import { aHost } from '../builders/aHost'

const foreign = aCollection({ id: 'papers', folder: 'https://papers.test/2012/' })
const own = aCollection()

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) bytes += chunk.length
  return bytes
}

describe('the network', () => {
  it('reaches the own origin', async () => {
    const network = createNetwork(aHost(own).fetch, APP_BASE)
    expect(await readAll(await network.read(own.address))).toBe(own.content.get(own.address)?.length)
  })

  it('sends no request to an address that was not permitted', async () => {
    const host = aHost(foreign)
    const network = createNetwork(host.fetch, APP_BASE)
    await expect(network.read(foreign.address)).rejects.toMatchObject({
      code: 'address-refused',
      subject: foreign.address,
    })
    expect(host.requests).toEqual([])
  })

  it.each([
    'https://papers.test/2013/manifest.json',
    'https://papers.test/2012/%2e%2e/secret.json',
    'https://papers.test.evil.test/2012/manifest.json',
    'http://papers.test/2012/manifest.json',
  ])('permits a folder and what is below it, not %s', async (address) => {
    const host = aHost(foreign)
    const network = createNetwork(host.fetch, APP_BASE)
    network.permit('https://papers.test/2012/')
    await expect(network.read(address)).rejects.toMatchObject({ code: 'address-refused' })
    await readAll(await network.read(foreign.address))
    expect(host.requests).toEqual(['manifest.json'])
  })

  it('carries no cookie and no referrer to another origin, and follows it nowhere', async () => {
    const host = aHost(foreign)
    const network = createNetwork(host.fetch, APP_BASE)
    network.permit('https://papers.test/2012/')
    await network.read(foreign.address)
    expect(host.options[0]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    })
    host.answer(foreign.address, 'nothing')
    await expect(network.read(foreign.address)).rejects.toThrow(/redirects are not followed.*CORS/)
  })

  it('carries the cookies of the own origin to it, and follows it within itself', async () => {
    const host = aHost(own)
    await createNetwork(host.fetch, APP_BASE).read(own.address)
    expect(host.options[0]).toMatchObject({
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
    })
    const answerFrom = (url: string) =>
      createNetwork(
        () => Promise.resolve(Object.defineProperty(new Response('{}'), 'url', { value: url })),
        APP_BASE,
      ).read(own.address)
    expect(await readAll(await answerFrom('https://example.test/moved.json'))).toBe(2)
    await expect(answerFrom('https://elsewhere.test/manifest.json')).rejects.toThrow(
      'redirects to https://elsewhere.test/manifest.json',
    )
  })

  it.each([
    ['does not answer', 'silence' as const],
    ['stops in the middle', { first: 20, of: new Uint8Array(100) }],
  ])('gives up a host that %s', async (_what, answer) => {
    const host = aHost()
    host.answer(own.address, answer)
    const reading = createNetwork(host.fetch, APP_BASE, 20).read(own.address).then(readAll)
    await expect(reading).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('tells a missing file from a host that is away', async () => {
    const host = aHost()
    const network = createNetwork(host.fetch, APP_BASE)
    await expect(network.read(own.address)).rejects.toMatchObject({ status: 404 })
    host.answer(own.address, 'nothing')
    await expect(network.read(own.address)).rejects.toMatchObject({ status: null })
  })
})

describe('a collection’s address', () => {
  it.each([
    ['https://papers.test/2012', 'https://papers.test/2012/manifest.json'],
    ['https://papers.test/2012/', 'https://papers.test/2012/manifest.json'],
    ['https://papers.test', 'https://papers.test/manifest.json'],
    [' https://papers.test/2012/Index.JSON#top ', 'https://papers.test/2012/Index.JSON'],
    ['https://papers.test/get.json?key=1', 'https://papers.test/get.json?key=1'],
    ['collections/other', `${APP_BASE}collections/other/manifest.json`],
    ['/elsewhere/', 'https://example.test/elsewhere/manifest.json'],
  ])('%s is that of %s', (given, manifest) => {
    expect(manifestAddress(given, APP_BASE)).toBe(manifest)
  })

  it.each([
    '../x',
    '%2e%2E/x',
    '.%2e/x',
    '.\t./x',
    ' ../x',
    '/x',
    '\\x',
    '//evil.test/x',
    'https://evil.test/x',
  ])('has no file at the path %j, which leads out of its folder', (path) => {
    expect(fileAddress(path, 'https://papers.test/2012/manifest.json')).toBeNull()
  })

  it('has its files beside the manifest', () => {
    expect(fileAddress('p/一.jsonl', 'https://papers.test/2012/manifest.json?key=1')).toBe(
      'https://papers.test/2012/p/%E4%B8%80.jsonl',
    )
    expect(collectionFolder('https://papers.test/2012/manifest.json?key=1')).toBe('https://papers.test/2012/')
  })
})
