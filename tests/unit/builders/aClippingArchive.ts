import type { Archive, ArchiveStatus } from '../../../src/domain/archive'
import type { Article } from '../../../src/domain/article'
import type {
  Batch,
  BatchRow,
  BatchView,
  ClipDecision,
  ClipInput,
  TableReading,
  UndoConsequences,
} from '../../../src/domain/clipping'
import { ArchiveError, type Problem } from '../../../src/domain/problem'
import { anArticle } from './anArticle'

/** A row of a batch; what a test is about is given. */
export function aBatchRow(
  place: number,
  fields: Partial<BatchRow> = {},
  article: Partial<Article> = {},
): BatchRow {
  return {
    place,
    source: { file: 'a.jsonl', row: place },
    article: anArticle({ id: `example-${String(place)}`, title: `示例报道之${String(place)}`, ...article }),
    evidence: [],
    changes: [],
    likeness: null,
    decision: 'take',
    ...fields,
  }
}

/** What a batch is to hold when something is read. */
export interface Contents {
  readonly rows: readonly BatchRow[]
  readonly problems?: readonly Problem[]
  readonly tables?: readonly TableReading[]
  readonly sources?: readonly string[]
}

const READY: ArchiveStatus = {
  phase: 'ready',
  storage: 'database',
  progress: null,
  batch: null,
  backup: null,
  articles: 40,
  contentRevision: 1,
  recordsRevision: 0,
  failure: null,
}

function isInView(row: BatchRow, view: BatchView): boolean {
  if (view === 'doubtful') return row.article.doubtful.length > 0
  return view === 'all' || row.likeness !== null
}

