import type { FileContent } from '../../domain/fileContent'

/** Bytes read at once. */
const PIECE = 512 * 1024

/**
 * A file piece by piece: never whole in memory.
 *
 * @param onBytes told how many bytes have been read
 * @param toFailure what is thrown when it cannot be read
 */
export async function* filePieces(
  file: FileContent,
  onBytes: (bytes: number) => void,
  toFailure: (cause: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file
      .slice(at, at + PIECE)
      .arrayBuffer()
      .catch((cause: unknown) => {
        throw toFailure(cause)
      })
    onBytes(Math.min(file.size, at + PIECE))
    yield new Uint8Array(piece)
  }
}
