import type { RecordStore } from '../../storage/recordStore'

/** The ids of all articles that carry notes or pictures of the printed page. */
export async function notedArticles(records: RecordStore): Promise<ReadonlySet<string>> {
  const [notes, scans] = [await records.ofKind('note'), await records.ofKind('scan')]
  return new Set([...notes, ...scans].map(({ about }) => about))
}
