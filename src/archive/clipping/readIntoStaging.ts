import type { BatchProgress, ClipInput } from '../../domain/clipping'
import { ArchiveError, type Problem } from '../../domain/problem'
import type { StagingParts } from './candidates'
import type { ReadEntry, ReadPiece } from './inputReader'
import type { PatientReader, ReadingEnd } from './patientReader'
import { sizeOfInput } from './readInput'
import { stageArticles } from './stageArticles'
import type { Staging } from './staging'

/** Shortest time between two tellings of how far it has come, in milliseconds. */
const TELL_PAUSE = 100

/** What reading into a batch works with. */
export interface ReadingParts extends StagingParts {
  readonly tell: (progress: BatchProgress) => void
  readonly now: () => number
}

function nameOf(input: ClipInput): string {
  return input.kind === 'text' ? '' : input.name
}

function endProblem(input: ClipInput, end: ReadingEnd): Problem {
  const message =
    end === 'hung'
      ? 'nothing came of it for so long that it was given up; what was read before is kept'
      : 'what reads it broke down; what was read before is kept'
  return {
    file: nameOf(input),
    row: 0,
    field: '',
    code: end === 'hung' ? 'limit-reached' : 'file-unreadable',
    message,
  }
}

/** Keeps the pages that articles of a piece were read from. */
async function keepOriginals({ store }: StagingParts, staging: Staging, piece: ReadPiece): Promise<void> {
  for (const { number, name, type, bytes } of piece.originals) {
    const content = new Blob([bytes as Uint8Array<ArrayBuffer>], { type })
    const original = { name, type, bytes: bytes.length }
    staging.originals.set(number, await store.belongings.addOriginal(staging.id, original, content))
  }
}

function fileOf(entry: ReadEntry): string {
  if (entry.kind === 'article') return entry.file
  return entry.kind === 'table' ? entry.table.file : entry.problem.file
}

/**
 * Reads inputs of a batch into it.
 *
 * @param numbers which of its inputs
 * @param table what of them: everything, or one table
 * @throws ArchiveError `cancelled` when the reader was stopped; what the store fails with
 */
export async function readIntoStaging(
  parts: ReadingParts,
  staging: Staging,
  reader: PatientReader,
  numbers: readonly number[],
  table: string | null = null,
): Promise<void> {
  const inputs = numbers.map((number) => ({ number, input: staging.inputs[number]! }))
  const total = inputs.reduce((sum, { input }) => sum + sizeOfInput(input), 0)
  let before = 0
  let toldAt = -Infinity

  function tell(file: string, bytes: number): void {
    if (parts.now() - toldAt < TELL_PAUSE) return
    toldAt = parts.now()
    const { articles } = staging.rows.counts()
    const done = Math.min(before + bytes, total)
    const problems = staging.problems.count
    parts.tell({ batch: staging.id, step: 'reading', file, done, total, articles, problems })
  }

  async function take(piece: ReadPiece, number: number): Promise<void> {
    const entries = piece.entries.filter((entry) => table === null || fileOf(entry) === table)
    await keepOriginals(parts, staging, piece)
    for (const entry of entries) {
      staging.rows.noteFile(fileOf(entry))
      if (entry.kind === 'problem') staging.problems.add(entry.problem)
      if (entry.kind === 'table') staging.tables.set(entry.table.file, { table: entry.table, input: number })
    }
    await stageArticles(
      parts,
      staging,
      entries.filter((entry) => entry.kind === 'article'),
    )
    tell(piece.file, piece.bytes)
  }

  const collections = await parts.store.collections()
  const newspapers = collections.flatMap(({ manifest }) => manifest.newspapers)
  for (const { number, input } of inputs) {
    tell(nameOf(input), 0)
    await reader.open(input, staging.fields, newspapers)
    let coming = reader.next()
    for (;;) {
      const piece = await coming
      if (staging.isCancelled) throw new ArchiveError('cancelled', staging.id, 'the batch was cancelled')
      if (typeof piece === 'string') {
        staging.problems.add(endProblem(input, piece))
        break
      }
      // The next piece is read while this one is stored.
      if (!piece.isEnd) coming = reader.next()
      // Its failure is met when its turn comes, or does not matter any more.
      coming.catch(() => undefined)
      await take(piece, number)
      if (piece.isEnd) break
    }
    before += sizeOfInput(input)
  }
}
