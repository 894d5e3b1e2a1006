/** Places of a file that follow one another. */
export interface PlaceRun {
  /** From 1. */
  readonly first: number
  readonly count: number
}
