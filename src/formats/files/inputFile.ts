/** A file to be read: one that was dropped, one of a disk, an entry of an archive. */
export interface InputFile {
  /** Its name, with the path where it has one; the parts of the path are parted by `/`. */
  readonly name: string
  /** Its length in bytes, where it is known. */
  readonly size: number | null
  /** Its content from the beginning; may be asked for more than once. */
  readonly stream: () => ReadableStream<Uint8Array>
  /** The bytes from `start` up to `end`, where any part of it can be read; less of them behind its end. */
  readonly slice?: (start: number, end: number) => Promise<Uint8Array>
}

/** Content of which any part can be read. */
export interface RandomBytes {
  readonly size: number
  readonly slice: (start: number, end: number) => Promise<Uint8Array>
}

/** A file of a browser, or anything else that is held as a Blob. */
export function fileOfBlob(name: string, blob: Blob): InputFile & RandomBytes {
  return {
    name,
    size: blob.size,
    stream: () => blob.stream(),
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  }
}

/** A file whose bytes are in memory. */
export function fileOfBytes(name: string, bytes: Uint8Array): InputFile & RandomBytes {
  return {
    name,
    size: bytes.length,
    stream: () =>
      new ReadableStream({
        start: (controller) => {
          if (bytes.length > 0) controller.enqueue(bytes)
          controller.close()
        },
      }),
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  }
}
