import { transferHandlers } from 'comlink'
import { ArchiveError, type ErrorCode } from '../domain/problem'

/** What comlink's own handler for thrown values is given and makes; only its type is ours. */
interface Thrown {
  readonly value: unknown
}

interface CarriedError {
  readonly archiveError: { readonly code: ErrorCode; readonly subject: string; readonly message: string }
}

function isCarried(serialized: unknown): serialized is CarriedError {
  return typeof serialized === 'object' && serialized !== null && 'archiveError' in serialized
}

let isCarrying = false

/**
 * Lets an ArchiveError thrown on one side of the thread boundary be an ArchiveError with the same code and subject on
 * the other; comlink itself keeps a name and a message only. To be called on both sides; twice is once.
 */
export function carryArchiveErrors(): void {
  const plain = transferHandlers.get('throw')
  if (isCarrying || plain === undefined) return
  isCarrying = true
  transferHandlers.set('throw', {
    canHandle: plain.canHandle,
    serialize(thrown) {
      const { value } = thrown as Thrown
      if (!(value instanceof ArchiveError)) return plain.serialize(thrown)
      const { code, subject, message } = value
      return [{ archiveError: { code, subject, message } } satisfies CarriedError, []]
    },
    deserialize(serialized) {
      if (!isCarried(serialized)) return plain.deserialize(serialized)
      const { code, subject, message } = serialized.archiveError
      throw new ArchiveError(code, subject, message)
    },
  })
}
