import type { QueryField, QueryTerm } from '../domain/queryReading'
import { decodeCategoryPath } from '../domain/category'
import { fold } from '../text/fold'
import type { RunMatcher } from '../text/runMatcher'
import type { ArticleColumns } from './articleColumns'
import type { OrdinalCheck } from './compiledNode'
import type { SearchedTexts } from './searchedTexts'
import type { SliceColumn } from './sliceColumn'

/** What is true of a folded text, whose lines are apart. */
export type TextCheck = (foldedText: string) => boolean

/** Fields that are values of an article rather than texts. */
type ValueField = 'newspaper' | 'category' | 'page' | 'office'

const LINE_BREAK = '\n'

/** Checks the searched text of an article, or the part of it that a field names. */
export function checkText(
  field: 'title' | 'person' | 'text' | null,
  texts: SearchedTexts,
  check: TextCheck,
): OrdinalCheck {
  switch (field) {
    case null:
      return (ordinal) => check(texts.textOf(ordinal))
    case 'title':
      return (ordinal) => check(texts.headOf(ordinal))
    case 'person':
      return (ordinal) => check(texts.namesOf(ordinal))
    case 'text':
      return (ordinal) => check(texts.paragraphsOf(ordinal))
  }
}

/** Checks each name of a dictionary once. */
function checkNames(names: readonly string[], check: TextCheck): Uint8Array {
  return Uint8Array.from(names, (name) => (check(name) ? 1 : 0))
}

/** Whether any number of a row, every `step`th of them, is a wanted one. */
function hasWanted({ starts, values }: SliceColumn, wanted: Uint8Array, first = 0, step = 1): OrdinalCheck {
  return (ordinal) => {
    const end = starts.values[ordinal + 1]!
    for (let at = starts.values[ordinal]! + first; at < end; at += step) {
      if (wanted[values.values[at]!] === 1) return true
    }
    return false
  }
}

/**
 * Checks the newspaper, the names of the category's path, the offices as they are written, or the pages of an article, each
 * name on a line.
 */
export function checkValues(field: ValueField, columns: ArticleColumns, check: TextCheck): OrdinalCheck {
  if (field === 'newspaper') {
    const wanted = checkNames(columns.newspapers.names.map(fold), check)
    return (ordinal) => wanted[columns.newspaper.values[ordinal]!] === 1
  }
  if (field === 'category') {
    const paths = columns.categories.paths.names.map((path) =>
      decodeCategoryPath(path).map(fold).join(LINE_BREAK),
    )
    const wanted = checkNames(paths, check)
    return (ordinal) => wanted[columns.category.values[ordinal]!] === 1
  }
  if (field === 'office')
    return hasWanted(columns.office, checkNames(columns.offices.names.map(fold), check), 1, 2)
  return hasWanted(columns.page, checkNames(columns.pages.names.map(fold), check))
}

/** Whether a field is one of an article's values rather than of its texts. */
export function isValueField(field: QueryField | null): field is ValueField {
  return field === 'newspaper' || field === 'category' || field === 'page' || field === 'office'
}

/** What a term asks of a text. A page is meant as a whole: 1 is not 01, nor 第1张第4版. */
export function termCheck({ kind, field }: QueryTerm, matcher: RunMatcher): TextCheck {
  const isWhole = field === 'page' && (kind === 'run' || kind === 'phrase')
  return isWhole ? (text) => text === matcher.folded : (text) => matcher.isIn(text)
}
