import { gzipSync as nodeGzip } from 'node:zlib'
import * as fc from 'fast-check'
import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { GzipDamage, gunzipIfNeeded } from '../../../src/formats/gunzip'
import { joinChunks } from '../../../src/formats/readChunks'
import { allOf, inChunks } from '../builders/inChunks'

async function gunzip(content: Uint8Array, size = 7): Promise<Uint8Array> {
  return joinChunks(await allOf(gunzipIfNeeded(inChunks(content, size))))
}

const text = new TextEncoder().encode('示例县召开春耕工作会议。'.repeat(200))

describe('gunzipIfNeeded', { timeout: 30_000 }, () => {
  it.each([1, 7, 10_000_000])('inflates a file that comes in pieces of %i bytes', async (size) => {
    expect(await gunzip(gzipSync(text, { mtime: 0 }), size)).toEqual(text)
    expect(await gunzip(nodeGzip(text), size)).toEqual(text)
  })

  it('passes on what is not compressed, however short', async () => {
    expect(await gunzip(text)).toEqual(text)
    expect(await gunzip(Uint8Array.of(0x1f))).toEqual(Uint8Array.of(0x1f))
    expect(await gunzip(new Uint8Array(0))).toEqual(new Uint8Array(0))
  })

  it.each([1, 7, 10_000_000])('reads several members as one content, in pieces of %i bytes', async (size) => {
    const members = [text.slice(0, 3000), new Uint8Array(0), text.slice(3000, 3001), text.slice(3001)]
    const named = members.map((member) => gzipSync(member, { mtime: 0, filename: 'a'.repeat(300), level: 1 }))
    expect(await gunzip(joinChunks(named), size)).toEqual(text)
  })

  it('reads many small members', async () => {
    const members = Array.from({ length: 4000 }, () => gzipSync(Uint8Array.of(1), { mtime: 0 }))
    expect(await gunzip(joinChunks(members), 1_000_000)).toEqual(new Uint8Array(4000).fill(1))
  })

  it.each([1, 2, 10, 100, 1000])('refuses a file with its last %i bytes missing', async (missing) => {
    const whole = nodeGzip(
      joinChunks([text, Uint8Array.from({ length: 5000 }, (_, at) => Math.imul(at, 2654435761) >>> 19)]),
    )
    await expect(gunzip(whole.subarray(0, -missing))).rejects.toThrow(
      expect.objectContaining({ name: 'GzipDamage' }),
    )
  })

  it('refuses anything else behind the last member', async () => {
    for (const behind of [
      [0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0x1f, 0x8b],
      [...new TextEncoder().encode('<html></html>')],
    ]) {
      const content = joinChunks([gzipSync(text), Uint8Array.from(behind)])
      await expect(gunzip(content), String(behind)).rejects.toThrow(
        expect.objectContaining({ name: 'GzipDamage' }),
      )
    }
  })

  it('never takes a file with a flipped bit for another content', async () => {
    const whole = gzipSync(text, { mtime: 0 })
    // Time, flags and operating system of the header are not of the content; without its first bytes it is no gzip.
    const afterHeader = fc.integer({ min: 80, max: whole.length * 8 - 1 })
    await fc.assert(
      fc.asyncProperty(afterHeader, fc.integer({ min: 20, max: 300 }), async (bit, size) => {
        const damaged = whole.slice()
        damaged[bit >> 3]! ^= 1 << (bit & 7)
        // The last bits before the trailer may be padding, which says nothing.
        const read = await gunzip(damaged, size).catch((cause: unknown) => cause)
        expect(read instanceof GzipDamage ? text : read).toEqual(text)
      }),
      { numRuns: 150 },
    )
  })

  it('gives back any content', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }),
        async (one, other) => {
          expect(await gunzip(joinChunks([gzipSync(one), nodeGzip(other)]), 9)).toEqual(
            joinChunks([one, other]),
          )
        },
      ),
    )
  })
})
