import type { Article } from '../../../src/domain/article'
import { hashContent } from '../../../src/formats/hashContent'
import { IndexPartBuilder } from '../../../src/search/parts/indexPartBuilder'
import { aCollection, type CollectionFields, type CollectionOnHost } from '../builders/aCollection'

/** What the index file of an article file is, for a test: the articles it is made of, or its bytes, or none. */
export type IndexContent = readonly Article[] | Uint8Array | null

/** The index file of some articles, as a publisher makes it. */
export function indexFileOf(articles: readonly Article[]): Uint8Array {
  const builder = new IndexPartBuilder()
  for (const article of articles) builder.add(article)
  return builder.build().index
}

/** The path of the index file that is published for an article file. */
export function indexPathOf(path: string): string {
  return `index/${path.replace(/\.jsonl(\.gz)?$/, '')}.jbx`
}

/**
 * A collection with an index file for each of its article files.
 *
 * @param changes what another index file than the right one holds, by the path of the article file
 */
export function anIndexedCollection(
  fields: CollectionFields & { readonly files: Readonly<Record<string, readonly Article[]>> },
  changes: Readonly<Record<string, IndexContent>> = {},
): CollectionOnHost {
  const plain = aCollection(fields)
  const content = new Map(plain.content)
  const folder = plain.address.replace('manifest.json', '')
  const indexes = Object.entries(fields.files).flatMap(([path, articles]) => {
    const change = path in changes ? changes[path]! : articles
    if (change === null) return []
    const bytes = change instanceof Uint8Array ? change : indexFileOf(change)
    content.set(folder + indexPathOf(path), bytes)
    return [
      {
        path: indexPathOf(path),
        role: 'index',
        bytes: bytes.length,
        sha256: hashContent(bytes),
        articles: articles.length,
        of: path,
      },
    ]
  })
  const manifest = { ...plain.manifest, files: [...plain.manifest.files, ...indexes] }
  const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest))
  content.set(plain.address, manifestBytes)
  return { ...plain, manifest, manifestSha256: hashContent(manifestBytes), content }
}
