declare global {
  /** A file's content, opaque to these rules: they pass it on and never read it. Elsewhere it is the platform's Blob. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with the platform's own declaration
  interface Blob {}
}

/** The content of a file as a person gives it. */
export type FileContent = Blob
