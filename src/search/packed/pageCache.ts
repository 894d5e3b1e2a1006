import { RecentValues } from './recentValues'

/** The share of a fixed number of bytes that lists with what was decoded of them may take. */
const LIST_SHARE = 1 / 16

/**
 * The room where none is fixed, in bytes: it grows with the files. A file that is read quickly needs few pages, since one
 * that went is back in some microseconds; where every read is slow, as many as can be borne are kept.
 */
const LISTS = { least: 2 ** 20, most: 24 * 2 ** 20, ofFiles: 1 / 32 }
const PAGES = { least: 2 ** 19, most: 12 * 2 ** 20, ofFiles: 1 / 64, ofSlowFiles: 15 * 2 ** 20 }

/** What is to be known of a file to make room for its pages. */
export interface CachedFile {
  /** Length in bytes. */
  readonly size: number
  /** Whether a read is slow whatever its length. */
  readonly isSlow?: boolean
}

interface Page {
  readonly bytes: Uint8Array
  wasUsed: boolean
}

/**
 * Pages of several files, and the lists that were read from them, up to a number of bytes in all. When there is no room
 * the page goes that came first and was not used since its last turn (second chance). A page's bytes are never reused, so
 * views of it stay good.
 */
export class PageCache {
  /** Lists that were read from the pages, by the number of their file and their place, and documents of runs; see `openList` and `recentRuns`. */
  readonly lists: RecentValues<number | string, unknown>
  private readonly isFixed: boolean
  private capacity: number
  private readonly pages = new Map<number, Page>()
  private size = 0
  private files = 0
  private fileBytes = 0

  /** @param capacityBytes how much it holds; without it, what suits the files that are read through it */
  constructor(capacityBytes?: number) {
    this.isFixed = capacityBytes !== undefined
    this.lists = new RecentValues(capacityBytes === undefined ? LISTS.least : capacityBytes * LIST_SHARE)
    this.capacity = capacityBytes === undefined ? PAGES.least : capacityBytes * (1 - LIST_SHARE)
  }

  /** A number that makes the pages, or lists, of one file distinct from all others; add the page's number to it. */
  addFile(): number {
    return this.files++ * 2 ** 32
  }

  /**
   * Makes room for the pages and lists of one more file, unless the room is fixed. Files that are closed later are not
   * taken off: what is not used goes by itself when there is no room, and the most that is ever taken is bounded.
   */
  makeRoomFor({ size, isSlow = false }: CachedFile): void {
    if (this.isFixed) return
    this.fileBytes += size
    this.lists.makeRoom(Math.min(LISTS.most, Math.max(LISTS.least, this.fileBytes * LISTS.ofFiles)))
    const pages = isSlow ? PAGES.ofSlowFiles : Math.min(PAGES.most, this.fileBytes * PAGES.ofFiles)
    this.capacity = Math.max(this.capacity, pages)
  }

  get(key: number): Uint8Array | undefined {
    const page = this.pages.get(key)
    if (page === undefined) return undefined
    page.wasUsed = true
    return page.bytes
  }

  set(key: number, bytes: Uint8Array): void {
    this.pages.set(key, { bytes, wasUsed: false })
    this.size += bytes.length
    while (this.size > this.capacity && this.pages.size > 1) this.evict()
  }

  /** Number of bytes held. */
  get heldBytes(): number {
    return this.size + this.lists.weight
  }

  clear(): void {
    this.pages.clear()
    this.lists.clear()
    this.size = 0
  }

  private evict(): void {
    for (const [key, page] of this.pages) {
      this.pages.delete(key)
      if (!page.wasUsed) {
        this.size -= page.bytes.length
        return
      }
      page.wasUsed = false
      this.pages.set(key, page)
    }
  }
}
