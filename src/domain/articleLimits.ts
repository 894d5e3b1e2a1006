/**
 * The longest name of any kind (a person, an office, a newspaper, a category, a tag) and the longest id, in UTF-16
 * units. Newspapers need less than a fifth of it.
 */
export const LONGEST_NAME = 512

/** The longest title, kicker or subtitle, in UTF-16 units. */
export const LONGEST_HEADLINE = 2000

/** The longest web address, in UTF-16 units. */
export const LONGEST_ADDRESS = 4000

/** The longest statement of rights, in UTF-16 units. */
export const LONGEST_RIGHTS = 10_000

/** The longest note on how a text was established, in UTF-16 units. */
export const LONGEST_TEXT_NOTE = 10_000

/** The longest paragraph that is kept in one piece, in UTF-16 units: a short book. */
export const LONGEST_PARAGRAPH = 200_000

/** The most paragraphs of an article, and the most text in all of them, in UTF-16 units: a long book. */
export const MOST_PARAGRAPHS = 20_000
export const LONGEST_TEXT = 3_000_000

/** The most names in a category's path: trees as deep as this are walked by recursion. */
export const DEEPEST_CATEGORY = 16

/** The most people of an article: printed lists of deputies have nearly three thousand names. */
export const MOST_PEOPLE = 5000

/** The most entries of any other list of names: authors, tags, places, offices of a person. */
export const MOST_NAMES = 200
