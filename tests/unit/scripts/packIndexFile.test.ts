import * as fs from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packCollection, type PackOptions } from '../../../scripts/packCollection'
import type { Article } from '../../../src/domain/article'
import { articleFiles, indexFileOf, type Manifest } from '../../../src/domain/collection'
import { serializeArticle } from '../../../src/domain/serializeArticle'
import { readCollectionFile } from '../../../src/formats/readCollectionFile'
import { fileDescriptorReader } from '../../../src/search/packed/fileDescriptorReader'
import { PackedMiniSearch } from '../../../src/search/packed/packedMiniSearch'
import { PageCache } from '../../../src/search/packed/pageCache'
import { bytesReader } from '../../../src/search/packed/bytesReader'
import type { IndexPart } from '../../../src/search/parts/indexPart'
import { IndexPartBuilder } from '../../../src/search/parts/indexPartBuilder'
import { openIndexPart } from '../../../src/search/parts/openIndexPart'
import { ARTICLE_FIELDS } from '../../../src/search/parts/packedArticleOptions'
import { generatedArticle } from '../../../scripts/bench/generatedArticles'
import { aPerson } from '../builders/anArticle'

let folder = ''
let out = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-index-'))
  out = join(folder, 'out')
})

afterEach(() => rm(folder, { recursive: true }))

/** Articles of a generated paper, some of them with what not every article has. */
function articlesOf(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, number) => ({
    ...generatedArticle(number, 1),
    ...(number % 3 === 0 ? { subtitle: `副题${number}`, page: '01,04', authors: ['张示例'] } : {}),
    ...(number % 5 === 0 ? { people: [aPerson('李示例', '示例县县长')], tags: ['会议'] } : {}),
  }))
}

function linesOf(articles: readonly Article[]): string {
  return articles.map((article) => `${JSON.stringify(serializeArticle(article))}\n`).join('')
}

/** Packs lines from a file of this name. */
async function pack(content: string | Uint8Array, name = 'a.jsonl', more: Partial<PackOptions> = {}) {
  const path = join(folder, name)
  await writeFile(path, content)
  const { manifest, problemCount } = await packCollection({ inputs: [path], out, id: 'example', ...more })
  if (manifest === null) throw new Error('nothing was packed')
  return { manifest, problemCount }
}

/** The articles of a collection's article files as a reader takes them in, file by file. */
async function readBack(manifest: Manifest): Promise<readonly (readonly Article[])[]> {
  return Promise.all(
    articleFiles(manifest).map(async (file) => {
      const articles: Article[] = []
      const content = await readFile(join(out, file.path))
      const reading = await readCollectionFile([content], file, (batch) => void articles.push(...batch))
      expect(reading.isIntact).toBe(true)
      return articles
    }),
  )
}

/** Opens the index files of a collection, in the order of its article files. */
function openIndexes(manifest: Manifest): readonly IndexPart[] {
  return articleFiles(manifest).map((file) => {
    const path = join(out, indexFileOf(manifest, file)?.path ?? 'missing')
    return openIndexPart(fileDescriptorReader(fs.openSync(path, 'r'), fs), null, new PageCache(1024 * 1024))
  })
}

/** What a reader's browser makes of articles itself. */
function builtLocally(articles: readonly Article[]): Uint8Array {
  const builder = new IndexPartBuilder()
  for (const article of articles) builder.add(article)
  return builder.build().index
}

function idsOf(part: IndexPart): readonly string[] {
  return Array.from({ length: part.rows }, (_, row) => part.idOf(row))
}

function answersOf(part: IndexPart): unknown {
  const index = PackedMiniSearch.open([part.segment], ARTICLE_FIELDS)
  return ['会议', '粮食 工程', '李示例', '示例县', '没有这样的词'].map((query) =>
    index.search(query).map(({ id, score }) => ({ id: id as string, score })),
  )
}

