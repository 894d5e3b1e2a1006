import type { ErrorCode } from './problem'

/** A failure as plain data. */
export interface Failure {
  readonly code: ErrorCode
  readonly subject: string
  readonly message: string
}
