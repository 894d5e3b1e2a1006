import type { FileContent } from '../domain/fileContent'
import type { Note } from '../domain/mending'
import type { StoredAttachment } from './archiveDatabase'
import type { BelongingsStore } from './belongingsStore'
import { soon } from './memoryBatchStore'
import { toAttachment, toFileContent } from './storedAttachment'

/**
 * Belongings in memory.
 *
 * @param attachments where they are kept; what else goes with a batch drops its originals there
 */
export function createMemoryBelongings(attachments: Map<number, StoredAttachment>): BelongingsStore {
  const notes = new Map<number, Note>()
  let lastNote = 0
  let lastAttachment = 0

  async function add(attachment: Omit<StoredAttachment, 'number' | 'content'>, given: FileContent) {
    const content = new Blob([await given.arrayBuffer()], { type: attachment.type })
    lastAttachment += 1
    attachments.set(lastAttachment, { ...attachment, content, number: lastAttachment })
    return lastAttachment
  }

  return {
    notesOf: soon((articleIds: readonly string[]) => {
      const wanted = new Set(articleIds)
      return [...notes.values()]
        .filter(({ articleId }) => wanted.has(articleId))
        .sort((one, other) => one.number - other.number)
    }),
    addNotes: soon((articleIds: readonly string[], text: string, changedAt: string) => {
      for (const articleId of articleIds) {
        lastNote += 1
        notes.set(lastNote, { number: lastNote, articleId, text, changedAt })
      }
    }),
    putNote: soon((note: Note) => {
      notes.set(note.number, note)
    }),
    deleteNote: soon((number: number) => {
      notes.delete(number)
    }),
    attachmentsOf: soon((articleIds: readonly string[]) => {
      const wanted = new Set(articleIds)
      return [...attachments.values()].filter(({ articleId }) => wanted.has(articleId)).map(toAttachment)
    }),
    attachment: soon((number: number) => {
      const held = attachments.get(number)
      return held === undefined ? null : toAttachment(held)
    }),
    async addScan(scan, content) {
      const attachment = { ...scan, kind: 'scan' } as const
      return { ...attachment, number: await add(attachment, content) }
    },
    addOriginal: (batch, original, content) =>
      add({ ...original, articleId: '', kind: 'original', batch }, content),
    contentOf: soon((number: number) => {
      const held = attachments.get(number)
      return held === undefined ? null : toFileContent(held)
    }),
    deleteAttachment: soon((number: number) => {
      attachments.delete(number)
    }),
    articleIds: soon(() => {
      const ids = [...notes.values(), ...attachments.values()].map(({ articleId }) => articleId)
      return new Set(ids.filter((id) => id !== ''))
    }),
  }
}
