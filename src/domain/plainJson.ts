import { isRecord, toWellFormed } from './fieldText'

const DEEPEST = 32
const MOST_VALUES = 20_000

/**
 * A copy of a JSON value that is safe to keep: well-formed texts, no `__proto__` field. `undefined` when the value
 * holds what JSON cannot write, is nested more than 32 deep, or has more than 20,000 values.
 */
export function copyPlainJson(value: unknown): unknown {
  let values = 0
  const copy = (one: unknown, depth: number): unknown => {
    values += 1
    if (depth > DEEPEST || values > MOST_VALUES) throw new RangeError('too deep or too large')
    if (typeof one === 'string') return toWellFormed(one)
    if (one === null || typeof one === 'boolean') return one
    if (typeof one === 'number' && Number.isFinite(one)) return one === 0 ? 0 : one
    if (Array.isArray(one)) return one.map((entry) => copy(entry, depth + 1))
    if (!isRecord(one)) throw new TypeError('not JSON')
    const fields = Object.entries(one).filter(([name]) => name !== '__proto__')
    return Object.fromEntries(fields.map(([name, field]) => [toWellFormed(name), copy(field, depth + 1)]))
  }
  try {
    return copy(value, 0)
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof TypeError) return undefined
    throw cause
  }
}
