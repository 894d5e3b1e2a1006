/** A file of the index that is being written. It does not exist for anybody before it is finished. */
export interface IndexFileWriter {
  /**
   * Appends bytes, which belong to the caller again as soon as this returns. Throws an ArchiveError of code
   * `storage-full` or `storage-lost`; the file is then to be abandoned.
   */
  write(bytes: Uint8Array): void
  /** Makes the file exist, whole. When this fails nothing remains of it. */
  finish(): Promise<void>
  /** Drops what was written. Never fails, and does nothing to a finished file. */
  abandon(): Promise<void>
}

/** Writes all pieces and finishes the file. What the pieces throw is thrown on as it is, and nothing remains. */
export async function writePieces(
  writer: IndexFileWriter,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  try {
    for await (const piece of pieces) writer.write(piece)
  } catch (cause) {
    await writer.abandon()
    throw cause
  }
  await writer.finish()
}

/** Gathers bytes into pieces of one size, and passes each on as soon as it is full. */
export class PieceGatherer {
  private readonly piece: Uint8Array<ArrayBuffer>
  private readonly pass: (piece: Uint8Array<ArrayBuffer>) => void
  private filled = 0

  /** `pass` must be done with a piece when it returns. */
  constructor(pieceBytes: number, pass: (piece: Uint8Array<ArrayBuffer>) => void) {
    this.piece = new Uint8Array(pieceBytes)
    this.pass = pass
  }

  /** Appends a copy of the bytes. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.subarray(at, at + this.piece.length - this.filled)
      this.piece.set(taken, this.filled)
      this.filled += taken.length
      at += taken.length
      if (this.filled === this.piece.length) this.passOn()
    }
  }

  /** Passes on what is left. */
  passOn(): void {
    if (this.filled > 0) this.pass(this.piece.subarray(0, this.filled))
    this.filled = 0
  }
}

const BLOB_PART = 1_048_576

/** Gathers bytes into a Blob, whose parts the browser may put on disk before it is whole. */
export class BlobGatherer {
  private readonly parts: Blob[] = []
  private readonly pieces = new PieceGatherer(BLOB_PART, (piece) => this.parts.push(new Blob([piece])))

  /** Appends a copy of the bytes. */
  add(bytes: Uint8Array): void {
    this.pieces.add(bytes)
  }

  /** All bytes added. */
  take(): Blob {
    this.pieces.passOn()
    return new Blob(this.parts)
  }
}
