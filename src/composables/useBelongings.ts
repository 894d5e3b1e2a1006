import { ref, type ComputedRef, type ShallowRef } from 'vue'
import type { FileContent } from '../domain/fileContent'
import type { ArticleBelongings, Note } from '../domain/mending'
import type { Attachment } from '../domain/attachment'
import { useMendingMessages } from '../locales/useMendingMessages'
import { wordCount } from '../locales/wordCount'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'

/** What is kept with an article, and how it is kept and taken away. Every removal can be taken back. */
export interface Belongings {
  /** `null` until it is known, and while it is that of another article. */
  readonly answer: ShallowRef<{ readonly id: string; readonly found: ArticleBelongings } | null>
  readonly isAttaching: Readonly<ShallowRef<boolean>>
  /** Writes a note, a new one without a number. An empty text deletes it. */
  readonly saveNote: (note: Note | null, text: string) => Promise<void>
  /** Keeps files with the article; those that are no pictures or PDFs are named. */
  readonly attach: (files: readonly File[]) => Promise<void>
  readonly detach: (attachment: Attachment) => Promise<void>
  /** The content of an attachment; `null` when it is gone. */
  readonly contentOf: (attachment: Attachment) => Promise<FileContent | null>
}

/** What is kept with the article with an id, asked again whenever the archive or what is kept changes. */
export function useBelongings(articleId: ComputedRef<string>): Belongings {
  const { archive, status } = useArchive()
  const { t } = useMendingMessages()
  const { attempt, say } = useMending()
  const { preferences } = usePreferences()
  const isAttaching = ref(false)
  const { answer } = useLatest(
    () => ({
      id: articleId.value,
      content: status.value.contentRevision,
      revision: status.value.recordsRevision,
    }),
    async ({ id }) => ({ id, found: await archive.value.belongings(id) }),
  )

  /** Gives the notes as they are then, or `null` when that failed. */
  async function putNote(id: string, noteId: string | null, text: string): Promise<readonly Note[] | null> {
    const notes = await attempt(() =>
      archive.value.saveNote([id], noteId, text, preferences.value.verifierName),
    )
    return notes
  }

  const contentOf = ({ number }: Attachment): Promise<FileContent | null> =>
    archive.value.attachmentContent(number)

  async function keep(id: string, name: string, content: FileContent): Promise<boolean> {
    return (await attempt(() => archive.value.attach(id, name, content))) !== null
  }

  return {
    answer,
    isAttaching,
    contentOf,
    async saveNote(note, text) {
      const id = articleId.value
      const notes = await putNote(id, note?.id ?? null, text)
      if (notes === null) return
      const former = note ?? { id: notes.at(-1)?.id ?? null, text: '' }
      const isDeleted = note !== null && text.trim() === ''
      say(t(isDeleted ? 'mending.notice.noteDeleted' : 'mending.notice.noteSaved'), async () => {
        await putNote(id, former.id, former.text)
      })
    },
    async attach(files) {
      const id = articleId.value
      isAttaching.value = true
      let attached = 0
      for (const file of files) if (await keep(id, file.name, file)) attached += 1
      isAttaching.value = false
      // What went wrong stays said.
      if (attached > 0 && attached === files.length) {
        say(t('mending.notice.scanAdded', { n: wordCount(attached) }, attached))
      }
    },
    async detach(attachment) {
      const { articleId: id, name } = attachment
      const content = await attempt(() => contentOf(attachment))
      await attempt(() => archive.value.detach(attachment.number))
      say(
        t('mending.notice.scanDeleted', { name }),
        content === null
          ? null
          : async () => {
              await keep(id, name, content)
            },
      )
    },
  }
}
