import { RecentValues } from './recentValues'

/** The share of the bytes that lists with what was decoded of them may take. */
const LIST_SHARE = 1 / 16

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
  /** Lists that were read from the pages, by the number of their file and their place; see `openList`. */
  readonly lists: RecentValues<number, unknown>
  private readonly capacity: number
  private readonly pages = new Map<number, Page>()
  private size = 0
  private files = 0

  constructor(capacityBytes: number) {
    this.lists = new RecentValues(capacityBytes * LIST_SHARE)
    this.capacity = capacityBytes * (1 - LIST_SHARE)
  }

  /** A number that makes the pages, or lists, of one file distinct from all others; add the page's number to it. */
  addFile(): number {
    return this.files++ * 2 ** 32
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
