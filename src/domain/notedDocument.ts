/** A paragraph of a document with notes at the foot of the page. */
export interface NotedParagraph {
  readonly kind: 'entry' | 'quotation' | 'remark'
  /** Stands before the text, set apart from it: a day. May be empty. */
  readonly label: string
  readonly text: string
  /** What stands in the note; empty for none. */
  readonly note: string
}

export interface NotedSection {
  /** Empty where the section has none. */
  readonly heading: string
  readonly paragraphs: readonly NotedParagraph[]
}

/** A document for print: a title, what is to be said first, and sections whose paragraphs have notes. */
export interface NotedDocument {
  readonly title: string
  readonly lead: readonly string[]
  readonly sections: readonly NotedSection[]
  /** What stands over the notes where they are gathered at the end. */
  readonly notesHeading: string
  readonly language: string
}
