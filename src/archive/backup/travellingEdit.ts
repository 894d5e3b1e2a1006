import type { ArticleEdit } from '../../domain/articleEdit'
import { MOST_PARAGRAPHS } from '../../domain/articleLimits'
import { readPeople, type KeptText, type KeptTexts } from '../../domain/parsePeople'
import { ArchiveError } from '../../domain/problem'
import { parseEdit } from '../mending/parseEdit'

/** Texts of any length under all numbers that there may be: which article an edit is of, and how long, is not known. */
class AnyTexts extends Map<number, readonly KeptText[]> {
  override get(number: number): readonly KeptText[] | undefined {
    return number < -1 || number > MOST_PARAGRAPHS ? undefined : [{ number, cut: 0, length: Infinity }]
  }
}

/**
 * An edit from a file, its values as `parseArticle` gives them; where people are named is checked against the text when the
 * edit is applied. `null` when no article can have these values.
 */
export function parseTravellingEdit(edit: Readonly<Record<string, unknown>>): ArticleEdit | null {
  try {
    const parsed = parseEdit(edit)
    if (parsed.people === undefined || parsed.people === null) return parsed
    let isSound = true
    const texts: KeptTexts = new AnyTexts()
    const people = readPeople(parsed.people, 'people', texts, () => {
      isSound = false
    })
    return isSound ? { ...parsed, people } : null
  } catch (cause) {
    if (cause instanceof ArchiveError) return null
    throw cause
  }
}
