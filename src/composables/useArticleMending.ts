import { computed, nextTick, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { EMPTY_QUERY } from '../domain/articleQuery'
import type { Article } from '../domain/article'
import type { ArticleEdit } from '../domain/articleEdit'
import type { ArticleChange, Deed } from '../domain/mending'
import type { MendingPart } from '../domain/mendingPart'
import { useMendingMessages } from '../locales/useMendingMessages'
import { useArchive } from './useArchive'
import { useMending } from './useMending'
import { usePreferences } from './usePreferences'

/** Tags that are offered at once. */
const OFFERED_TAGS = 12

/** Mending the article that is open. */
export interface ArticleMending {
  /** Whether the tools were asked for. */
  readonly isAsked: Ref<boolean>
  /** What beside the text is being worked on. */
  readonly part: Ref<MendingPart | null>
  readonly isBusy: Readonly<Ref<boolean>>
  readonly knownTags: ShallowRef<readonly string[]>
  readonly verifierName: ComputedRef<string>
  readonly askTags: (contains: string) => Promise<void>
  readonly edit: (edit: ArticleEdit) => Promise<void>
  readonly confirm: (fields: readonly string[] | null) => Promise<void>
  readonly tag: (add: readonly string[], remove: readonly string[]) => Promise<void>
  /** Says who compared it with the printed page; `null` takes that back. The name is remembered. */
  readonly verify: (verified: Article['verified'] | null) => Promise<void>
  readonly writeTextNote: (text: string) => Promise<void>
  readonly restore: () => Promise<void>
  /** Deletes it; whether it is deleted then. */
  readonly remove: () => Promise<boolean>
}

/**
 * Mends the open article; `null` while there is none. Another article begins with nothing being worked on.
 *
 * @param room where the parts are shown
 */
export function useArticleMending(
  article: ComputedRef<Article | null>,
  room: Readonly<Ref<HTMLElement | null>>,
): ArticleMending {
  const { archive } = useArchive()
  const { t } = useMendingMessages()
  const { change, isBusy } = useMending()
  const { preferences, choose } = usePreferences()
  const isAsked = ref(false)
  const part = ref<MendingPart | null>(null)
  const knownTags = shallowRef<readonly string[]>([])
  let asked = 0

  async function changeIt(what: ArticleChange, words?: string): Promise<Deed | null> {
    return article.value === null ? null : change([article.value.id], what, words)
  }

  /** Shows the part that is worked on; one that was left leads back to where it began. */
  watch(part, async (next, former) => {
    await nextTick()
    const shown = room.value?.querySelector<HTMLElement>(`[data-part="${next ?? former ?? ''}"]`)
    if (next !== null) shown?.scrollIntoView({ block: 'nearest' })
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (next === null ? isLost : !shown?.contains(document.activeElement)) {
      shown?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
    }
  })
  watch(
    () => article.value?.id,
    () => {
      part.value = null
    },
  )

  return {
    isAsked,
    part,
    isBusy,
    knownTags,
    verifierName: computed(() => preferences.value.verifierName),
    async askTags(contains) {
      const number = ++asked
      const { values } = await archive.value
        .facetValues(EMPTY_QUERY, 'tag', contains, OFFERED_TAGS)
        .catch(() => ({ values: [] }))
      if (number === asked) knownTags.value = values.map(({ value }) => value)
    },
    async edit(edit) {
      await changeIt({ kind: 'edit', edit })
    },
    async confirm(fields) {
      await changeIt({ kind: 'confirm', fields })
    },
    async tag(add, remove) {
      await changeIt({ kind: 'tag', add, remove })
    },
    async verify(verified) {
      if (verified) choose({ verifierName: verified.by })
      const words = t(verified ? 'mending.notice.verified' : 'mending.notice.unverified')
      const deed = await changeIt({ kind: 'edit', edit: { verified: verified ?? null } }, words)
      if (deed !== null) part.value = null
    },
    async writeTextNote(text) {
      const edit = { textNote: text === '' ? null : text }
      const deed = await changeIt({ kind: 'edit', edit }, t('mending.notice.textNote'))
      if (deed !== null) part.value = null
    },
    async restore() {
      await changeIt({ kind: 'restore' })
    },
    async remove() {
      return ((await changeIt({ kind: 'delete' }))?.articles ?? 0) > 0
    },
  }
}
