import type { Article } from '../../domain/article'
import { EXPORT_FILES, type ExportCalls } from '../../domain/exporting'
import { loadOnce } from '../loadOnce'
import type { OpenParts } from '../openParts'

/** Articles read, and written, at once. */
const BATCH = 200

/** What writes files is fetched when something is first exported. */
const loadWriter = loadOnce(async () => (await import('../../formats/exports/writeExport')).writeExport)

/** The articles with these ids as they are shown, in batches; those that are gone or deleted are left out. */
async function* shownArticles(
  { held, keeper, startSlices }: OpenParts,
  ids: readonly string[],
): AsyncGenerator<readonly Article[]> {
  const slices = startSlices()
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await held.withIds(ids.slice(from, from + BATCH))
    const articles = found.flatMap((one) => (one === null ? [] : [one.article]))
    const shown = await keeper.amendments.articles.amend(articles)
    yield shown.filter((article) => article !== null)
    await slices.breathe()
  }
}

/** The part of the archive that writes files; see {@link ExportCalls}. */
export function createExportCalls(opened: () => Promise<OpenParts>): ExportCalls {
  return {
    async exportArticles(what, options) {
      const parts = await opened()
      const ids = what.kind === 'ids' ? what.ids : await parts.reader.resultIds(what.query, Infinity)
      const writeExport = await loadWriter()
      let articles = 0
      async function* counted(): AsyncGenerator<readonly Article[]> {
        for await (const batch of shownArticles(parts, ids)) {
          articles += batch.length
          yield batch
        }
      }
      // Pieces go into Blobs as they come, which a browser may keep on disk.
      let content = new Blob([])
      let pieces: (string | Uint8Array<ArrayBuffer>)[] = []
      let size = 0
      for await (const piece of writeExport(counted(), options)) {
        pieces.push(typeof piece === 'string' ? piece : new Uint8Array(piece))
        size += piece.length
        if (size < 4 * 1024 * 1024) continue
        content = new Blob([content, ...pieces])
        pieces = []
        size = 0
      }
      const { type } = EXPORT_FILES[options.format]
      return { content: new Blob([content, ...pieces], { type }), articles }
    },
  }
}
