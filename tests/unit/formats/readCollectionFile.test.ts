import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import type { CollectionFile } from '../../../src/domain/collection'
import { serializeArticle } from '../../../src/domain/serializeArticle'
import { hashContent } from '../../../src/formats/hashContent'
import { readCollectionFile } from '../../../src/formats/readCollectionFile'
import { anArticle } from '../builders/anArticle'
import { inChunks } from '../builders/inChunks'

const articles = Array.from({ length: 12 }, (_, number) => anArticle({ id: `example-${number}` }))
const content = new TextEncoder().encode(
  articles.map((one) => `${JSON.stringify(serializeArticle(one))}\n`).join(''),
)

function fileOf(bytes: Uint8Array): CollectionFile {
  return {
    path: 'articles.jsonl.gz',
    role: 'articles',
    bytes: bytes.length,
    sha256: hashContent(bytes),
    articles: 12,
  }
}

async function read(bytes: Uint8Array, file = fileOf(content)) {
  const batches: (readonly Article[])[] = []
  const reading = await readCollectionFile(inChunks(bytes, 100), file, (batch) => void batches.push(batch), 5)
  return { ...reading, batches }
}

describe('readCollectionFile', () => {
  it('gives the articles out in batches and says at the end that the file is intact', async () => {
    const { isIntact, articles: number, problems, batches } = await read(content)
    expect({ isIntact, number, problems }).toEqual({ isIntact: true, number: 12, problems: [] })
    expect(batches.map((batch) => batch.length)).toEqual([5, 5, 2])
    expect(batches.flat()).toEqual(articles)
  })

  it('reads the file compressed and already decoded alike, since hash and length are of the content', async () => {
    expect(await read(gzipSync(content))).toMatchObject({ isIntact: true, articles: 12 })
  })

  it('waits for a batch to be taken before it reads on, and throws on what taking it threw', async () => {
    let isTaking = false
    await readCollectionFile(
      inChunks(content),
      fileOf(content),
      async () => {
        expect(isTaking).toBe(false)
        isTaking = true
        await new Promise((resolve) => setTimeout(resolve, 1))
        isTaking = false
      },
      2,
    )
    const full = readCollectionFile(inChunks(content), fileOf(content), () =>
      Promise.reject(new Error('disk full')),
    )
    await expect(full).rejects.toThrow('disk full')
  })

  it('refuses other content of the same length', async () => {
    const other = content.slice()
    other[40]! ^= 1
    expect(await read(other)).toMatchObject({
      isIntact: false,
      problems: [{ file: 'articles.jsonl.gz', row: 0, code: 'file-hash' }],
    })
  })

  it('refuses content that is shorter or longer, and stops where it becomes longer', async () => {
    expect(await read(content.slice(0, -20))).toMatchObject({
      isIntact: false,
      problems: [{ code: 'file-bytes' }],
    })
    let given = 0
    async function* endless() {
      for (;;) {
        given += 1
        yield await Promise.resolve(content)
      }
    }
    const reading = await readCollectionFile(endless(), fileOf(content), () => undefined)
    expect(reading).toMatchObject({ isIntact: false, problems: [{ code: 'file-bytes' }] })
    expect(given).toBe(2)
  })

  it('refuses a damaged gzip', async () => {
    const reading = await read(gzipSync(content).slice(0, -9))
    expect(reading).toMatchObject({ isIntact: false, problems: [{ row: 0, code: 'gzip-damaged' }] })
  })

  it('keeps the good rows of an intact file and reports the others', async () => {
    const mixed = new TextEncoder().encode(
      '{"title":"题"}\nno JSON\n{"title":"题","paragraphs":["文"],"issueDate":"2012-02-30"}\n',
    )
    const { isIntact, articles: number, problems } = await read(mixed, fileOf(mixed))
    expect({ isIntact, number }).toEqual({ isIntact: true, number: 1 })
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [1, 'paragraphs-missing'],
      [2, 'json-malformed'],
      [3, 'date-malformed'],
    ])
  })

  it('parts by their text rows without an id that agree in everything ids are made of', async () => {
    const rows = ['一', '二', '一'].map(
      (text) => `${JSON.stringify({ title: '简讯', paragraphs: [text] })}\n`,
    )
    const bytes = new TextEncoder().encode(rows.join(''))
    const { articles: number, problems, batches } = await read(bytes, fileOf(bytes))
    expect({ number, problems }).toEqual({ number: 2, problems: [] })
    const [first, second] = batches.flat()
    expect(second?.id).toMatch(new RegExp(`^${first?.id ?? ''}-[0-9a-f]{16}$`))
    expect(second?.paragraphs).toEqual(['二'])
  })

  it('keeps the first of two different articles with one given id, and names the row of the other', async () => {
    const rows = ['一', '二'].map(
      (text) => `${JSON.stringify({ id: 'a', title: '题', paragraphs: [text] })}\n`,
    )
    const bytes = new TextEncoder().encode(rows.join(''))
    const { problems, batches } = await read(bytes, fileOf(bytes))
    expect(batches.flat().map(({ paragraphs }) => paragraphs)).toEqual([['一']])
    expect(problems).toMatchObject([{ row: 2, field: 'id', code: 'id-duplicate' }])
  })

  it('throws on what the stream itself throws', async () => {
    async function* cut() {
      yield await Promise.resolve(content.slice(0, 10))
      throw new TypeError('network')
    }
    await expect(readCollectionFile(cut(), fileOf(content), () => undefined)).rejects.toThrow('network')
  })
})
