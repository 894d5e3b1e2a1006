import type { PartTexts } from './parts/partTexts'
import type { SearchedText } from './searchedText'

interface TextsOfRows {
  readonly first: number
  readonly texts: PartTexts
}

/** The searched texts of all articles by ordinal, read from their parts as they are asked for; the last one is kept. */
export class SearchedTexts {
  readonly #parts: TextsOfRows[] = []
  #last: { readonly ordinal: number; readonly searched: SearchedText } | null = null

  /** The texts of the rows from ordinal `first` on, up to those of the next part. */
  attach(first: number, texts: PartTexts): void {
    this.#parts.push({ first, texts })
  }

  /** The whole searched text of an article with the ends of its parts. */
  of(ordinal: number): SearchedText {
    if (this.#last?.ordinal === ordinal) return this.#last.searched
    let place = this.#parts.length - 1
    while (place > 0 && this.#parts[place]!.first > ordinal) place--
    const { first, texts } = this.#parts[place]!
    const searched = texts.textOf(ordinal - first)
    this.#last = { ordinal, searched }
    return searched
  }

  textOf(ordinal: number): string {
    return this.of(ordinal).text
  }

  titleOf(ordinal: number): string {
    const { text, titleEnd } = this.of(ordinal)
    return text.slice(0, titleEnd)
  }

  /** Title, kicker and subtitle, each on a line. */
  headOf(ordinal: number): string {
    const { text, headEnd } = this.of(ordinal)
    return text.slice(0, headEnd)
  }

  /** The paragraphs, each on a line. */
  paragraphsOf(ordinal: number): string {
    const { text, namesEnd } = this.of(ordinal)
    return text.slice(namesEnd + 1)
  }

  /** The names of people and authors, a line break before, between and after them. */
  namesOf(ordinal: number): string {
    const { text, headEnd, namesEnd } = this.of(ordinal)
    return text.slice(headEnd, namesEnd + 1)
  }
}
