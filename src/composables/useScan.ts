import { ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { FileContent } from '../domain/fileContent'
import type { Attachment } from '../domain/attachment'
import { useArchive } from './useArchive'

/** A scan that is looked at. */
export interface ShownScan {
  readonly scan: ShallowRef<Attachment | null>
  /** The file as it is kept. */
  readonly file: ShallowRef<FileContent | null>
  /** What is drawn of it: the picture itself, or a page of a PDF as a picture. */
  readonly picture: ShallowRef<FileContent | null>
  /** The page of a PDF, from 1, and how many there are; 0 for a picture. */
  readonly page: Ref<number>
  readonly pages: Ref<number>
  readonly state: Ref<'loading' | 'shown' | 'gone' | 'broken'>
  readonly showPage: (page: number) => void
}

/** Fetches the scan of an article with a number. */
export function useScan(articleId: ComputedRef<string>, number: ComputedRef<number>): ShownScan {
  const { archive } = useArchive()
  const scan = shallowRef<Attachment | null>(null)
  const file = shallowRef<FileContent | null>(null)
  const picture = shallowRef<FileContent | null>(null)
  const page = ref(0)
  const pages = ref(0)
  const state = ref<ShownScan['state']['value']>('loading')

  /** Draws a page of the document, unless another scan or page is wanted by then. */
  async function draw(wanted: number): Promise<void> {
    const asked = number.value
    page.value = wanted
    const isWanted = (): boolean => asked === number.value && wanted === page.value
    try {
      const drawn = await archive.value.attachmentPage(asked, wanted)
      if (!isWanted()) return
      pages.value = drawn?.pages ?? 0
      picture.value = drawn?.picture ?? null
      state.value = drawn === null ? 'gone' : 'shown'
    } catch {
      if (isWanted()) state.value = 'broken'
    }
  }

  watch(
    [articleId, number],
    async ([id, asked], _former, onCleanup) => {
      let isNewest = true
      onCleanup(() => {
        isNewest = false
      })
      state.value = 'loading'
      scan.value = file.value = picture.value = null
      page.value = pages.value = 0
      try {
        const { attachments } = await archive.value.belongings(id)
        const found = attachments.find((one) => one.kind === 'scan' && one.number === asked) ?? null
        const content = found === null ? null : await archive.value.attachmentContent(asked)
        if (!isNewest) return
        scan.value = found
        file.value = content
        if (found === null || content === null) {
          state.value = 'gone'
        } else if (found.type === 'application/pdf') {
          await draw(1)
        } else {
          picture.value = content
          state.value = 'shown'
        }
      } catch {
        if (isNewest) state.value = 'broken'
      }
    },
    { immediate: true },
  )

  return {
    scan,
    file,
    picture,
    page,
    pages,
    state,
    showPage(wanted) {
      if (wanted >= 1 && wanted <= pages.value) void draw(wanted)
    },
  }
}
