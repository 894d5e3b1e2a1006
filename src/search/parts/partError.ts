import { PackedError } from '../packed/packedError'

/** What went wrong with an index part, in a form that programs and translations can rely on. */
export type PartErrorCode =
  | 'foreign-file'
  | 'unsupported-version'
  | 'truncated-file'
  | 'damaged-file'
  | 'read-failed'
  | 'tokenizer-differs'
  | 'texts-differ'
  | 'no-texts'
  | 'removed-differ'
  | 'repeated-id'
  | 'part-too-large'

/** An error of an index part. `code` is stable and meant for tests and translations, the message says what is meant. */
export class PartError extends Error {
  readonly code: PartErrorCode
  /** What went wrong, in English, without the code. */
  readonly reason: string

  constructor(code: PartErrorCode, reason: string) {
    super(`Index part: ${reason} [${code}]`)
    this.name = 'PartError'
    this.code = code
    this.reason = reason
  }
}

const KEPT_CODES: ReadonlySet<string> = new Set<PartErrorCode>([
  'foreign-file',
  'unsupported-version',
  'truncated-file',
  'damaged-file',
  'read-failed',
  'tokenizer-differs',
])

/** What was thrown while a part was read, as {@link withPartErrors} throws it. */
export function partErrorOf(error: unknown): PartError {
  if (error instanceof PartError) return error
  if (!(error instanceof PackedError)) return new PartError('damaged-file', String(error))
  if (error.code === 'segment-too-large') return new PartError('part-too-large', error.reason)
  return new PartError(
    KEPT_CODES.has(error.code) ? (error.code as PartErrorCode) : 'damaged-file',
    error.reason,
  )
}

/**
 * Runs what reads a part. Whatever it throws comes out as a {@link PartError}: a `PackedError` under its own code, and
 * the error of a decoder that met what nobody wrote as `damaged-file`.
 */
export function withPartErrors<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw partErrorOf(error)
  }
}
