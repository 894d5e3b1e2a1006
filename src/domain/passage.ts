/** A place in an article: the number of the paragraph, −1 for the title, and the offset in UTF-16 units. */
export type PassagePlace = readonly [paragraph: number, offset: number]

/** A passage of an article that is open, as its reader has selected it. */
export interface Passage {
  /** What is selected, without what the interface adds; paragraphs are parted by line breaks. */
  readonly text: string
  readonly start: PassagePlace
  /** Behind the last character. */
  readonly end: PassagePlace
}
