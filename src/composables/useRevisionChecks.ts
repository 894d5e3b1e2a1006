import { useStorage } from '@vueuse/core'
import { computed, ref, shallowRef, watchEffect, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { CollectionSummary } from '../domain/collectionSummary'
import {
  isAskingDue,
  isFollowed,
  knownAfter,
  newerThanHeld,
  parseKnownRevisions,
  type KnownRevisions,
  type NewerRevision,
} from '../domain/knownRevisions'
import { useFollowingStore } from '../stores/followingStore'
import { useLatest } from './stateless/useLatest'
import { useArchive } from './useArchive'
import { usePreferences } from './usePreferences'

/** What is known of newer revisions, and asking for them. */
export interface RevisionChecks {
  /** The known revisions that are newer than what is held, by the collections' ids. */
  readonly newer: ComputedRef<ReadonlyMap<string, NewerRevision>>
  /** When the addresses were last asked, as ISO 8601; `null` when they never were, or when there is none to ask. */
  readonly askedAt: ComputedRef<string | null>
  /** The collections whose addresses could not be reached when they were asked just now. */
  readonly unreached: ShallowRef<readonly CollectionSummary[]>
  readonly isOffline: Ref<boolean>
  readonly isChecking: Ref<boolean>
  /** Asks the addresses of the collections that the user has added, and no others. */
  readonly check: () => Promise<void>
  /** The same, unless they were asked today, the user wants it never, or there is no network. */
  readonly checkIfDue: () => Promise<void>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Newer revisions of the collections that the user has added, kept on this device between visits; nothing is taken in.
 * To be used with the archive open.
 */
export function useRevisionChecks(): RevisionChecks {
  const { archive, status } = useArchive()
  const { preferences } = usePreferences()
  const store = useFollowingStore()
  const kept = useStorage('jianbao-revisions', '', undefined, { onError: () => undefined })
  const known = computed(() => parseKnownRevisions(parsed(kept.value)))
  const keep = (next: KnownRevisions): void => {
    kept.value = JSON.stringify(next)
  }
  const { answer: held } = useLatest(
    () => ({ revision: status.value.contentRevision, phase: status.value.phase }),
    () => archive.value.collections(),
  )
  const newer = computed(() => newerThanHeld(known.value, held.value ?? []))
  watchEffect(() => {
    if (held.value !== null) store.isNewerThere = newer.value.size > 0
  })
  const unreached = shallowRef<readonly CollectionSummary[]>([])
  const isOffline = ref(false)
  const isChecking = ref(false)

  async function check(): Promise<void> {
    if (isChecking.value) return
    isOffline.value = !navigator.onLine
    if (isOffline.value) return
    isChecking.value = true
    try {
      const followed = (await archive.value.collections()).filter(isFollowed)
      if (followed.length === 0) return
      // First noted, then asked: two tabs that start at once do not both ask, and a host that fails is not asked at each start.
      keep({ ...known.value, askedAt: Date.now() })
      const checks = await archive.value.checkRevisions()
      keep(knownAfter(known.value, checks))
      const failed = new Set(checks.filter(({ failure }) => failure !== null).map(({ id }) => id))
      unreached.value = followed.filter(({ id }) => failed.has(id))
    } catch {
      // The archive itself failed, which is told where it is shown; nothing more is known than before.
    } finally {
      isChecking.value = false
    }
  }

  return {
    newer,
    askedAt: computed(() => {
      const { askedAt } = known.value
      return askedAt === 0 || !held.value?.some(isFollowed) ? null : new Date(askedAt).toISOString()
    }),
    unreached,
    isOffline,
    isChecking,
    check,
    async checkIfDue() {
      if (!preferences.value.areRevisionsAsked || !navigator.onLine) return
      if (isAskingDue(known.value, Date.now())) await check()
    },
  }
}
