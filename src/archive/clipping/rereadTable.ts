import { ArchiveError } from '../../domain/problem'
import type { PatientReader } from './patientReader'
import { readIntoStaging, type ReadingParts } from './readIntoStaging'
import type { Staging } from './staging'

/**
 * Reads a table of a staged batch again with other fields for its columns. Its former articles go when the new ones are
 * there.
 *
 * @throws ArchiveError `unexpected` when the batch has no such table; as {@link readIntoStaging}, and then the former
 *   articles stay and the new ones go
 */
export async function rereadTable(
  parts: ReadingParts,
  staging: Staging,
  reader: PatientReader,
  file: string,
  fields: readonly (string | null)[],
): Promise<void> {
  const { rows, tables, problems } = staging
  const table = tables.get(file)
  if (table === undefined) throw new ArchiveError('unexpected', file, 'the batch has no such table')
  const { store } = parts
  const former = rows.placesOf(file)
  const formerFields = staging.fields.get(file)
  const formerProblems = problems.copy()
  staging.leaving = new Set(former)
  staging.fields.set(file, fields)
  problems.dropFile(file)
  try {
    await readIntoStaging(parts, staging, reader, [table.input], file)
  } catch (cause) {
    const isFormer = new Set(former)
    const fresh = rows.placesOf(file).filter((place) => !isFormer.has(place))
    tables.set(file, table)
    problems.restore(formerProblems)
    if (formerFields === undefined) staging.fields.delete(file)
    else staging.fields.set(file, formerFields)
    await store.batches.drop(staging.file, rows.drop(fresh)).catch(() => undefined)
    throw cause
  } finally {
    staging.leaving = new Set()
  }
  await store.batches.drop(staging.file, rows.drop(former))
}
