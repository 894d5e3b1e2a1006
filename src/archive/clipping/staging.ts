import type { Batch, BatchRow, ClipInput, TableReading } from '../../domain/clipping'
import type { ClippedArticle, StoredBatch } from '../../storage/batchStore'
import { articleKey, fileNumberOf } from '../../storage/archiveStore'
import { SignatureIndex } from '../../text/signatureIndex'
import { KeptProblems } from './keptProblems'
import type { PatientReader } from './patientReader'
import { StagedRows } from './stagedRows'

/** A batch as it is told. */
export function asBatch({
  file: _file,
  problemCount,
  dates: _dates,
  replaced: _replaced,
  ...batch
}: StoredBatch): Batch {
  return { ...batch, problems: problemCount }
}

/** A row of a batch from what the store has of it. */
export function asBatchRow({ article, clipping }: ClippedArticle): BatchRow {
  const { key, source, evidence, changes, likeness, decision } = clipping
  const place = key - articleKey(fileNumberOf(key), 0)
  return { place, article, source, evidence, changes, likeness, decision }
}

/** The batch that this tab reads or stages: what is known of it beside what the store has. */
export class Staging {
  readonly inputs: readonly ClipInput[]
  readonly rows = new StagedRows()
  readonly problems = new KeptProblems()
  /** The tables of the batch, each with the number of the input that it is in. */
  readonly tables = new Map<string, { readonly table: TableReading; readonly input: number }>()
  /** The fields that a person chose for columns, by table. */
  readonly fields = new Map<string, readonly (string | null)[]>()
  /** What the texts of the archive and of the batch look like. */
  readonly signatures = new SignatureIndex()
  /** Numbers of attachments, by the number that the reader gave an original. */
  readonly originals = new Map<number, number>()
  /** Places of articles that go when a table has been read again. */
  leaving: ReadonlySet<number> = new Set()
  /** What reads now. */
  reader: PatientReader | null = null
  isCancelled = false
  readonly #begun: StoredBatch
  #state: StoredBatch['state'] = 'reading'
  /** Lets another tab clear the batch. */
  readonly release: () => void

  constructor(begun: StoredBatch, inputs: readonly ClipInput[], release: () => void) {
    this.#begun = begun
    this.inputs = inputs
    this.release = release
  }

  get id(): string {
    return this.#begun.id
  }

  /** The number of the file that its articles are in. */
  get file(): number {
    return this.#begun.file
  }

  /** Notes that everything has been read. */
  complete(): void {
    this.#state = 'staged'
  }

  /** The batch as it is now; `keptProblems` of its problems stand in it. */
  stored(keptProblems = 0): StoredBatch {
    return {
      ...this.#begun,
      state: this.#state,
      ...this.rows.counts(),
      tables: [...this.tables.values()].map(({ table }) => table),
      problems: this.problems.kept.slice(0, keptProblems),
      problemCount: this.problems.count,
    }
  }

  keyOf(place: number): number {
    return articleKey(this.file, place)
  }
}
