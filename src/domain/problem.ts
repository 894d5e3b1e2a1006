/** Every way in which an input can be wrong; stable, since translations and reports rely on it. */
export type ProblemCode =
  | 'json-malformed'
  | 'not-an-object'
  | 'title-missing'
  | 'paragraphs-missing'
  | 'field-malformed'
  | 'date-malformed'
  | 'id-duplicate'
  | 'text-differs'
  | 'line-too-long'
  | 'file-unreadable'
  | 'file-kind-unknown'
  | 'file-missing'
  | 'file-hash'
  | 'file-bytes'
  | 'gzip-damaged'
  | 'encoding-damaged'
  | 'no-article'
  | 'limit-reached'
  | 'archive-damaged'
  | 'document-damaged'
  | 'document-without-text'
  | 'table-without-title'

/**
 * Something wrong with an input. The rest of the input is unharmed: an article with a bad optional field is kept
 * without it, a row that is no article is left out.
 */
export interface Problem {
  /** The file as its owner names it. */
  readonly file: string
  /** The row in the file, from 1; 0 when it is the file as a whole. */
  readonly row: number
  /** The field, or an empty string. */
  readonly field: string
  readonly code: ProblemCode
  /** What was found and what was expected, in English; the interface translates by code. */
  readonly message: string
}

/** A problem before its file and row are known. */
export type FieldProblem = Pick<Problem, 'field' | 'code' | 'message'>

/** Every way in which an operation of the archive can fail; stable, since translations rely on it. */
export type ErrorCode =
  | 'manifest-unreachable'
  | 'manifest-malformed'
  | 'manifest-too-new'
  | 'address-refused'
  | 'address-malformed'
  | 'files-failed'
  | 'storage-refused'
  | 'storage-full'
  | 'storage-lost'
  | 'index-damaged'
  | 'worker-lost'
  | 'cancelled'
  | 'batch-gone'
  | 'batch-under-way'
  | 'edit-malformed'
  | 'attachment-refused'
  | 'backup-refused'
  | 'unexpected'

/** A failure with a stable code and with what it concerns, fit to cross the thread. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly code: ErrorCode
  /** What it concerns: an address, a file, a field. */
  readonly subject: string

  constructor(code: ErrorCode, subject: string, message: string) {
    super(message)
    this.code = code
    this.subject = subject
  }
}

/** Any thrown value as an {@link ArchiveError}; what has no code of its own is `unexpected`. */
export function toArchiveError(cause: unknown, subject = ''): ArchiveError {
  if (cause instanceof ArchiveError) return cause
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return new ArchiveError('unexpected', subject, message)
}