describe('an index file of a packed collection', { timeout: 60_000 }, () => {
  it('covers the articles of its article file in their order, with the bytes that a reader would make', async () => {
    const { manifest } = await pack(linesOf(articlesOf(700)), 'a.jsonl', {
      limits: { articles: 300, bytes: 1e9 },
    })
    const files = await readBack(manifest)
    const parts = openIndexes(manifest)
    expect(files.length).toBeGreaterThan(2)
    for (const [place, articles] of files.entries()) {
      const part = parts[place]!
      part.verify()
      expect(idsOf(part)).toEqual(articles.map(({ id }) => id))
      const { path } = indexFileOf(manifest, articleFiles(manifest)[place]!)!
      expect(Buffer.compare(await readFile(join(out, path)), builtLocally(articles))).toBe(0)
      part.close()
    }
  })

  it('answers as one that was built at once when it was built in batches', async () => {
    const articles = articlesOf(400)
    const { manifest } = await pack(linesOf(articles), 'a.jsonl', { batchTokens: 5000 })
    const [part] = openIndexes(manifest)
    const [packed] = await readBack(manifest)
    const whole = openIndexPart(bytesReader(builtLocally(packed!)), null, new PageCache(1024 * 1024))
    part!.verify()
    expect(idsOf(part!)).toEqual(articles.map(({ id }) => id))
    expect(part!.columns).toEqual(whole.columns)
    expect(answersOf(part!)).toEqual(answersOf(whole))
    part!.close()
  })

  it('is the same whether the input is compressed, plain or a list, and whatever there was before', async () => {
    const articles = articlesOf(300)
    const indexBytes = async (manifest: Manifest) =>
      readFile(join(out, indexFileOf(manifest, articleFiles(manifest)[0]!)?.path ?? 'missing'), 'hex')
    const options = { batchTokens: 5000 }
    const plain = await pack(linesOf(articles), 'a.jsonl', options)
    const first = await indexBytes(plain.manifest)
    const compressed = await pack(gzipSync(linesOf(articles)), 'a.jsonl.gz', options)
    expect(compressed.manifest).toEqual(plain.manifest)
    expect(await indexBytes(compressed.manifest)).toBe(first)
    out = join(folder, 'elsewhere')
    const list = await pack(JSON.stringify(articles.map(serializeArticle)), 'a.json', options)
    expect(list.manifest).toEqual(plain.manifest)
    expect(await indexBytes(list.manifest)).toBe(first)
  })

  it('has no rows of problems and duplicates, and none of the people that were left out', async () => {
    const [one, two, three] = articlesOf(3)
    const content = `${linesOf([one!])}not JSON\n{"title":"无文"}\n${linesOf([one!, { ...one!, title: '另题' }, two!, three!])}`
    const { manifest, problemCount } = await pack(content, 'a.jsonl', { people: 'none' })
    const [part] = openIndexes(manifest)
    expect(problemCount).toBe(3)
    expect(idsOf(part!)).toEqual([one!.id, two!.id, three!.id])
    expect(part!.columns.people).toEqual([])
    part!.close()
  })

  it('raises the revision when it changed alone, as with another tokenizer', async () => {
    const { manifest } = await pack(linesOf(articlesOf(3)))
    const path = join(out, 'manifest.json')
    const index = indexFileOf(manifest, articleFiles(manifest)[0]!)!
    await writeFile(path, (await readFile(path, 'utf8')).replace(index.sha256, '0'.repeat(64)))
    const again = await pack(linesOf(articlesOf(3)))
    expect(again.manifest).toEqual({ ...manifest, revision: 2 })
  })

  it('is no input when the folder of a collection is packed again', async () => {
    const first = await pack(linesOf(articlesOf(30)))
    const from = out
    out = join(folder, 'elsewhere')
    const again = await packCollection({ inputs: [from], out, id: 'example' })
    expect(again).toMatchObject({ problemCount: 0, packed: 30, manifest: { files: first.manifest.files } })
  })

  it('leaves nothing unfinished behind, nor what a program that was ended by force left', async () => {
    await mkdir(join(out, '.unfinished-999999999'), { recursive: true })
    await writeFile(join(out, '.unfinished-999999999', 'batch-1'), 'x')
    const { manifest } = await pack(linesOf(articlesOf(300)), 'a.jsonl', { batchTokens: 5000 })
    const entries = await readdir(out, { recursive: true })
    expect(entries.sort()).toEqual(
      ['index', 'manifest.json', ...manifest.files.map(({ path }) => path)].sort(),
    )
  })
})
