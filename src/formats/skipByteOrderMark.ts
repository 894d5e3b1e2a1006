import { joinChunks, type ByteChunks } from './readChunks'

/** A file's content without the byte order mark that some editors put at the head of UTF-8. */
export async function* skipByteOrderMark(chunks: ByteChunks): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0)
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk
      continue
    }
    head = joinChunks([head, chunk])
    if (head.length < 3) continue
    yield head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
    head = null
  }
  if (head !== null && head.length > 0) yield head
}
