/** What some articles of a file, one place after the other, look like to who seeks similar texts. */
export interface SignatureBlock {
  /** The key of the first of them. */
  readonly key: number
  /** How many there are. */
  readonly count: number
  /** So many words for each, one article after the other. */
  readonly words: Uint32Array
}

/** Keeps signatures of texts beside the articles of a file, with which they go. */
export interface SignatureStore {
  /** The blocks of a file, by rising keys. */
  ofFile(file: number): Promise<readonly SignatureBlock[]>
  /** Keeps a block, in the place of the one with its key. */
  put(block: SignatureBlock): Promise<void>
}
