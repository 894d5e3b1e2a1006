import { shallowRef, type ShallowRef } from 'vue'
import { EXPORT_FILES, type ExportedArticles, type ExportOptions } from '../domain/exporting'
import { toArchiveError, type ArchiveError } from '../domain/problem'
import { useArchive } from './useArchive'

/** How long a browser may take to begin saving a file that it was given, in milliseconds. */
const SAVING = 60_000

/** Gives the browser a file to save under a name. */
function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, SAVING)
}

/** A name without what file systems refuse, of at most 80 characters. */
function fileName(name: string): string {
  return [...name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()].slice(0, 80).join('').trim() || 'jianbao'
}

/** Writes articles to files that the browser saves. */
export function useExport(): {
  readonly isExporting: Readonly<ShallowRef<boolean>>
  /** Why the last export failed, or `null`. */
  readonly exportFailure: Readonly<ShallowRef<ArchiveError | null>>
  /** Writes a file named after `name`; gives the number of articles in it, or `null` when it failed. */
  readonly exportFile: (
    what: ExportedArticles,
    options: ExportOptions,
    name: string,
  ) => Promise<number | null>
  /** Saves a text as a file of this name, without its ending. */
  readonly saveText: (text: string, name: string) => void
} {
  const { archive } = useArchive()
  const isExporting = shallowRef(false)
  const exportFailure = shallowRef<ArchiveError | null>(null)

  async function exportFile(what: ExportedArticles, options: ExportOptions, name: string) {
    isExporting.value = true
    exportFailure.value = null
    try {
      const { content, articles } = await archive.value.exportArticles(what, options)
      saveFile(content, `${fileName(name)}.${EXPORT_FILES[options.format].ending}`)
      return articles
    } catch (cause) {
      exportFailure.value = toArchiveError(cause)
      return null
    } finally {
      isExporting.value = false
    }
  }

  function saveText(text: string, name: string): void {
    // Without the mark some editors of plain text take Chinese for something else.
    saveFile(new Blob(['\uFEFF', text], { type: 'text/plain' }), `${fileName(name)}.txt`)
  }

  return { isExporting, exportFailure, exportFile, saveText }
}
