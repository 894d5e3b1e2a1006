import type { RankedDocument } from './ranking'
import { integerColumn, type IntegerColumn } from './growableColumn'
import type { SearchedText } from './searchedText'

/** Plain form of {@link SearchedTexts}, for storing. */
export interface SearchedTextsSnapshot {
  readonly texts: readonly string[]
  readonly titleEnd: Int32Array
  readonly headEnd: Int32Array
  readonly namesEnd: Int32Array
}

/** The searched texts of all articles by ordinal, with where their parts end. A removed article's text is empty. */
export class SearchedTexts {
  readonly texts: string[]
  readonly #titleEnd: IntegerColumn
  readonly #headEnd: IntegerColumn
  readonly #namesEnd: IntegerColumn

  constructor(from?: SearchedTextsSnapshot) {
    this.texts = [...(from?.texts ?? [])]
    this.#titleEnd = integerColumn(from?.titleEnd)
    this.#headEnd = integerColumn(from?.headEnd)
    this.#namesEnd = integerColumn(from?.namesEnd)
  }

  add(searched: SearchedText): void {
    this.texts.push(searched.text)
    this.#titleEnd.push(searched.titleEnd)
    this.#headEnd.push(searched.headEnd)
    this.#namesEnd.push(searched.namesEnd)
  }

  /** Frees the text of a removed article. */
  remove(ordinal: number): void {
    this.texts[ordinal] = ''
  }

  /** The whole searched text; empty for an ordinal without an article. */
  textOf(ordinal: number): string {
    return this.texts[ordinal] ?? ''
  }

  titleOf(ordinal: number): string {
    return this.textOf(ordinal).slice(0, this.#titleEnd.values[ordinal])
  }

  /** Where title, kicker and subtitle end. */
  headEndOf(ordinal: number): number {
    return this.#headEnd.values[ordinal] ?? 0
  }

  /** Title, kicker and subtitle, each on a line. */
  headOf(ordinal: number): string {
    return this.textOf(ordinal).slice(0, this.headEndOf(ordinal))
  }

  /** The paragraphs, each on a line. */
  paragraphsOf(ordinal: number): string {
    return this.textOf(ordinal).slice((this.#namesEnd.values[ordinal] ?? 0) + 1)
  }

  /** The names of people and authors, a line break before, between and after them. */
  namesOf(ordinal: number): string {
    return this.textOf(ordinal).slice(this.headEndOf(ordinal), (this.#namesEnd.values[ordinal] ?? 0) + 1)
  }

  /** The parts as the fields that are ranked. */
  documentOf(ordinal: number): RankedDocument {
    return {
      id: ordinal,
      title: this.headOf(ordinal),
      names: this.namesOf(ordinal),
      text: this.paragraphsOf(ordinal),
    }
  }

  snapshot(): SearchedTextsSnapshot {
    return {
      texts: [...this.texts],
      titleEnd: this.#titleEnd.copy(),
      headEnd: this.#headEnd.copy(),
      namesEnd: this.#namesEnd.copy(),
    }
  }
}
