import { parseCard } from '../../domain/card'
import { parseEntry } from '../../domain/chronicleEntry'
import type { ProjectImport } from '../../domain/collecting'
import { parseReview } from '../../domain/entryReview'
import { supersedes, type KeptRecord, type RecordKind } from '../../domain/keptRecord'
import { parseKeptRecord } from '../../domain/parseKeptRecord'
import type { Problem } from '../../domain/problem'
import { parseProject } from '../../domain/project'
import { readStreamChunks } from '../../formats/readChunks'
import { readJsonLines } from '../../formats/readJsonLines'
import type { RecordStore } from '../../storage/recordStore'

/** More problems than these are not told one by one. */
const MOST_PROBLEMS = 200

/** What a project consists of, and what makes sure that a record is one of its kind. */
const PARTS: Partial<Record<RecordKind, (record: KeptRecord) => unknown>> = {
  project: parseProject,
  card: parseCard,
  entry: parseEntry,
  review: parseReview,
}

interface ReadRecords {
  readonly records: readonly KeptRecord[]
  readonly problems: readonly Problem[]
}

/** The records of a project's file; a line that holds none is a problem, and so is one of another kind. */
async function readRecords(file: string, content: Blob): Promise<ReadRecords> {
  const found = new Map<string, KeptRecord>()
  const problems: Problem[] = []
  for await (const row of readJsonLines(readStreamChunks(content.stream()))) {
    const report = (code: Problem['code'], message: string): void => {
      if (problems.length < MOST_PROBLEMS) problems.push({ file, row: row.row, field: '', code, message })
    }
    if (row.problem !== null) {
      report(row.problem.code, row.problem.message)
      continue
    }
    const record = parseKeptRecord(row.value)
    const parse = record === null ? undefined : PARTS[record.kind]
    if (record === null || !parse?.(record)) {
      report('field-malformed', 'expected a project, a card, an entry or an examination of one')
      continue
    }
    const key = `${record.kind} ${record.id}`
    if (supersedes(record, found.get(key))) found.set(key, record)
  }
  return { records: [...found.values()], problems }
}

/**
 * Takes in the JSON Lines of projects, all or none: of each record the one that was changed later stays, so that taking
 * in the same again changes nothing, and it says what was there before.
 */
export async function importRecords(store: RecordStore, file: string, content: Blob): Promise<ProjectImport> {
  const { records, problems } = await readRecords(file, content)
  const isTaken = (held: KeptRecord | undefined, at: number): boolean => supersedes(records[at]!, held)
  const before = await store.change(records, (held) => records.filter((_record, at) => isTaken(held[at], at)))
  const taken = records.filter((_record, at) => isTaken(before[at], at))
  const added = before.filter((held, at) => held === undefined && isTaken(held, at)).length
  return {
    projectIds: [
      ...new Set(
        records.flatMap(({ kind, id, about }) =>
          kind === 'project' ? [id] : kind === 'review' ? [] : [about],
        ),
      ),
    ],
    added,
    changed: taken.length - added,
    kept: records.length - taken.length,
    problems,
    before: before.flatMap((held, at) => {
      const record = records[at]!
      if (!isTaken(held, at)) return []
      const { kind, id } = record
      return [{ kind, id, about: held?.about ?? record.about, content: held?.content ?? null }]
    }),
  }
}
