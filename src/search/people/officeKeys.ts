import { OFFICE_SIGNS } from '../../domain/officeSigns'
import { NATIONAL_OFFICES, officeKey } from '../../domain/officeName'
import type { ArticleColumns } from '../articleColumns'

/** Two last characters of a name, by which an office and its common name are always alike. */
const ENDING = 2

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

/** The common names of the offices of an archive, each found once; they hold until it changes. */
export class OfficeKeys {
  readonly #columns: ArticleColumns
  /** The name if the person is known to hold an office of the state, and the name if not; mostly the same. */
  readonly #keys = new Map<number, readonly [known: string, unknown: string]>()
  /** Who is given an office of the state in full, by its name. */
  #known: ReadonlyMap<string, ReadonlySet<number>> | null = null

  constructor(columns: ArticleColumns) {
    this.#columns = columns
  }

  /** The common name of an office as it is written, of a place, and of a person, all by number. */
  #keyOf(office: number, place: number, person: number): string {
    const { offices, places } = this.#columns
    const id = office * (places.size + 1) + place + 1
    let keys = this.#keys.get(id)
    if (keys === undefined) {
      const name = offices.nameOf(office)
      const jurisdiction = place < 0 ? null : places.nameOf(place)
      keys = [officeKey(name, jurisdiction), officeKey(name, jurisdiction, () => false)]
      this.#keys.set(id, keys)
    }
    const [known, unknown] = keys
    if (known === unknown) return known
    this.#known ??= this.#knownInFull()
    return this.#known.get(known)?.has(person) === true ? known : unknown
  }

  #knownInFull(): ReadonlyMap<string, ReadonlySet<number>> {
    const { office: pairs, offices } = this.#columns
    const known = new Map(NATIONAL_OFFICES.map((office) => [office, new Set<number>()]))
    const meant = offices.names.map((name) =>
      NATIONAL_OFFICES.some((office) => office.slice(-ENDING) === name.slice(-ENDING))
        ? known.get(officeKey(name, null, () => false))
        : undefined,
    )
    for (let at = 0; at < pairs.values.length; at += 2) {
      meant[pairs.values.values[at + 1]!]?.add(pairs.values.values[at]!)
    }
    return known
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
        : this.#keyOf(office, officePlace.values[at / 2]!, person)
      tell({ ordinal, person, office, signs, key })
    }
  }
}

/** Which offices, as they are written, may have a common name: 1 for each of their numbers. */
export function officesLike(names: readonly string[], key: string): Uint8Array {
  const ending = key.slice(-ENDING)
  return Uint8Array.from(names, (name) => (name.replaceAll(/\s+/gu, '').endsWith(ending) ? 1 : 0))
}
