import { isReading, pinyinLetters, type NameReading, type Pinyin } from '../text/pinyin'
import { fold } from '../text/fold'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import type { SearchedTexts } from './searchedTexts'

interface Entry {
  readonly name: string
  readonly reading: NameReading
  /** Articles in which the name stands as that of a person or author, or that are of the newspaper. */
  readonly ordinals: number[]
}

/** Names that a term was read as, and the articles that have them. */
export interface NamesFound {
  readonly names: readonly string[]
  readonly ordinals: ReadonlySet<number>
}

const NAMES_APART = '\n'

function withoutSpaces(name: string): string {
  return name.replaceAll(/\s+/gu, '')
}

/**
 * The people, authors and newspapers of the live articles by how their names are read aloud. It holds for the archive
 * as it was when the directory was made.
 */
export class NameDirectory {
  readonly #people = new Map<string, Entry>()
  readonly #newspapers = new Map<number, Entry>()

  constructor(pinyin: Pinyin, columns: ArticleColumns, texts: SearchedTexts, order: ArchiveOrder) {
    // Names are shown as the articles write them; those of authors are kept folded only.
    const writings = new Map(columns.people.names.map((name) => [withoutSpaces(fold(name)), name]))
    for (const ordinal of order.newest) {
      const names = new Set(texts.namesOf(ordinal).split(NAMES_APART).map(withoutSpaces))
      for (const name of names) {
        if (name === '') continue
        const known = this.#people.get(name)
        if (known !== undefined) known.ordinals.push(ordinal)
        else {
          const reading = pinyin.readPerson(name)
          this.#people.set(name, { name: writings.get(name) ?? name, reading, ordinals: [ordinal] })
        }
      }
      const newspaper = columns.newspaper.values[ordinal]!
      if (newspaper < 0) continue
      const known = this.#newspapers.get(newspaper)
      if (known !== undefined) known.ordinals.push(ordinal)
      else {
        const name = columns.newspapers.nameOf(newspaper)
        this.#newspapers.set(newspaper, { name, reading: pinyin.readTitle(name), ordinals: [ordinal] })
      }
    }
  }

  /** The names that a term reads as in pinyin or initials, the most frequent first; none for a term that is no pinyin. */
  find(term: string, among: { readonly people: boolean; readonly newspapers: boolean }): NamesFound {
    const letters = pinyinLetters(term)
    if (letters === null) return { names: [], ordinals: new Set() }
    const entries = [
      ...(among.people ? [...this.#people.values()] : []).filter(({ reading }) =>
        isReading(reading, letters, false),
      ),
      ...(among.newspapers ? [...this.#newspapers.values()] : []).filter(({ reading }) =>
        isReading(reading, letters, true),
      ),
    ].sort((a, b) => b.ordinals.length - a.ordinals.length)
    return {
      names: [...new Set(entries.map(({ name }) => name))],
      ordinals: new Set(entries.flatMap(({ ordinals }) => ordinals)),
    }
  }
}
