import MiniSearch from 'minisearch'
import type { Suggestion } from '../domain/suggestion'
import { decodeCategoryPath } from '../domain/category'
import type { NameReading, Pinyin } from '../text/pinyin'
import type { ArchiveOrder } from './archiveOrder'
import type { ArticleColumns } from './articleColumns'
import { termKey } from './termKey'
import { nameForm } from './nameForms'

/** A whole name as the small index has it: by its characters, its syllables and its initials, each on a line. */
interface IndexedName {
  readonly id: number
  readonly whole: string
  readonly inside: string
}

/** A name that begins as was typed is worth more than one that goes on so. */
const FIELD_BOOSTS = { whole: 8, inside: 1 }
/** Of names alike in all else, people come first. */
const KIND_BOOSTS = { person: 1.3, newspaper: 1.2, category: 1, tag: 1, recent: 1 }
/** Readings of a name that are kept; a name of many characters with two readings each has very many. */
const MOST_READINGS = 4

/** What stands from each character of a name on, the first left out. */
function tailsOf(parts: readonly string[]): readonly string[] {
  return parts.slice(1).map((_, place) => parts.slice(place + 1).join(''))
}

function readingsOf(reading: NameReading): readonly (readonly string[])[] {
  if (reading.some((syllables) => syllables.length === 0)) return []
  return reading.reduce<readonly (readonly string[])[]>(
    (made, syllables) =>
      made.flatMap((before) => syllables.map((syllable) => [...before, syllable])).slice(0, MOST_READINGS),
    [[]],
  )
}

function countOnes(size: number, order: ArchiveOrder, numberOf: (ordinal: number) => number): Uint32Array {
  const counts = new Uint32Array(size)
  for (const ordinal of order.live) {
    const number = numberOf(ordinal)
    if (number >= 0) counts[number] = counts[number]! + 1
  }
  return counts
}

/** The names of the archive as it was when this was made: people, newspapers, categories and tags. */
export class SuggestionIndex {
  readonly #names: Suggestion[] = []
  readonly #index = new MiniSearch<IndexedName>({
    fields: ['whole', 'inside'],
    tokenize: (lines) => lines.split('\n'),
    processTerm: termKey,
  })

  constructor(pinyin: Pinyin, columns: ArticleColumns, order: ArchiveOrder) {
    const { people, newspapers, categories, tags } = columns
    const add = (
      kind: Suggestion['kind'],
      names: readonly string[],
      counts: Uint32Array,
      read: (name: string) => NameReading,
    ): void => {
      names.forEach((name, number) => {
        const count = counts[number] ?? 0
        if (count > 0) this.#add({ kind, value: name, count }, read)
      })
    }
    const title = (name: string): NameReading => pinyin.readTitle(name)
    add('person', people.names, columns.person.countIn(order.live, people.size), (name) =>
      pinyin.readPerson(name),
    )
    add(
      'newspaper',
      newspapers.names,
      countOnes(newspapers.size, order, (ordinal) => columns.newspaper.values[ordinal]!),
      title,
    )
    const inCategory = countOnes(categories.size, order, (ordinal) => columns.category.values[ordinal]!)
    for (let node = categories.size - 1; node >= 0; node--) {
      const parent = categories.parentOf(node)
      if (parent >= 0) inCategory[parent] = inCategory[parent]! + inCategory[node]!
    }
    add('category', categories.paths.names, inCategory, title)
    add('tag', tags.names, columns.tag.countIn(order.live, tags.size), title)
  }

  #add(suggestion: Suggestion, read: (name: string) => NameReading): void {
    const { kind, value } = suggestion
    const name = kind === 'category' ? (decodeCategoryPath(value).at(-1) ?? '') : value
    const characters = Array.from(nameForm(name))
    const readings = readingsOf(read(name))
    const initials = readings.map((reading) => reading.map((syllable) => syllable.charAt(0)))
    this.#index.add({
      id: this.#names.push(suggestion) - 1,
      whole: [...new Set([characters, ...readings, ...initials].map((parts) => parts.join('')))].join('\n'),
      inside: [...new Set([characters, ...readings].flatMap(tailsOf))].join('\n'),
    })
  }

  #worthOf(id: number): number {
    const suggestion = this.#names[id]
    return suggestion === undefined
      ? 0
      : KIND_BOOSTS[suggestion.kind] * (1 + Math.log(1 + (suggestion.count ?? 0)))
  }

  /**
   * Names that begin with what was typed, or have it from one of their characters on, in characters, pinyin or
   * initials; the better, then the more frequent first. Nothing typed suggests nothing.
   */
  suggest(typed: string, limit: number): readonly Suggestion[] {
    const word = nameForm(typed).replaceAll('ü', 'v')
    if (word === '' || limit <= 0) return []
    return this.#index
      .search(word, {
        prefix: true,
        boost: FIELD_BOOSTS,
        boostDocument: (id: unknown) => this.#worthOf(id as number),
      })
      .slice(0, limit)
      .flatMap(({ id }) => this.#names[id as number] ?? [])
  }
}
