import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Archive, ArchiveStatus } from '../domain/archive'
import { toArchiveError } from '../domain/problem'

const NOT_YET_OPEN: ArchiveStatus = {
  phase: 'opening',
  storage: 'database',
  progress: null,
  batch: null,
  backup: null,
  articles: 0,
  contentRevision: 0,
  recordsRevision: 0,
  failure: null,
}

/** The archive and what it is doing; the one place where the app holds it. */
export const useArchiveStore = defineStore('archive', () => {
  const status = shallowRef(NOT_YET_OPEN)
  const connected = shallowRef<Archive | null>(null)
  let watched: Archive | null = null

  /** Notes that there is no archive to be had, and why. */
  function fail(cause: unknown): void {
    const { code, subject, message } = toArchiveError(cause)
    status.value = { ...status.value, phase: 'failed', failure: { code, subject, message } }
  }

  /** Follows an archive; once is enough, also when it is opened again. */
  async function follow(archive: Archive): Promise<void> {
    if (watched === archive) return
    await archive.watch((next) => {
      if (connected.value === archive) status.value = next
    })
    watched = archive
  }

  /** Opens an archive and follows it. A failure stands in the status; nothing is thrown. */
  async function connect(archive: Archive): Promise<void> {
    connected.value = archive
    try {
      await follow(archive)
      await archive.open()
    } catch (cause) {
      fail(cause)
    }
  }

  /** Opens the archive again after a failure. */
  async function retry(): Promise<void> {
    if (connected.value !== null) await connect(connected.value)
  }

  return { status, connected, connect, fail, retry }
})
