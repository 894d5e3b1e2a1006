import { join } from 'node:path'
import { articleDate } from '../src/domain/article'
import type { CollectionFile, Manifest } from '../src/domain/collection'
import { parseArticle } from '../src/domain/parseArticle'
import type { Problem } from '../src/domain/problem'
import { createArticleGate } from '../src/formats/articleGate'
import { buildManifest, widenDates, writeManifest, type DateRange } from '../src/formats/buildManifest'
import {
  LineChunker,
  packedLine,
  removeFiles,
  writeArticleFile,
  writeWhole,
  type PackedLine,
} from './packFiles'
import { findInputFiles, readInputFile } from './packInputs'
import { describeCollection, readFormerManifest, type CollectionOptions } from './packManifest'

/** What to pack, and how. */
export interface PackOptions extends CollectionOptions {
  /** Files and folders. */
  readonly inputs: readonly string[]
  /** Whether the people of the articles are kept, as they are when absent. */
  readonly keepPeople?: boolean
}

/** What came of packing. */
export interface PackReport {
  /** Articles that could be read. */
  readonly read: number
  readonly packed: number
  /** Articles left out because the very same article was there before. */
  readonly duplicates: number
  /** The first 10,000 problems. */
  readonly problems: readonly Problem[]
  /** How many problems there were. */
  readonly problemCount: number
  /** Bytes of all article files, uncompressed. */
  readonly bytes: number
  /** Bytes of all article files as they are on the disk. */
  readonly compressedBytes: number
  readonly seconds: number
  /** What was written; `null` when there was no article, and nothing was. */
  readonly manifest: Manifest | null
}

const MOST_PROBLEMS = 10_000

/** Problems as they come, the first of them kept. */
class ProblemTally {
  readonly kept: Problem[] = []
  count = 0

  add(problem: Problem): void {
    this.count += 1
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(problem)
  }
}

/** The articles of the inputs as lines, each once; everything else goes into the report. */
async function* readLines(options: PackOptions, gather: Gathered): AsyncGenerator<PackedLine> {
  const admit = createArticleGate()
  for await (const input of findInputFiles(options.inputs, options.out)) {
    if ('code' in input) {
      gather.problems.add(input)
      continue
    }
    for await (const { row, value, problem } of readInputFile(input)) {
      const parsed = problem === null ? parseArticle(value) : { article: null, problems: [problem] }
      for (const one of parsed.problems) gather.problems.add({ file: input.path, row, ...one })
      if (parsed.article === null) continue
      gather.read += 1
      const article = options.keepPeople === false ? { ...parsed.article, people: [] } : parsed.article
      const admission = admit(article)
      if (admission === 'duplicate') {
        gather.duplicates += 1
      } else if ('code' in admission) {
        gather.problems.add({ file: input.path, row, ...admission })
      } else {
        gather.dates = widenDates(gather.dates, articleDate(article))
        if (article.newspaper !== undefined) gather.newspapers.add(article.newspaper)
        yield packedLine(admission.article.id, admission.json)
      }
    }
  }
}

/** What is learnt while the inputs are read. */
interface Gathered {
  read: number
  duplicates: number
  dates: DateRange
  readonly newspapers: Set<string>
  readonly problems: ProblemTally
}

async function writeFiles(
  out: string,
  lines: AsyncIterable<PackedLine>,
  written: CollectionFile[],
): Promise<number> {
  const chunker = new LineChunker()
  let compressedBytes = 0
  const write = async (full: readonly PackedLine[]): Promise<void> => {
    if (full.length === 0) return
    const one = await writeArticleFile(out, written.length + 1, full)
    compressedBytes += one.compressedBytes
    written.push(one.file)
  }
  for await (const line of lines) {
    for (const full of chunker.add(line)) await write(full)
  }
  await write(chunker.finish())
  return compressedBytes
}

/**
 * Builds a collection of static files from files of articles. It streams: of what was read only ids and hashes stay in
 * memory. The order of the inputs is kept, the same inputs give the same bytes, and the manifest is written last, so
 * that a reader never sees half of a revision. Files that the former manifest named and the new one does not are
 * removed. When there is no article, nothing is written or removed.
 *
 * @throws PackUsageError when the id, the description or the folder will not do
 */
export async function packCollection(options: PackOptions): Promise<PackReport> {
  const started = performance.now()
  describeCollection(options)
  const former = await readFormerManifest(options.out)
  const description = describeCollection(options, former)
  const formerPaths = (former?.files ?? []).map((file) => file.path)
  const gather: Gathered = {
    read: 0,
    duplicates: 0,
    dates: { from: null, to: null },
    newspapers: new Set(),
    problems: new ProblemTally(),
  }
  const files: CollectionFile[] = []
  let manifest: Manifest | null = null
  let compressedBytes = 0
  try {
    compressedBytes = await writeFiles(options.out, readLines(options, gather), files)
    if (files.length > 0) {
      manifest = buildManifest(description, files, gather.dates, gather.newspapers, former)
      await writeWhole(join(options.out, 'manifest.json'), writeManifest(manifest))
    }
  } catch (cause) {
    const orphans = files.map((file) => file.path).filter((path) => !formerPaths.includes(path))
    await removeFiles(options.out, orphans)
    throw cause
  }
  if (manifest !== null) {
    const named = new Set(files.map((file) => file.path))
    await removeFiles(
      options.out,
      formerPaths.filter((path) => !named.has(path)),
    )
  }
  return {
    read: gather.read,
    packed: manifest?.articles ?? 0,
    duplicates: gather.duplicates,
    problems: gather.problems.kept,
    problemCount: gather.problems.count,
    bytes: files.reduce((bytes, file) => bytes + file.bytes, 0),
    compressedBytes,
    seconds: (performance.now() - started) / 1000,
    manifest,
  }
}
