import { OFFICE_SIGNS } from '../../domain/officeSigns'
import { NATIONAL_OFFICES, officeKey } from '../../domain/officeName'
import { PLAIN_OFFICE_NAMES, type OfficeNames } from '../../domain/officeNames'
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

/** What an office is called: if the person is known to hold the office of the state that it may be, and if not. */
interface OfficeKey {
  readonly known: string
  readonly unknown: string
  /** That office of the state, by rule; `null` where it is none. */
  readonly national: string | null
}

/** The common names of the offices of an archive, each found once; they hold until it changes. */
export class OfficeKeys {
  readonly #columns: ArticleColumns
  /** What offices are called, by rule and by decision. */
  readonly names: OfficeNames
  readonly #keys = new Map<number, OfficeKey>()
  /** Who is given an office of the state in full, by its name. */
  #known: ReadonlyMap<string, ReadonlySet<number>> | null = null

  constructor(columns: ArticleColumns) {
    this.#columns = columns
    this.names = columns.decided?.offices ?? PLAIN_OFFICE_NAMES
  }

  /** The common name of an office as it is written, of a place, and of a person, all by number. */
  #keyOf(office: number, place: number, person: number): string {
    const { offices, places } = this.#columns
    const id = office * (places.size + 1) + place + 1
    let key = this.#keys.get(id)
    if (key === undefined) {
      const name = offices.nameOf(office)
      const jurisdiction = place < 0 ? null : places.nameOf(place)
      const asked: string[] = []
      const known = this.names.nameOf(name, jurisdiction, (one) => {
        asked.push(one)
        return true
      })
      const [national = null] = asked
      key = { known, unknown: this.names.nameOf(name, jurisdiction, () => false), national }
      this.#keys.set(id, key)
    }
    if (key.national === null) return key.known
    this.#known ??= this.#knownInFull()
    return this.#known.get(key.national)?.has(person) === true ? key.known : key.unknown
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
export function officesLike(written: readonly string[], key: string, names: OfficeNames): Uint8Array {
  const endings = new Set(names.sourcesOf(key).map((source) => source.slice(-ENDING)))
  return Uint8Array.from(written, (name) =>
    endings.has(name.replaceAll(/\s+/gu, '').slice(-ENDING)) ? 1 : 0,
  )
}
