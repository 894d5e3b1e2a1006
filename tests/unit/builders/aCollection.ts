import { gzipSync } from 'node:zlib'
import type { Article } from '../../../src/domain/article'
import type { Manifest } from '../../../src/domain/collection'
import { serializeArticle } from '../../../src/domain/serializeArticle'
import { hashContent } from '../../../src/formats/hashContent'
import { anArticle } from './anArticle'

/** A collection as a web host has it: bytes under addresses. */
export interface CollectionOnHost {
  readonly address: string
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly content: ReadonlyMap<string, Uint8Array>
}

/** What of a collection a test is about. */
export interface CollectionFields {
  readonly id?: string
  readonly title?: string
  readonly revision?: number
  /** The folder it lies in. */
  readonly folder?: string
  /** Articles by the path of their file; an entry that is no article is written as it is. */
  readonly files?: Readonly<Record<string, readonly (Article | Record<string, unknown>)[]>>
}

/** Where the app of the tests lives. */
export const APP_BASE = 'https://example.test/archive/'

/** Articles with ids `prefix-1` … `prefix-count`; each names its own number in title and text. */
export function articles(prefix: string, count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${prefix}-${index + 1}`
    return anArticle({ id, title: `${id} 会议`, paragraphs: [`示例县召开第${index + 1}次会议。`] })
  })
}

function isArticle(entry: Article | Record<string, unknown>): entry is Article {
  return 'doubtful' in entry
}

/** A collection of the given files, gzipped where the path says so, with the manifest that tells of them. */
export function aCollection(fields: CollectionFields = {}): CollectionOnHost {
  const { id = 'bundled', title = '示例文库', revision = 1 } = fields
  const { folder = `${APP_BASE}collections/${id}/`, files = { 'articles-1.jsonl': articles('a', 3) } } =
    fields
  const content = new Map<string, Uint8Array>()
  const described = Object.entries(files).map(([path, entries]) => {
    const lines = entries.map((entry) => JSON.stringify(isArticle(entry) ? serializeArticle(entry) : entry))
    const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
    content.set(folder + path, path.endsWith('.gz') ? new Uint8Array(gzipSync(bytes)) : bytes)
    return {
      path,
      role: 'articles',
      bytes: bytes.length,
      sha256: hashContent(bytes),
      articles: entries.length,
    }
  })
  const manifest: Manifest = {
    format: 'jianbao-collection',
    version: 1,
    id,
    title,
    revision,
    articles: described.reduce((sum, file) => sum + file.articles, 0),
    dates: { from: null, to: null },
    newspapers: [],
    files: described,
  }
  const address = `${folder}manifest.json`
  const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest))
  content.set(address, manifestBytes)
  return { address, manifest, manifestSha256: hashContent(manifestBytes), content }
}
