import { isJsonSpace, LONGEST_ROW_BYTES, parseRow, rowTooLong, type JsonRow } from './jsonRow'
import { joinChunks, type ByteChunks } from './readChunks'
import { skipByteOrderMark } from './skipByteOrderMark'

const NEWLINE = 0x0a

/**
 * The rows of JSON Lines in UTF-8, one value a line, as they come in; `row` is the number of the line. Blank lines are
 * passed over, a byte order mark and carriage returns do no harm, a last line may lack its end. A line that is no JSON,
 * no UTF-8 or too long is a row with a problem, and the next line is read as if nothing had been.
 */
export async function* readJsonLines(
  chunks: ByteChunks,
  longest = LONGEST_ROW_BYTES,
): AsyncGenerator<JsonRow> {
  let row = 0
  let pieces: Uint8Array[] = []
  let length = 0
  const add = (piece: Uint8Array): void => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
    else pieces = []
  }
  const finishLine = (): JsonRow | null => {
    row += 1
    const line = joinChunks(pieces)
    const isTooLong = length > longest
    pieces = []
    length = 0
    if (isTooLong) return rowTooLong(row, longest)
    return line.every(isJsonSpace) ? null : parseRow(row, line)
  }
  for await (const chunk of skipByteOrderMark(chunks)) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      start = end + 1
      const line = finishLine()
      if (line !== null) yield line
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  const last = length > 0 ? finishLine() : null
  if (last !== null) yield last
}
