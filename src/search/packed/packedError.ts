/** What went wrong, in a form that programs and translations can rely on. */
export type PackedErrorCode =
  | 'foreign-file'
  | 'unsupported-version'
  | 'truncated-file'
  | 'damaged-file'
  | 'fields-differ'
  | 'tokenizer-differs'
  | 'columns-differ'
  | 'no-proofs'
  | 'unknown-field'
  | 'unknown-column'
  | 'unsupported-id'
  | 'unsupported-stored-value'
  | 'conflicting-options'
  | 'segment-too-large'
  | 'read-failed'

/**
 * An error of the packed index. `code` is stable and meant for tests and translations, the message says which
 * file or value is meant and why it was refused.
 */
export class PackedError extends Error {
  readonly code: PackedErrorCode
  /** What went wrong, in English, without the code. */
  readonly reason: string

  constructor(code: PackedErrorCode, reason: string) {
    super(`PackedMiniSearch: ${reason} [${code}]`)
    this.name = 'PackedError'
    this.code = code
    this.reason = reason
  }
}
