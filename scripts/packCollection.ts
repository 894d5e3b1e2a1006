import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { articleDate } from '../src/domain/article'
import type { Manifest } from '../src/domain/collection'
import type { Problem } from '../src/domain/problem'
import { createArticleGate } from '../src/formats/articleGate'
import { buildManifest, widenDates, writeManifest, type DateRange } from '../src/formats/buildManifest'
import { LONGEST_ROW_BYTES } from '../src/formats/jsonRow'
import { loadPeopleResources } from '../src/people/loadPeopleResources'
import { createNameMemory } from '../src/people/nameMemory'
import { withRecognizedPeople } from '../src/people/withRecognizedPeople'
import type { WrittenFile } from './packArticleFile'
import { makeWorkFolder, removeFiles, writeWhole } from './packFiles'
import { INDEX_FOLDER } from './packIndexFile'
import { readInputs } from './packInputs'
import { beginsFile, FILE_LIMITS, packedLine, type FileLimits, type PackedLine } from './packLines'
import { describeCollection, readFormerManifest, type CollectionOptions } from './packManifest'
import { FilePairWriter } from './packPair'

/** What to pack, and how. */
export interface PackOptions extends CollectionOptions {
  /** Files and folders. */
  readonly inputs: readonly string[]
  /** `recognized`, when absent: people that are given, checked, and those found in the text. `given`: only these. */
  readonly people?: 'recognized' | 'given' | 'none'
  /** The most that an article file holds. */
  readonly limits?: FileLimits
  /** Tokens that are indexed at once; more of them take more memory. */
  readonly batchTokens?: number
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

/** Of an article whose line no reader would take, though the input's row was short enough. */
const TOO_LONG = { code: 'line-too-long', message: `longer than ${String(LONGEST_ROW_BYTES)} bytes` } as const

/** Problems as they come, the first of them kept. */
class ProblemTally {
  readonly kept: Problem[] = []
  count = 0

  add(problem: Problem): void {
    this.count += 1
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(problem)
  }
}

/** Nothing is learnt yet. */
export function startGathering(): Gathered {
  return {
    read: 0,
    duplicates: 0,
    dates: { from: null, to: null },
    newspapers: new Set(),
    problems: new ProblemTally(),
  }
}

/** The articles of the inputs as lines, each once; everything else goes into the report. */
export async function* gatherLines(
  options: Pick<PackOptions, 'inputs' | 'out' | 'people'>,
  newspapers: Manifest['newspapers'],
  gather: Gathered,
): AsyncGenerator<PackedLine> {
  const admit = createArticleGate()
  const { people = 'recognized' } = options
  const resources = people === 'recognized' ? await loadPeopleResources() : null
  const memory = createNameMemory()
  for await (const item of readInputs(options.inputs, options.out)) {
    if (item.kind === 'problem') gather.problems.add(item.problem)
    if (item.kind !== 'article') continue
    const { file, row } = item
    gather.read += 1
    const given = item.read.article
    const kept = people === 'none' ? { ...given, people: [] } : given
    const article = resources === null ? kept : withRecognizedPeople(kept, resources, newspapers, memory)
    const admission = admit(article)
    if (admission === 'duplicate') {
      gather.duplicates += 1
    } else if ('code' in admission) {
      gather.problems.add({ file, row, ...admission })
    } else {
      const line = packedLine(admission.article, admission.json)
      if (line.bytes > LONGEST_ROW_BYTES) {
        gather.problems.add({ file, row, field: '', ...TOO_LONG })
        continue
      }
      gather.dates = widenDates(gather.dates, articleDate(article))
      if (article.newspaper !== undefined) gather.newspapers.add(article.newspaper)
      yield line
    }
  }
}

/** What is learnt while the inputs are read. */
export interface Gathered {
  read: number
  duplicates: number
  dates: DateRange
  readonly newspapers: Set<string>
  readonly problems: ProblemTally
}

/** Writes lines as article files, each with its index file, and notes each file as soon as it is in its folder. */
async function writeFiles(
  { out, limits = FILE_LIMITS, batchTokens }: PackOptions,
  lines: AsyncIterable<PackedLine>,
  note: (written: WrittenFile) => void,
): Promise<void> {
  let work: string | null = null
  let pair: FilePairWriter | null = null
  let place = 0
  try {
    for await (const line of lines) {
      if (work === null) {
        work = await makeWorkFolder(out)
        await mkdir(join(out, INDEX_FOLDER), { recursive: true })
      }
      if (pair !== null && beginsFile(line, pair.filled, limits)) {
        pair.finish(note)
        pair = null
      }
      pair ??= new FilePairWriter(out, work, (place += 1), batchTokens)
      pair.add(line)
    }
    pair?.finish(note)
  } catch (cause) {
    pair?.abandon()
    throw cause
  } finally {
    if (work !== null) await rm(work, { recursive: true, force: true })
  }
}

function bytesOf(files: readonly WrittenFile[]): {
  readonly bytes: number
  readonly compressedBytes: number
} {
  const ofArticles = files.filter(({ file }) => file.role === 'articles')
  return {
    bytes: ofArticles.reduce((sum, { file }) => sum + file.bytes, 0),
    compressedBytes: ofArticles.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0),
  }
}

/**
 * Builds a collection of static files from files of articles, each article file with an index file. It streams: of what
 * was read only hashes and the articles that are being indexed stay in memory. The order of the inputs is kept, the
 * same inputs give the same bytes, and the manifest is written last, so that a reader never sees half of a revision.
 * Files that the former manifest named and the new one does not are removed. When there is no article, nothing is
 * written or removed.
 *
 * @throws PackUsageError when the id, the description or the folder will not do
 */
export async function packCollection(options: PackOptions): Promise<PackReport> {
  const started = performance.now()
  describeCollection(options)
  const former = await readFormerManifest(options.out)
  const description = describeCollection(options, former)
  const formerPaths = (former?.files ?? []).map((file) => file.path)
  const gather = startGathering()
  const written: WrittenFile[] = []
  let manifest: Manifest | null = null
  try {
    await writeFiles(options, gatherLines(options, description.newspapers, gather), (one) =>
      written.push(one),
    )
    if (written.length > 0) {
      const files = written.map(({ file }) => file)
      manifest = buildManifest(description, files, gather.dates, gather.newspapers, former)
      await writeWhole(join(options.out, 'manifest.json'), writeManifest(manifest))
    }
  } catch (cause) {
    const orphans = written.map(({ file }) => file.path).filter((path) => !formerPaths.includes(path))
    await removeFiles(options.out, orphans)
    throw cause
  }
  if (manifest !== null) {
    const named = new Set(manifest.files.map((file) => file.path))
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
    ...bytesOf(written),
    seconds: (performance.now() - started) / 1000,
    manifest,
  }
}