/** The part of an archive that takes articles in, in memory: it keeps to what `ClipCalls` promises. */
export function aClippingArchive(read: (inputs: readonly ClipInput[]) => Promise<Contents>) {
  let tell: (status: ArchiveStatus) => void = () => undefined
  let status = READY
  let staged: { readonly id: string; readonly state: Batch['state']; readonly contents: Contents } | null =
    null
  let accepted: readonly Batch[] = []
  let began = 0
  const given: (readonly ClipInput[])[] = []
  const calls: (readonly [name: string, ...given: unknown[]])[] = []
  let consequences: Partial<UndoConsequences> = {}

  const say = (changes: Partial<ArchiveStatus>): void => {
    status = { ...status, ...changes }
    tell(status)
  }
  const hold = (id: string) => {
    if (staged?.id !== id) throw new ArchiveError('batch-gone', id, 'there is no such batch')
    return staged
  }
  const summary = (): Batch => {
    const { id, state, contents } = staged!
    const count = (view: BatchView): number => contents.rows.filter((row) => isInView(row, view)).length
    return {
      id,
      state,
      sources: contents.sources ?? [],
      begunAt: '2026-03-01T01:00:00Z',
      acceptedAt: null,
      articles: contents.rows.length,
      taken: contents.rows.filter(({ decision }) => decision !== 'skip').length,
      doubtful: count('doubtful'),
      alike: count('alike'),
      problems: contents.problems?.length ?? 0,
      tables: contents.tables ?? [],
    }
  }
  const setRows = (change: (row: BatchRow) => BatchRow): void => {
    const { contents } = staged!
    staged = { ...staged!, contents: { ...contents, rows: contents.rows.map(change) } }
  }

  const archive = {
    open: () => Promise.resolve(),
    watch: (listener: typeof tell) => {
      tell = listener
      listener(status)
      return Promise.resolve()
    },
    async readBatch(inputs: readonly ClipInput[]) {
      const id = `batch-${String(++began)}`
      given.push(inputs)
      staged = { id, state: 'reading', contents: { rows: [] } }
      const contents = await read(inputs)
      if (staged?.id !== id) throw new ArchiveError('cancelled', id, 'cancelled')
      staged = { id, state: 'staged', contents }
      say({ batch: null })
      return summary()
    },
    stagedBatch: () => Promise.resolve(staged === null ? null : summary()),
    async batchRows(id: string, view: BatchView, offset: number, limit: number) {
      calls.push(['batchRows', view, offset, limit])
      const rows = hold(id).contents.rows.filter((row) => isInView(row, view))
      return Promise.resolve(rows.slice(offset, offset + limit))
    },
    findBatchRow: async (id: string, view: BatchView, place: number) => {
      calls.push(['findBatchRow', view, place])
      const { rows } = hold(id).contents
      const before = rows.filter((row) => isInView(row, view) && row.place < place)
      return Promise.resolve({ index: before.length, row: rows.find((row) => row.place === place) ?? null })
    },
    stagedOriginal: () => Promise.resolve(null),
    batchProblems: async (id: string, offset: number, limit: number) =>
      Promise.resolve((hold(id).contents.problems ?? []).slice(offset, offset + limit)),
    async editBatchRow(id: string, place: number, edit: Partial<Article>) {
      hold(id)
      calls.push(['editBatchRow', place, edit])
      if (edit.title === '不行') throw new ArchiveError('edit-malformed', 'title', 'not like this')
      setRows((row) =>
        row.place === place
          ? {
              ...row,
              article: {
                ...row.article,
                ...edit,
                doubtful: row.article.doubtful.filter((field) => !(field in edit)),
              },
            }
          : row,
      )
      return Promise.resolve(staged!.contents.rows.find((row) => row.place === place)!)
    },
    async decideBatch(id: string, place: number | null, decision: ClipDecision) {
      hold(id)
      calls.push(['decideBatch', place, decision])
      setRows((row) =>
        row.place === place || (place === null && row.likeness !== null) ? { ...row, decision } : row,
      )
      return Promise.resolve(summary())
    },
    async mapTable(id: string, file: string, fields: readonly (string | null)[]) {
      hold(id)
      calls.push(['mapTable', file, fields])
      const { contents } = staged!
      const tables = (contents.tables ?? []).map((table) =>
        table.file === file
          ? {
              ...table,
              columns: table.columns.map((column, at) => ({ ...column, field: fields[at] ?? null })),
            }
          : table,
      )
      staged = { ...staged!, contents: { ...contents, tables } }
      return Promise.resolve(summary())
    },
    likeArticle: async (id: string, place: number) => {
      const row = hold(id).contents.rows.find((one) => one.place === place)
      if (!row?.likeness) return Promise.resolve(null)
      const { likeness, article } = row
      return Promise.resolve(
        anArticle({
          ...article,
          id: likeness.id,
          title: likeness.title,
          paragraphs: [...article.paragraphs.slice(0, -1), '这一段与新的不同。'],
        }),
      )
    },
    async acceptBatch(id: string) {
      hold(id)
      const { taken, ...batch } = summary()
      const done: Batch = {
        ...batch,
        taken,
        state: 'accepted',
        acceptedAt: '2026-03-01T02:30:00Z',
        articles: taken,
      }
      staged = null
      accepted = [done, ...accepted]
      say({ contentRevision: status.contentRevision + 1 })
      return Promise.resolve(done)
    },
    async cancelBatch(id: string) {
      calls.push(['cancelBatch', id])
      if (staged?.id === id) staged = null
      say({ batch: null })
      return Promise.resolve()
    },
    batches: () => Promise.resolve(accepted),
    undoConsequences: async (id: string) =>
      Promise.resolve({
        articles: accepted.find((one) => one.id === id)?.articles ?? 0,
        noted: 0,
        amended: 0,
        replacing: 0,
        ...consequences,
      }),
    async undoBatch(id: string) {
      calls.push(['undoBatch', id])
      accepted = accepted.filter((one) => one.id !== id)
      say({ contentRevision: status.contentRevision + 1 })
      return Promise.resolve()
    },
  }
  return {
    archive: archive as unknown as Archive,
    /** What was given to be read, call by call. */
    given,
    /** What was asked of a staged or accepted batch. */
    calls,
    say,
    setConsequences(next: Partial<UndoConsequences>): void {
      consequences = next
    },
  }
}
