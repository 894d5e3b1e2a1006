import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import type { ClipInput } from '../../domain/clipping'

/** Files that an operating system leaves in folders for itself. */
const OWN_TO_THE_SYSTEM = /^(?:\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i

function isForPeople(path: string): boolean {
  return path.split('/').every((name) => !OWN_TO_THE_SYSTEM.test(name))
}

/** A file of a folder. One that cannot be had any more comes empty, so that it is named among what was not read. */
function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(new File([], entry.name))
    })
  })
}

/** All entries of a folder; a reader gives them in portions, and none when it has no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (portion.length === 0) return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    entries.push(...portion)
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly ClipInput[]> {
  const name = entry.fullPath.replace(/^\/+/, '')
  if (!isForPeople(name)) return []
  if (entry.isFile) return [{ kind: 'file', name, blob: await fileOf(entry as FileSystemFileEntry) }]
  const found: ClipInput[] = []
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry))
    found.push(...(await filesBelow(inner)))
  return found
}

/** Chosen files under their names, those of a chosen folder under their paths, without what the system put there. */
export function chosenFiles(files: Iterable<File>): readonly ClipInput[] {
  return [...files]
    .map((file): ClipInput => ({ kind: 'file', name: file.webkitRelativePath || file.name, blob: file }))
    .filter((input) => input.kind === 'text' || isForPeople(input.name))
}

/** What a transfer (a drop or a paste) brings: files and folders with everything below them, else a text. */
export async function transferredInputs(transfer: DataTransfer): Promise<readonly ClipInput[]> {
  // The list of a transfer is empty once the event is over: everything is taken from it before the first wait.
  const entries = [...transfer.items].map((one) => (one.kind === 'file' ? one.webkitGetAsEntry() : null))
  const files = [...transfer.files]
  const text = transfer.getData('text/plain')
  const html = transfer.getData('text/html')
  if (files.length > 0) {
    if (!entries.some((entry) => entry?.isDirectory === true)) return chosenFiles(files)
    const found: ClipInput[] = []
    for (const entry of entries) if (entry !== null) found.push(...(await filesBelow(entry)))
    return found
  }
  if (text.trim() === '' && html.trim() === '') return []
  return [{ kind: 'text', text, html: html === '' ? null : html }]
}

/** Whether a drag carries something that can be read. */
function isReadable(transfer: DataTransfer | null): boolean {
  return (
    transfer?.types.some((type) => type === 'Files' || type === 'text/plain' || type === 'text/html') === true
  )
}

/** Takes what is dropped anywhere on the page, and says whether something is being held over it. */
export function useDroppedFiles(receive: (inputs: readonly ClipInput[]) => void): {
  readonly isOver: Readonly<Ref<boolean>>
} {
  const isOver = ref(false)
  /** Entering a child comes before leaving its parent: the depth says when the page is left. */
  let depth = 0
  const leave = (): void => {
    depth = 0
    isOver.value = false
  }
  useEventListener(document, 'dragenter', (event) => {
    if (!isReadable(event.dataTransfer)) return
    depth += 1
    isOver.value = true
  })
  useEventListener(document, 'dragleave', () => {
    if (isOver.value && --depth <= 0) leave()
  })
  useEventListener(document, 'dragover', (event) => {
    if (!isReadable(event.dataTransfer)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  })
  useEventListener(document, 'drop', (event) => {
    leave()
    if (!isReadable(event.dataTransfer) || event.dataTransfer === null) return
    event.preventDefault()
    transferredInputs(event.dataTransfer).then(
      (inputs) => {
        if (inputs.length > 0) receive(inputs)
      },
      // A folder that went away while it was read brings nothing.
      () => undefined,
    )
  })
  return { isOver }
}
