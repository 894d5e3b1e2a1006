import type { Article } from '../../../src/domain/article'
import type { TableReading } from '../../../src/domain/clipping'
import type { Problem } from '../../../src/domain/problem'
import { fileOfBytes, type InputFile } from '../../../src/formats/files/inputFile'
import { readInputFile } from '../../../src/formats/files/readInputFile'
import type { ReadingOptions, ReadItem } from '../../../src/formats/files/readItem'

/** Everything that a file gave. */
export interface FileReading {
  readonly items: readonly ReadItem[]
  readonly articles: readonly Article[]
  readonly problems: readonly Problem[]
  /** Tables as they were told last. */
  readonly tables: readonly TableReading[]
  /** File and row of each article. */
  readonly places: readonly string[]
}

/** Bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A file in memory that can only be read from its beginning, in pieces of the given size. */
export function aStream(name: string, bytes: Uint8Array, size = 1000): InputFile {
  return {
    name,
    size: null,
    stream: () => {
      let at = 0
      return new ReadableStream({
        pull: (controller) => {
          if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size))
          else controller.close()
          at += size
        },
      })
    },
  }
}

/** Reads a file whose content is given as bytes or as text in UTF-8. */
export async function readingOf(
  name: string,
  content: Uint8Array | string,
  options?: ReadingOptions,
): Promise<FileReading> {
  return readingOfFile(fileOfBytes(name, typeof content === 'string' ? utf8(content) : content), options)
}

/** Reads a file to its end. */
export async function readingOfFile(file: InputFile, options?: ReadingOptions): Promise<FileReading> {
  const items: ReadItem[] = []
  for await (const item of readInputFile(file, options)) items.push(item)
  const found = items.flatMap((item) => (item.kind === 'article' ? [item] : []))
  const tables = new Map(
    items.flatMap((item) => (item.kind === 'table' ? [[item.table.file, item.table]] : [])),
  )
  return {
    items,
    articles: found.map(({ read }) => read.article),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
    tables: [...tables.values()],
    places: found.map(({ file: from, row }) => `${from}:${row}`),
  }
}
