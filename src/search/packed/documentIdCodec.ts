import { PackedError } from './packedError'
import { decodeUnits, encodeUnits } from './termKey'

const STRING = 0
const NUMBER = 1
const BIGINT = 2
const FALSE = 3
const TRUE = 4

/**
 * A document's id as bytes: a kind, then the string in units (`encodeUnits`), the number as a float64, or the bigint
 * in decimal. Equal ids, as a `Map` sees it, have equal bytes. Other ids (objects, symbols) are equal only to
 * themselves and cannot leave memory: they throw `unsupported-id`.
 */
export function encodeDocumentId(id: unknown): Uint8Array {
  switch (typeof id) {
    case 'string':
      return withKind(STRING, encodeUnits(id))
    case 'bigint':
      return withKind(BIGINT, encodeUnits(id.toString()))
    case 'boolean':
      return Uint8Array.of(id ? TRUE : FALSE)
    case 'number': {
      const bytes = new Uint8Array(9)
      bytes[0] = NUMBER
      // Adding zero makes −0 the 0 that a Map takes it for.
      new DataView(bytes.buffer).setFloat64(1, Number.isNaN(id) ? NaN : id + 0, true)
      return bytes
    }
    default:
      throw new PackedError('unsupported-id', `an id of type ${typeof id} cannot be stored in a segment`)
  }
}

const numberBytes = new Uint8Array(8)
const numberView = new DataView(numberBytes.buffer)

/** The id that `encodeDocumentId` wrote, in the first `length` of the bytes. */
export function decodeDocumentId(bytes: Uint8Array, length: number): unknown {
  switch (bytes[0]) {
    case NUMBER:
      for (let i = 0; i < 8; i++) numberBytes[i] = bytes[i + 1]!
      return numberView.getFloat64(0, true)
    case BIGINT:
      return BigInt(decodeUnits(bytes, 1, length))
    case FALSE:
      return false
    case TRUE:
      return true
    default:
      return decodeUnits(bytes, 1, length)
  }
}

function withKind(kind: number, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1)
  whole[0] = kind
  whole.set(bytes, 1)
  return whole
}
