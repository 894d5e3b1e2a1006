/** A file as it comes in: pieces of any size, in order. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The pieces of a web stream, which not every browser can iterate; the stream is cancelled when the reader stops early. */
export async function* readStreamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let isDone = false
  try {
    for (;;) {
      const read = await reader.read()
      isDone = read.done
      if (read.done) return
      yield read.value
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** Pieces of bytes as one. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0]
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}
