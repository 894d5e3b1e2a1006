import { JsonSplitter } from './jsonSplitter'
import { LONGEST_ROW_BYTES, type JsonRow } from './jsonRow'
import type { ByteChunks } from './readChunks'
import { skipByteOrderMark } from './skipByteOrderMark'

/**
 * The articles of a JSON file in UTF-8 as they come in: the elements of an array, those of the `articles` array of an
 * object, or an object by itself; `row` counts them from 1. No more than one of them is held in memory. A value that is
 * no JSON is a row with a problem; where the file as a whole is broken, a last row says so.
 */
export async function* readJsonArray(
  chunks: ByteChunks,
  longest = LONGEST_ROW_BYTES,
): AsyncGenerator<JsonRow> {
  const splitter = new JsonSplitter(longest)
  for await (const chunk of skipByteOrderMark(chunks)) yield* splitter.push(chunk)
  yield* splitter.end()
}
