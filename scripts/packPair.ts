import { ArticleFileWriter, type WrittenFile } from './packArticleFile'
import { IndexFileWriter } from './packIndexFile'
import type { FileLimits, PackedLine } from './packLines'

/** Writes an article file and the index file that belongs to it, article by article. */
export class FilePairWriter {
  readonly #articles: ArticleFileWriter
  readonly #index: IndexFileWriter

  /**
   * @param out the collection's folder, with the folder for index files in it
   * @param work a folder on the same disk for what is not finished
   * @param place from 1
   */
  constructor(out: string, work: string, place: number, batchTokens?: number) {
    this.#articles = new ArticleFileWriter(out, work, place)
    this.#index = new IndexFileWriter(out, work, batchTokens)
  }

  /** What is in the article file by now. */
  get filled(): FileLimits {
    return this.#articles
  }

  add(line: PackedLine): void {
    this.#articles.add(line)
    this.#index.add(line.article)
  }

  /** Ends both files and puts them into the collection's folder, noting each as soon as it is there. */
  finish(note: (written: WrittenFile) => void): void {
    const articles = this.#articles.finish()
    note(articles)
    const index = this.#index.finish(articles.file)
    note({ file: index, compressedBytes: index.bytes })
  }

  /** Gives both files up. */
  abandon(): void {
    this.#articles.abandon()
  }
}
