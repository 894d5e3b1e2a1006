import { LONGEST_NAME } from '../../domain/articleLimits'
import { toWellFormed } from '../../domain/fieldText'
import type { RecordChange } from '../../domain/keptRecord'
import type { ArticleBelongings, MendCalls, Note } from '../../domain/mending'
import type { Attachment } from '../../domain/attachment'
import { inOrderOfWriting, parseNote, type NoteContent } from '../../domain/note'
import { ArchiveError } from '../../domain/problem'
import { parseScan, type ScanContent } from '../../domain/scanRecord'
import { startContentHash } from '../../formats/hashContent'
import { fileNumberOf } from '../../storage/archiveStore'
import { freshName } from '../freshName'
import type { HeldArticle } from '../heldArticles'
import { writeRecords } from '../keeping/writeRecords'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
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

/** The id of a picture of an article's printed page: whoever attaches the same picture to the same article has the same. */
function scanId(articleId: string, content: Uint8Array): string {
  const hash = startContentHash()
  hash.update(new TextEncoder().encode(`${articleId}\0`))
  hash.update(content)
  return hash.finish()
}

/** Ids under which what belongs to an article may lie: its own, and those it had before. */
function idsOf(articleId: string, held: HeldArticle | null): readonly string[] {
  return [articleId, ...(held?.article.replaces ?? [])]
}

/** @param clock what time it is */
export function createBelongingCalls(
  clock: () => Date,
  board: StatusBoard,
  opened: () => Promise<OpenParts>,
): BelongingCalls {
  /** Writes records, and tells whoever shows them. */
  async function write({ store, tellOthers }: OpenParts, changes: readonly RecordChange[], by = '') {
    await writeRecords(store.records, changes, by, clock)
    board.noteRecordsChange()
    tellOthers()
  }

  async function notesOn({ store }: OpenParts, articleIds: readonly string[]): Promise<readonly Note[]> {
    const records = await store.records.about('note', articleIds)
    return inOrderOfWriting(records.map(parseNote).filter((note) => note !== null))
  }

  async function notesOf(parts: OpenParts, articleId: string): Promise<readonly Note[]> {
    const [held = null] = await parts.held.withIds([articleId])
    return notesOn(parts, idsOf(articleId, held))
  }

  async function scansOn(
    { store }: OpenParts,
    articleIds: readonly string[],
  ): Promise<readonly Attachment[]> {
    const records = await store.records.about('scan', articleIds)
    const told = new Map(records.map((record) => [record.id, parseScan(record)]))
    const scans = await store.belongings.scans([...told.keys()])
    return scans.map((scan) => ({ ...scan, name: told.get(scan.id)?.name ?? scan.name }))
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
      const { keeper } = parts
      const [held = null] = await parts.held.withIds([articleId])
      const ids = idsOf(articleId, held)
      const article = { id: articleId, replaces: held?.article.replaces ?? [] }
      const amendment = (await keeper.amendments.articles.amendmentsFor([article]))(article)
      const isAmended =
        amendment !== undefined && (amendment.isDeleted || Object.keys(amendment.edit).length > 0)
      const own = isAmended && held !== null ? [held.article] : []
      // Decisions about names are no corrections of this article.
      const [unamended = null] = await keeper.amendments.articles.decided.decide(own)
      const { source, changes, original } = await sourceOf(parts, held)
      const scans = await scansOn(parts, ids)
      return {
        unamended: unamended?.article ?? null,
        changes,
        source,
        notes: await notesOn(parts, ids),
        attachments: original === null ? scans : [...scans, { ...original, articleId }],
      }
    },

    async saveNote(articleIds, id, text, by) {
      const parts = await opened()
      const [first] = articleIds
      if (first === undefined) return []
      const written = noteText(text)
      const writtenAt = clock().toISOString()
      if (id === null) {
        const there = written === '' ? [] : await heldAmong(parts, [...new Set(articleIds)])
        const content: NoteContent = { text: written, writtenAt }
        const notes = there.map((about) => ({ kind: 'note' as const, id: freshName(), about, content }))
        if (notes.length > 0) await write(parts, notes, by)
      } else {
        // A note that was written under an id that the article had before stays there.
        const [before] = await parts.store.records.withIds('note', [id])
        const former = before === undefined ? null : parseNote(before)
        const content: NoteContent = { text: written, writtenAt: former?.writtenAt ?? writtenAt }
        const about = before?.about ?? first
        await write(parts, [{ kind: 'note', id, about, content: written === '' ? null : content }], by)
      }
      return notesOf(parts, first)
    },

    async attach(articleId, name, file): Promise<Attachment> {
      const parts = await opened()
      const refused = (reason: string): ArchiveError =>
        new ArchiveError('attachment-refused', name, `${name}: ${reason}`)
      if (file.size > LARGEST_ATTACHMENT) {
        throw refused(`expected at most ${String(LARGEST_ATTACHMENT)} bytes, found ${String(file.size)}`)
      }
      const bytes = await file.arrayBuffer().catch(() => null)
      if (bytes === null) throw refused('it cannot be read')
      const content = new Uint8Array(bytes)
      const type = scanTypeOf(content.subarray(0, SCAN_HEAD))
      if (type === null) throw refused('expected a picture (PNG, JPEG, WebP, AVIF, GIF) or a PDF')
      const [held] = await parts.held.withIds([articleId])
      if (held === null) throw refused(`there is no article ${articleId}`)
      const told: ScanContent = { name: fileName(name), type, bytes: content.length }
      const id = scanId(articleId, content)
      // Content without a record is nothing, so that it may come first.
      const scan = { ...told, id, articleId }
      const keep = () => parts.store.belongings.addScan(scan, new Blob([content], { type }))
      await keep()
      await write(parts, [{ kind: 'scan', id, about: articleId, content: told }])
      // What had no record a moment ago may have been cleared meanwhile; else this changes nothing.
      return keep()
    },

    attachmentContent: async (number) => (await opened()).store.belongings.contentOf(number),

    async detach(number) {
      const parts = await opened()
      const { belongings } = parts.store
      const attachment = await belongings.attachment(number)
      // An original goes with its batch.
      if (attachment?.kind !== 'scan') return
      const { id, articleId } = attachment
      await write(parts, [{ kind: 'scan', id, about: articleId, content: null }])
      await belongings.deleteScans([id])
    },
  }
}
