import type { FieldProblem } from '../domain/problem'

/** One value of a file with its number, from 1; either the value or what was wrong with it. */
export type JsonRow =
  | { readonly row: number; readonly value: unknown; readonly problem: null }
  | { readonly row: number; readonly value: null; readonly problem: FieldProblem }

/** The longest row that is read, in bytes: a book's worth of text. A longer one is a problem and is not held in memory. */
export const LONGEST_ROW_BYTES = 8 * 1024 * 1024

/** A row that could not be read. */
export function badRow(row: number, code: FieldProblem['code'], message: string): JsonRow {
  return { row, value: null, problem: { field: '', code, message } }
}

/** A row longer than {@link LONGEST_ROW_BYTES}. */
export function rowTooLong(row: number, longest: number): JsonRow {
  return badRow(row, 'line-too-long', `longer than ${String(longest)} bytes`)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The row in the bytes of one JSON value; bytes that are no UTF-8 or no JSON are a problem. */
export function parseRow(row: number, bytes: Uint8Array): JsonRow {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return badRow(row, 'json-malformed', 'not UTF-8 text; save the file as UTF-8')
  }
  try {
    return { row, value: JSON.parse(text) as unknown, problem: null }
  } catch (cause) {
    return badRow(row, 'json-malformed', cause instanceof Error ? cause.message : String(cause))
  }
}

/** Whether a byte is white space in JSON. */
export function isJsonSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
