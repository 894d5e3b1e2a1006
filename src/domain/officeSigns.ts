/**
 * What one article says of a person and an office, as bits of one byte. An article may say several things: that somebody
 * was appointed and what they had been before.
 */
export const OFFICE_SIGNS = {
  /** Is called by it on the day of the article. */
  held: 1,
  /** Stands in a list behind it: 副县长甲、乙. */
  listed: 2,
  /** Is told to have held it before: 原, 时任, a life told. It dates nothing. */
  past: 4,
  /** The article reports the appointment. */
  appointed: 8,
  /** The article reports the end of it. */
  removed: 16,
  /** Stands in for it (代). */
  acting: 32,
  /** Is to hold it: 拟任, 候任, 提名. That is not holding it. */
  prospective: 64,
  /** No office: with {@link OFFICE_SIGNS.held} an honour, with {@link OFFICE_SIGNS.listed} a collective word (市领导). */
  other: 128,
} as const

/** Signs of an honour, and of a collective word. */
export const HONOUR = OFFICE_SIGNS.other | OFFICE_SIGNS.held
export const COLLECTIVE = OFFICE_SIGNS.other | OFFICE_SIGNS.listed
