import { PackedError } from './packedError'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A document's stored fields as JSON bytes. Whatever JSON would change (a Date, a Map, NaN, a bigint …) throws
 * `unsupported-stored-value`, since the documents of a segment must be found again as they were; `undefined` in an
 * object is dropped.
 */
export function encodeStoredFields(fields: Record<string, unknown>): Uint8Array {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && !isJson(value)) {
      throw new PackedError(
        'unsupported-stored-value',
        `the stored field "${name}" holds what JSON cannot carry`,
      )
    }
  }
  return encoder.encode(JSON.stringify(fields))
}

/** The stored fields that `encodeStoredFields` wrote. */
export function decodeStoredFields(bytes: Uint8Array): Record<string, unknown> {
  return JSON.parse(decoder.decode(bytes)) as Record<string, unknown>
}

function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || depth > 1000) return false
  if (Array.isArray(value)) return value.every((element) => isJson(element, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).every((element) => element === undefined || isJson(element, depth + 1))
}
