import { ArchiveError, toArchiveError } from '../domain/problem'

interface NamedError {
  readonly name?: unknown
  readonly message?: unknown
  readonly inner?: unknown
  readonly failures?: unknown
}

/** An error with the errors inside it, outermost first. */
function chainOf(cause: unknown): readonly { name: string; message: string }[] {
  const chain: { name: string; message: string }[] = []
  let error: unknown = cause
  for (let depth = 0; depth < 5 && typeof error === 'object' && error !== null; depth++) {
    const { name, message, inner, failures } = error as NamedError
    chain.push({ name: String(name), message: String(message) })
    error = inner ?? (Array.isArray(failures) ? (failures as readonly unknown[])[0] : undefined)
  }
  return chain
}

/** What browsers say when there is no room: by the book, Chrome on a full disk, Firefox on one that is nearly full. */
function isFull({ name, message }: { name: string; message: string }): boolean {
  return (
    name === 'QuotaExceededError' ||
    message.includes('QuotaExceededError') ||
    message.includes('did not allow mutations') ||
    (name === 'AbortError' && /quota|disk|space/i.test(message))
  )
}

const LOST = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'OpenFailedError'])

/** The connection is gone, or the browser says no more than that something is wrong beneath it. */
function isLost({ name, message }: { name: string; message: string }): boolean {
  return LOST.has(name) || /connection (to indexed database server lost|is closing)/i.test(message)
}

/** A failed read or write as an ArchiveError: `storage-full`, `storage-lost`, else `unexpected`. */
export function toStorageError(cause: unknown): ArchiveError {
  if (cause instanceof ArchiveError) return cause
  const chain = chainOf(cause)
  const { message } = toArchiveError(cause)
  if (chain.some(isFull)) return new ArchiveError('storage-full', '', message)
  if (chain.some(isLost)) return new ArchiveError('storage-lost', '', message)
  // Chrome aborts a write on a full disk without a word about the reason.
  if (chain[0]?.name === 'AbortError') return new ArchiveError('storage-full', '', message)
  return toArchiveError(cause)
}

/** Whether an error of the browser says that there is no room. */
export function isFullError(cause: unknown): boolean {
  return chainOf(cause).some(isFull)
}

/**
 * A failed read or write of a file as an ArchiveError: `storage-full`, else `storage-lost`, since nothing but the
 * browser's storage can be at fault.
 */
export function toFileError(cause: unknown): ArchiveError {
  if (cause instanceof ArchiveError) return cause
  const { message } = toArchiveError(cause)
  return new ArchiveError(isFullError(cause) ? 'storage-full' : 'storage-lost', '', message)
}

/** A database that cannot be opened: `storage-full` when that is the reason, else `storage-refused`. */
export function toOpeningError(cause: unknown): ArchiveError {
  const error = toStorageError(cause)
  return error.code === 'storage-full' || error.code === 'storage-refused'
    ? error
    : new ArchiveError('storage-refused', '', error.message)
}
