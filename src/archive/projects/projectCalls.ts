import type { Article } from '../../domain/article'
import { articleNow } from '../../domain/cardStanding'
import { MOST_ASKED, PROJECT_FILES, type ProjectCalls } from '../../domain/collecting'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { collectPassage } from './collectPassage'
import { importRecords } from './importRecords'
import { projectRecords } from './projectRecords'
import { writeProject } from './writeProject'

/** The articles with these ids as they are shown, in this order; `null` for those that are gone or deleted. */
async function shownArticles(
  { held, keeper }: OpenParts,
  ids: readonly string[],
): Promise<readonly (Article | null)[]> {
  const asked = ids.slice(0, MOST_ASKED)
  const different = [...new Set(asked)]
  const found = new Map<string, Article>()
  for (const [at, one] of (await held.withIds(different)).entries()) {
    if (one !== null) found.set(different[at]!, one.article)
  }
  const shown = await keeper.amendments.articles.amend([...found.values()])
  const byId = new Map([...found.keys()].map((id, at) => [id, shown[at] ?? null]))
  return asked.map((id) => byId.get(id) ?? null)
}

/** The part of the archive that works for projects; see {@link ProjectCalls}. */
export function createProjectCalls(board: StatusBoard, opened: () => Promise<OpenParts>): ProjectCalls {
  return {
    async collect(wanted) {
      const asked = wanted.slice(0, MOST_ASKED)
      const articles = await shownArticles(
        await opened(),
        asked.map(({ articleId }) => articleId),
      )
      return asked.map(({ spans }, at) => {
        const article = articles[at] ?? null
        return article === null ? null : collectPassage(article, spans)
      })
    },

    async articlesNow(ids) {
      const articles = await shownArticles(await opened(), ids)
      return articles.map((article) => (article === null ? null : articleNow(article)))
    },

    async exportProject(projectId, options) {
      const { store } = await opened()
      const found = await projectRecords(store.records, projectId)
      const pieces = found === null ? null : writeProject(found, options)
      if (pieces === null) return null
      const written: (string | Uint8Array<ArrayBuffer>)[] = []
      for await (const piece of pieces) {
        written.push(typeof piece === 'string' ? piece : new Uint8Array(piece))
      }
      return new Blob(written, { type: PROJECT_FILES[options.format].type })
    },

    async importProject(name, content) {
      const { store, tellOthers } = await opened()
      const done = await importRecords(store.records, name, content)
      if (done.added + done.changed > 0) {
        board.noteRecordsChange()
        tellOthers()
      }
      return done
    },
  }
}
