import { LONGEST_NAME } from '../../domain/articleLimits'
import { toWellFormed } from '../../domain/fieldText'
import type { ArticleBelongings, Attachment, MendCalls, Note } from '../../domain/mending'
import { ArchiveError } from '../../domain/problem'
import { fileNumberOf } from '../../storage/archiveStore'
import type { HeldArticle } from '../heldArticles'
import type { OpenParts } from '../openParts'
import { SCAN_HEAD, scanTypeOf } from './scanType'

/** Most bytes of a picture or PDF that is kept with an article. */
const LARGEST_ATTACHMENT = 50 * 1024 * 1024

/** The longest note of a user, in UTF-16 units. */
const LONGEST_NOTE = 100_000

/** Articles looked up at once. */
const BATCH = 500

/** The calls that concern what is kept with articles. */
export type BelongingCalls = Pick<
  MendCalls,
  'belongings' | 'saveNote' | 'attach' | 'attachmentContent' | 'detach'
>

/** What the person has written, without the line ends of other systems. */
function noteText(text: string): string {
  const written = toWellFormed(text).replaceAll(/\r\n?/g, '\n').trimEnd()
  if (written.length <= LONGEST_NOTE) return written
  const message = `expected at most ${String(LONGEST_NOTE)} characters, found ${String(written.length)}`
  throw new ArchiveError('edit-malformed', 'note', message)
}

/** The name of a file without its folders. */
function fileName(name: string): string {
  return toWellFormed(/[^/\\]*$/.exec(name)?.[0] ?? '').slice(0, LONGEST_NAME)
}

/** Ids under which what belongs to an article may lie: its own, and those it had before. */
function idsOf(articleId: string, held: HeldArticle | null): readonly string[] {
  return [articleId, ...(held?.article.replaces ?? [])]
}

/** @param clock what time it is */
export function createBelongingCalls(clock: () => Date, opened: () => Promise<OpenParts>): BelongingCalls {
  async function notesOf(parts: OpenParts, articleId: string): Promise<readonly Note[]> {
    const [held = null] = await parts.held.withIds([articleId])
    return parts.store.belongings.notesOf(idsOf(articleId, held))
  }

  async function sourceOf({ store }: OpenParts, held: HeldArticle | null) {
    const [clipping] = held === null ? [] : await store.batches.clippingsAt([held.key])
    if (held === null || clipping === undefined) return { source: null, changes: [], original: null }
    const file = fileNumberOf(held.key)
    const batch = (await store.batches.all()).find((one) => one.file === file)?.id ?? ''
    const original = clipping.original === null ? null : await store.belongings.attachment(clipping.original)
    return { source: { ...clipping.source, batch }, changes: clipping.changes, original }
  }

  async function heldAmong({ held }: OpenParts, ids: readonly string[]): Promise<readonly string[]> {
    const there: string[] = []
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH)
      const found = await held.withIds(some)
      there.push(...some.filter((_id, place) => found[place] !== null))
    }
    return there
  }

  return {
    async belongings(articleId): Promise<ArticleBelongings> {
      const parts = await opened()
      const { store, keeper } = parts
      const [held = null] = await parts.held.withIds([articleId])
      const ids = idsOf(articleId, held)
      const article = { id: articleId, replaces: held?.article.replaces ?? [] }
      const amendment = (await keeper.amendments.articles.amendmentsFor([article]))(article)
      const isAmended =
        amendment !== undefined && (amendment.isDeleted || Object.keys(amendment.edit).length > 0)
      const { source, changes, original } = await sourceOf(parts, held)
      const attachments = await store.belongings.attachmentsOf(ids)
      return {
        unamended: isAmended ? (held?.article ?? null) : null,
        changes,
        source,
        notes: await store.belongings.notesOf(ids),
        attachments: original === null ? attachments : [...attachments, { ...original, articleId }],
      }
    },

    async saveNote(articleIds, number, text) {
      const parts = await opened()
      const { belongings } = parts.store
      const [first] = articleIds
      if (first === undefined) return []
      const written = noteText(text)
      const changedAt = clock().toISOString()
      if (number === null) {
        const there = written === '' ? [] : await heldAmong(parts, [...new Set(articleIds)])
        if (there.length > 0) await belongings.addNotes(there, written, changedAt)
      } else if (written === '') {
        await belongings.deleteNote(number)
      } else {
        // A note that was written under an id that the article had before stays there.
        const before = (await notesOf(parts, first)).find((note) => note.number === number)
        await belongings.putNote({ number, articleId: before?.articleId ?? first, text: written, changedAt })
      }
      return notesOf(parts, first)
    },

    async attach(articleId, name, file): Promise<Attachment> {
      const { store, held } = await opened()
      const refused = (reason: string): ArchiveError =>
        new ArchiveError('attachment-refused', name, `${name}: ${reason}`)
      if (file.size > LARGEST_ATTACHMENT) {
        throw refused(`expected at most ${String(LARGEST_ATTACHMENT)} bytes, found ${String(file.size)}`)
      }
      const head = await file
        .slice(0, SCAN_HEAD)
        .arrayBuffer()
        .catch(() => null)
      if (head === null) throw refused('it cannot be read')
      const type = scanTypeOf(new Uint8Array(head))
      if (type === null) throw refused('expected a picture (PNG, JPEG, WebP, AVIF, GIF) or a PDF')
      if ((await held.withIds([articleId]))[0] === null) throw refused(`there is no article ${articleId}`)
      const scan = { articleId, name: fileName(name), type, bytes: file.size }
      return store.belongings.addScan(scan, file)
    },

    attachmentContent: async (number) => (await opened()).store.belongings.contentOf(number),

    async detach(number) {
      const { belongings } = (await opened()).store
      // An original goes with its batch.
      if ((await belongings.attachment(number))?.kind === 'scan') await belongings.deleteAttachment(number)
    },
  }
}
