import type { ProblemCode } from '../../domain/problem'
import { GzipDamage } from '../gunzip'

/** Why a file, or the rest of it, cannot be read; it becomes a problem with this code. */
export class ReadingFailure extends Error {
  override readonly name = 'ReadingFailure'
  readonly code: ProblemCode
  /** Whether nothing more of the whole input is read, not only of the file of an archive that it happened in. */
  readonly endsInput: boolean

  constructor(code: ProblemCode, message: string, endsInput = false) {
    super(message)
    this.code = code
    this.endsInput = endsInput
  }
}

/** Code and reason of anything that was thrown while a file was read. */
export function failureOf(cause: unknown): { readonly code: ProblemCode; readonly message: string } {
  if (cause instanceof ReadingFailure) return { code: cause.code, message: cause.message }
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof GzipDamage) return { code: 'gzip-damaged', message: `the gzip is damaged: ${message}` }
  return { code: 'file-unreadable', message }
}
