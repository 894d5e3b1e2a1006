import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonArray } from '../../../src/formats/readJsonArray'
import { allOf, inChunks } from '../builders/inChunks'

async function rows(content: string, size = 7, longest?: number) {
  return (await allOf(readJsonArray(inChunks(content, size), longest))).map(({ row, value, problem }) => [
    row,
    problem === null ? value : problem.code,
  ])
}

describe('readJsonArray', () => {
  it.each([1, 2, 3, 7, 1000])(
    'reads the elements of an array that comes in pieces of %i bytes',
    async (size) => {
      const content =
        '\uFEFF [ {"a": "文，]}\\"\\\\", "b": [[1], {}]} ,\r\n"字]", 12,-3.5e2, true,null,[ ] ]\n'
      expect(await rows(content, size)).toEqual([
        [1, { a: '文，]}"\\', b: [[1], {}] }],
        [2, '字]'],
        [3, 12],
        [4, -350],
        [5, true],
        [6, null],
        [7, []],
      ])
    },
  )

  it.each([1, 5, 1000])(
    'reads the articles of an object in pieces of %i bytes, whatever stands around them',
    async (size) => {
      const content =
        '{"title":"articles","n":{"articles":[0]},"a":["articles"],"articles" : [{"t":1},{"articles":[2]}],"rest":[{"x":"]"}]}'
      expect(await rows(content, size)).toEqual([
        [1, { t: 1 }],
        [2, { articles: [2] }],
      ])
    },
  )

  it('reads a single object, and several one after another', async () => {
    expect(await rows('{"title":"文"}')).toEqual([[1, { title: '文' }]])
    expect(await rows('{"a":1}\n{"a":2}\n[{"a":3}]')).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
      [3, { a: 3 }],
    ])
    expect(await rows('{"articles": 5, "format": "x"}')).toEqual([[1, { articles: 5, format: 'x' }]])
  })

  it('finds nothing in an empty list, and says that an empty file is empty', async () => {
    expect(await rows('[]')).toEqual([])
    expect(await rows('{"articles": []}')).toEqual([])
    expect(await rows(' \n')).toEqual([[0, 'json-malformed']])
    expect(await rows('')).toEqual([[0, 'json-malformed']])
  })

  it('reports an element that is no JSON and goes on with the next', async () => {
    expect(await rows('[{"a":1},{"a":,},{"a":3}]')).toEqual([
      [1, { a: 1 }],
      [2, 'json-malformed'],
      [3, { a: 3 }],
    ])
  })

  it.each([
    ['[{"a":1},{"a":', 2],
    ['[{"a":1}', 2],
    ['{"articles":[{"a":1}', 2],
    ['{"a":1}]', 2],
    ['[{"a":1}}', 2],
  ])('says where %s breaks off', async (content, row) => {
    expect(await rows(content)).toEqual([
      [1, { a: 1 }],
      [row, 'json-malformed'],
    ])
  })

  it('says once that a file of something else is no list of articles', async () => {
    expect(await rows('<!doctype html><title>[1]</title>')).toEqual([[1, 'json-malformed']])
  })

  it('reports an element that is too long and goes on with the next', async () => {
    expect(await rows(`[{"a":"${'长'.repeat(100)}"},{"a":2}]`, 7, 64)).toEqual([
      [1, 'line-too-long'],
      [2, { a: 2 }],
    ])
  })

  it('stands up to a hundred thousand brackets', async () => {
    const [first] = await rows(`[${'['.repeat(100_000)}${']'.repeat(100_000)}]`, 4096)
    expect(first?.[0]).toBe(1)
    expect(await rows('['.repeat(100_000), 4096)).toEqual([[1, 'json-malformed']])
  })

  it('gives back any values, however written and however cut into pieces', async () => {
    const spaces = fc.constantFrom(undefined, 1, '\t')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        spaces,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (values, space, isWrapped, size) => {
          const plain = JSON.parse(JSON.stringify(values)) as unknown[]
          const content = JSON.stringify(
            isWrapped ? { title: 'x', articles: plain, more: plain } : plain,
            null,
            space,
          )
          expect(await rows(content, size)).toEqual(plain.map((value, index) => [index + 1, value]))
        },
      ),
    )
  })

  it('never throws, and gives every broken file a problem', async () => {
    const broken = fc.string({ unit: fc.constantFrom(...Array.from('[]{}",:1 \\\n')), maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 1, max: 5 }), async (content, size) => {
        const all = await allOf(readJsonArray(inChunks(content, size)))
        expect(all).toEqual(await allOf(readJsonArray(inChunks(content, 1000))))
        expect(all.length > 0 || /^(?:\[\])+$/.test(content.replaceAll(/[\s,]/g, ''))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
