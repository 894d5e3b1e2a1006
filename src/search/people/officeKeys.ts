import { OFFICE_SIGNS } from '../../domain/officeSigns'
import { officeKey } from '../../domain/officeName'
import { PERSON_SIGNS } from '../../domain/personSigns'
import type { ArticleColumns } from '../articleColumns'

/** What one article says of one person and one office, as it stands in the columns. */
export interface OfficePlace {
  readonly ordinal: number
  /** Numbers of the person, and of the office as it is written. */
  readonly person: number
  readonly office: number
  /** Bits of `OFFICE_SIGNS`. */
  readonly signs: number
  /** The office under its common name; a collective word or an honour as it is written. */
  readonly key: string
}

/** The common names of offices, each found once; they hold for the columns for good. */
export class OfficeKeys {
  readonly #columns: ArticleColumns
  readonly #keys = new Map<string, string>()

  constructor(columns: ArticleColumns) {
    this.#columns = columns
  }

  /** The key of an office as it is written, of a place, both by number. */
  keyOf(office: number, place: number, isForeign: boolean): string {
    const name = `${office} ${place}${isForeign ? ' f' : ''}`
    let key = this.#keys.get(name)
    if (key === undefined) {
      const { offices, places } = this.#columns
      key = officeKey(offices.nameOf(office), place < 0 ? null : places.nameOf(place), isForeign)
      this.#keys.set(name, key)
    }
    return key
  }

  /** Tells what an article says of people and offices, in its order; only of those whom the condition admits. */
  visit(
    ordinal: number,
    isWanted: (person: number, office: number) => boolean,
    tell: (place: OfficePlace) => void,
  ): void {
    const { office: pairs, officeSigns, officePlace } = this.#columns
    const end = pairs.starts.values[ordinal + 1]!
    for (let at = pairs.starts.values[ordinal]!; at < end; at += 2) {
      const person = pairs.values.values[at]!
      const office = pairs.values.values[at + 1]!
      if (!isWanted(person, office)) continue
      const signs = officeSigns.values[at / 2]!
      const isOther = (signs & OFFICE_SIGNS.other) !== 0
      const key = isOther
        ? this.#columns.offices.nameOf(office)
        : this.keyOf(office, officePlace.values[at / 2]!, this.#isForeign(ordinal, person))
      tell({ ordinal, person, office, signs, key })
    }
  }

  #isForeign(ordinal: number, person: number): boolean {
    const { person: people, personSigns } = this.#columns
    const end = people.starts.values[ordinal + 1]!
    for (let at = people.starts.values[ordinal]!; at < end; at++) {
      if (people.values.values[at] === person) return (personSigns.values[at]! & PERSON_SIGNS.foreign) !== 0
    }
    return false
  }
}

/** Two last characters of a name, by which an office and its common name are always alike. */
const ENDING = 2

/** Which offices, as they are written, may have a common name: 1 for each of their numbers. */
export function officesLike(names: readonly string[], key: string): Uint8Array {
  const ending = key.slice(-ENDING)
  return Uint8Array.from(names, (name) => (name.replaceAll(/\s+/gu, '').endsWith(ending) ? 1 : 0))
}
