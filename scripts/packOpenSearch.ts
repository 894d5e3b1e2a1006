import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { bulkLines } from '../src/formats/opensearch/bulkLines'
import { openSearchMapping, type OpenSearchAnalyzer } from '../src/formats/opensearch/openSearchMapping'
import { gatherLines, startGathering, type PackOptions, type PackReport } from './packCollection'

/** Well below the 100 MB that OpenSearch takes in one request, and what its documentation advises. */
const BODY_BYTES = 10 * 1024 * 1024

/** The file that holds the body for making the index. */
export const MAPPING_FILE = 'mapping.json'

function bodyName(place: number): string {
  return `bulk-${String(place).padStart(4, '0')}.ndjson`
}

/** What came of writing for OpenSearch: what {@link PackReport} says, without a collection. */
export type OpenSearchReport = Omit<PackReport, 'manifest' | 'compressedBytes'> & {
  /** The files with bodies for `_bulk`, in their order. */
  readonly bodies: readonly string[]
}

/**
 * Writes articles for OpenSearch: `mapping.json` for making the index, and `bulk-0001.ndjson` … to be sent one after
 * another. It streams. Bodies of an earlier run that are not written again are removed. The same inputs give the same
 * bytes.
 */
export async function packOpenSearch(
  options: Pick<PackOptions, 'inputs' | 'out' | 'people'> & { readonly analyzer?: OpenSearchAnalyzer },
): Promise<OpenSearchReport> {
  const started = performance.now()
  const gather = startGathering()
  const bodies: string[] = []
  let body: WriteStream | null = null
  let filled = 0
  let bytes = 0
  let packed = 0
  const end = async (): Promise<void> => {
    if (body === null) return
    body.end()
    await once(body, 'close')
    body = null
  }
  try {
    for await (const { article, json } of gatherLines(options, [], gather)) {
      const lines = bulkLines(article.id, json)
      const length = Buffer.byteLength(lines)
      if (filled + length > BODY_BYTES) await end()
      if (body === null) {
        await mkdir(options.out, { recursive: true })
        const name = bodyName(bodies.length + 1)
        body = createWriteStream(join(options.out, name))
        await once(body, 'open')
        bodies.push(name)
        filled = 0
      }
      if (!body.write(lines)) await once(body, 'drain')
      filled += length
      bytes += length
      packed += 1
    }
  } finally {
    await end()
  }
  if (packed > 0) {
    await writeFile(
      join(options.out, MAPPING_FILE),
      `${JSON.stringify(openSearchMapping(options.analyzer), null, 2)}\n`,
    )
    for (const name of await readdir(options.out)) {
      if (/^bulk-\d{4,}\.ndjson$/.test(name) && !bodies.includes(name)) await rm(join(options.out, name))
    }
  }
  return {
    read: gather.read,
    packed,
    duplicates: gather.duplicates,
    problems: gather.problems.kept,
    problemCount: gather.problems.count,
    bytes,
    bodies,
    seconds: (performance.now() - started) / 1000,
  }
}
