import type { Article } from '../domain/article'
import type { CollectionFile } from '../domain/collection'
import { parseArticle } from '../domain/parseArticle'
import type { FieldProblem, Problem, ProblemCode } from '../domain/problem'
import { createArticleGate } from './articleGate'
import { GzipDamage, gunzipIfNeeded } from './gunzip'
import { startContentHash } from './hashContent'
import type { ByteChunks } from './readChunks'
import { readJsonLines } from './readJsonLines'

/** How the reading of a file of a collection ended. */
export interface CollectionFileReading {
  /** Whether the content is, byte for byte, the one that the manifest promises. Nothing of a file that is not may be kept. */
  readonly isIntact: boolean
  /** Articles given out. */
  readonly articles: number
  /** What is wrong: with the file as a whole (row 0) when it is not intact, else with single rows of it. */
  readonly problems: readonly Problem[]
}

const BATCH_ARTICLES = 500

/** The content is longer than promised: nothing of it needs to be read any further. */
class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Passes the content on and keeps its length and hash; ends with {@link TooLong} as soon as there is more than promised. */
function measure(content: AsyncIterable<Uint8Array>, longest: number) {
  const hash = startContentHash()
  let bytes = 0
  const passOn = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > longest) throw new TooLong()
      hash.update(chunk)
      yield chunk
    }
  }
  return { content: passOn(), bytes: () => bytes, sha256: hash.finish }
}

/**
 * Reads a file of articles as it comes in, compressed or not, and gives its articles out in batches while it is still
 * coming; an article that is there twice comes once, and different ones without an id of their own that agree in all
 * that ids are made of are parted by their text. Whether the file is the promised one is known only at the end. So the caller keeps what it was given apart
 * until the reading says `isIntact`, and drops it otherwise. A failure of the stream itself, or of `takeBatch`, is
 * thrown on.
 *
 * @param file what the manifest says of the file
 * @param takeBatch is waited for before more is read
 */
export async function readCollectionFile(
  chunks: ByteChunks,
  file: CollectionFile,
  takeBatch: (articles: readonly Article[]) => void | Promise<void>,
  batchArticles = BATCH_ARTICLES,
): Promise<CollectionFileReading> {
  const admit = createArticleGate()
  const measured = measure(gunzipIfNeeded(chunks), file.bytes)
  const rowProblems: Problem[] = []
  let articles = 0
  let batch: Article[] = []
  const giveBatch = async (): Promise<void> => {
    const full = batch
    batch = []
    articles += full.length
    if (full.length > 0) await takeBatch(full)
  }
  const noteRow = (row: number) => (problem: FieldProblem) =>
    rowProblems.push({ file: file.path, row, ...problem })
  const refuse = (code: ProblemCode, message: string): CollectionFileReading => ({
    isIntact: false,
    articles,
    problems: [{ file: file.path, row: 0, field: '', code, message }],
  })
  try {
    for await (const { row, value, problem } of readJsonLines(measured.content)) {
      const parsed = problem === null ? parseArticle(value) : { article: null, problems: [problem] }
      parsed.problems.forEach(noteRow(row))
      const admission = parsed.article === null ? 'duplicate' : admit(parsed.article)
      if (admission === 'duplicate') continue
      if ('code' in admission) noteRow(row)(admission)
      else batch.push(admission.article)
      if (batch.length >= batchArticles) await giveBatch()
    }
  } catch (cause) {
    if (cause instanceof GzipDamage)
      return refuse('gzip-damaged', `the compressed file is damaged: ${cause.message}`)
    if (cause instanceof TooLong) {
      return refuse('file-bytes', `expected ${String(file.bytes)} bytes of content, found more`)
    }
    throw cause
  }
  if (measured.bytes() !== file.bytes) {
    const found = `expected ${String(file.bytes)} bytes of content, found ${String(measured.bytes())}`
    return refuse('file-bytes', found)
  }
  const sha256 = measured.sha256()
  if (sha256 !== file.sha256) return refuse('file-hash', `expected sha256 ${file.sha256}, found ${sha256}`)
  await giveBatch()
  return { isIntact: true, articles, problems: rowProblems }
}
