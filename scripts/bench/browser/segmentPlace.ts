import type { SegmentSink } from '../../../src/search/packed/segmentSink'
import { blobReader, type IndexFileReader } from '../../../src/storage/indexFileReader'
import { BlobGatherer } from '../../../src/storage/indexFileWriter'
import { privateFileReader } from '../../../src/storage/privateFileReader'
import { beginPrivateFile } from '../../../src/storage/privateFileWriter'
import { writeFile } from './storedFiles'
import { getValue, putValue } from './storedValue'

/** Where segments are kept, by name. */
export interface SegmentPlace {
  /** In words, for the note. */
  readonly words: string
  write(name: string, fill: (sink: SegmentSink) => void): Promise<void>
  open(name: string): Promise<IndexFileReader>
  remove(name: string): Promise<void>
  /** Keeps what belongs to the segments, and brings all to the disk. */
  finish(list: unknown): Promise<void>
  /** What was kept; it comes before any segment is opened. */
  list(): Promise<unknown>
}

const LIST = 'segments'

/** Files of the origin private file system, read by access handles. */
export function privatePlace(): SegmentPlace {
  const root = navigator.storage.getDirectory()
  return {
    words: 'files of OPFS',
    write: async (name, fill) => {
      const writer = await beginPrivateFile(await root, name)
      fill(writer)
      writer.seal()
    },
    open: async (name) => {
      const reader = await privateFileReader(await root, name)
      if (reader === null) throw new Error(`The segment ${name} is not there.`)
      return reader
    },
    remove: async (name) => (await root).removeEntry(name),
    finish: async (list) => {
      await writeFile(LIST, [JSON.stringify(list)])
    },
    list: async () => {
      const reader = await privateFileReader(await root, LIST)
      if (reader === null) throw new Error('There is no list of segments.')
      const text = new TextDecoder().decode(reader.read(0, reader.size))
      reader.close()
      return JSON.parse(text) as unknown
    },
  }
}

interface StoredBlobs {
  readonly list: unknown
  readonly blobs: ReadonlyMap<string, Blob>
}

/** Blobs in IndexedDB, read by `FileReaderSync`. */
export function blobPlace(): SegmentPlace {
  const blobs = new Map<string, Blob>()
  return {
    words: 'Blobs in IndexedDB',
    write: (name, fill) => {
      const gathered = new BlobGatherer()
      fill({ write: (bytes) => gathered.add(bytes) })
      blobs.set(name, gathered.take())
      return Promise.resolve()
    },
    open: (name) => {
      const blob = blobs.get(name)
      if (blob === undefined) throw new Error(`The segment ${name} is not there.`)
      return blobReader(blob)
    },
    remove: (name) => {
      blobs.delete(name)
      return Promise.resolve()
    },
    finish: (list) => putValue({ list, blobs } satisfies StoredBlobs),
    list: async () => {
      const stored = (await getValue()) as StoredBlobs
      for (const [name, blob] of stored.blobs) blobs.set(name, blob)
      return stored.list
    },
  }
}
