import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonLines } from '../../../src/formats/readJsonLines'
import { allOf, inChunks } from '../builders/inChunks'

async function rows(content: string | Uint8Array, size = 7, longest?: number) {
  return (await allOf(readJsonLines(inChunks(content, size), longest))).map(({ row, value, problem }) => [
    row,
    problem === null ? value : problem.code,
  ])
}

describe('readJsonLines', () => {
  it('reads one value a line and numbers lines from 1', async () => {
    expect(await rows('{"a":"文"}\n[1]\n"字"\n')).toEqual([
      [1, { a: '文' }],
      [2, [1]],
      [3, '字'],
    ])
  })

  it('passes over blank lines, which still count, and a byte order mark, and needs no line end at the end', async () => {
    expect(await rows('\uFEFF{"a":1}\r\n\r\n  \n{"a":2}', 1)).toEqual([
      [1, { a: 1 }],
      [4, { a: 2 }],
    ])
    expect(await rows('')).toEqual([])
    expect(await rows('\n\n')).toEqual([])
  })

  it('reports a line that is no JSON and goes on with the next', async () => {
    expect(await rows('{"a":1}\n{"a":\n{"a":3}')).toEqual([
      [1, { a: 1 }],
      [2, 'json-malformed'],
      [3, { a: 3 }],
    ])
  })

  it('reports a line that is no UTF-8 instead of taking damaged characters in', async () => {
    const gb18030 = Uint8Array.from([0x22, 0xce, 0xc4, 0x22, 0x0a, 0x31])
    expect(await rows(gb18030)).toEqual([
      [1, 'json-malformed'],
      [2, 1],
    ])
  })

  it('reports a line that is too long and goes on with the next', async () => {
    expect(await rows(`"${'长'.repeat(100)}"\n"短"\n"${'长'.repeat(100)}"`, 7, 64)).toEqual([
      [1, 'line-too-long'],
      [2, '短'],
      [3, 'line-too-long'],
    ])
  })

  it('gives back any values, however the file is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 40 }), async (values, size) => {
        const lines = values.map((value) => JSON.stringify(value))
        expect(await rows(lines.join('\n'), size)).toEqual(
          lines.map((line, index) => [index + 1, JSON.parse(line) as unknown]),
        )
      }),
    )
  })
})
