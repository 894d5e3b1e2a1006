import type { Article } from '../src/domain/article'
import { hashText } from '../src/domain/hashText'

/** One article on its way into an article file. */
export interface PackedLine {
  readonly article: Article
  readonly json: string
  /** Bytes of the line, its end included. */
  readonly bytes: number
  /** A number from 0 to 1 drawn from the article's id. */
  readonly mark: number
}

/** An article with the JSON that it is written as, ready to be put into a file. */
export function packedLine(article: Article, json: string): PackedLine {
  const [high] = hashText(article.id, 4)
  return { article, json, bytes: Buffer.byteLength(json) + 1, mark: high / 2 ** 32 }
}

/** The most that one article file holds. */
export interface FileLimits {
  readonly articles: number
  /** Of the content before it is compressed. */
  readonly bytes: number
}

/**
 * Between the two costs: a file is what is fetched again when one of its articles changes, and each file is one more
 * index that every search reads. Compressed, and with its index, a file stays below the 25 MiB that some hosts allow.
 */
export const FILE_LIMITS: FileLimits = { articles: 16_384, bytes: 40 * 1024 * 1024 }

/** A file ends where it is at least this full, … */
const LEAST_FILLED = 1 / 2
/** … as a rule within the next eighth: a line ends the file before it with this chance for its share of the limits. */
const ENDS_PER_FILE = 8

/**
 * Whether a line begins a new file instead of going into the one that holds `filled`. A file that is half full ends
 * before the next line whose mark says so (about one in 2,048), so that it mostly has 5 to 8 tenths of the limits.
 * Since marks belong to articles, the same ends come back behind an article that was put in, taken out or changed: a
 * change touches the file it is in and seldom the next.
 */
export function beginsFile(line: PackedLine, filled: FileLimits, limits: FileLimits): boolean {
  if (filled.articles === 0) return false
  if (filled.articles >= limits.articles || filled.bytes + line.bytes > limits.bytes) return true
  const level = Math.max(filled.articles / limits.articles, filled.bytes / limits.bytes)
  const share = Math.max(1 / limits.articles, line.bytes / limits.bytes)
  return level >= LEAST_FILLED && line.mark < share * ENDS_PER_FILE
}
