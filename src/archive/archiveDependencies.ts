import type { FileContent } from '../domain/fileContent'
import type { ArchiveError } from '../domain/problem'
import type { ArchiveStore } from '../storage/archiveStore'
import type { InputReader } from './clipping/inputReader'
import type { ReadingPatience } from './clipping/patientReader'
import type { Fetch } from './network'

/** Lets one task at a time run under a name, over all tabs; the shape of Web Locks. */
export interface Locks {
  /** Runs the task when no other one runs under this name, and gives back what it gives. */
  request<Result>(name: string, task: () => Promise<Result>): Promise<Result>
  /** Runs the task if no other one runs under this name now; else gives `null`, and does nothing. */
  requestIfFree<Result>(name: string, task: () => Promise<Result>): Promise<Result | null>
}

/** The other tabs that have this archive open. */
export interface OtherTabs {
  /** Tells them that what the database holds has changed. */
  tell(): void
  /** Calls the listener whenever another tab has told. */
  listen(listener: () => void): void
}

/** The collection that comes with the app. */
export interface BundledCollection {
  readonly id: string
  /** Its manifest's address, absolute or relative to the app. */
  readonly address: string
  /** What its manifest hashed to when the app was built: a collection held with this hash needs no request. */
  readonly manifestSha256: string
}

/** Draws a page of a PDF, from 1, as a picture, and tells how many it has; fails when it cannot be opened. */
export type DrawPdfPage = (
  content: FileContent,
  page: number,
) => Promise<{ readonly picture: FileContent; readonly pages: number }>

/** All that the archive needs of its surroundings. */
export interface ArchiveDependencies {
  /** Where the app is: its own files and collections lie under this address. */
  readonly appBase: string
  readonly bundled: BundledCollection
  /** Opens the database; `onTrouble` is told what befalls it from outside, then or later. */
  readonly openStore: (onTrouble: (error: ArchiveError) => void) => Promise<ArchiveStore>
  /** The store to fall back on when the browser refuses its database. */
  readonly createMemoryStore: () => ArchiveStore | Promise<ArchiveStore>
  readonly fetch: Fetch
  readonly locks: Locks
  readonly otherTabs: OtherTabs
  /** Lets everything else that waits for this thread have its turn. */
  readonly pause: () => Promise<void>
  /** Milliseconds that never run backwards. */
  readonly now: () => number
  /** What time it is. */
  readonly clock: () => Date
  /** Makes what reads a person's files and pastes, in a thread of its own where there is one. */
  readonly createInputReader: () => InputReader
  /** Draws a page of a PDF, from 1; without it none can be looked at. */
  readonly drawPdfPage?: DrawPdfPage
  /** How long it may be silent; as usual where nothing is said. */
  readonly readingPatience?: ReadingPatience
}
