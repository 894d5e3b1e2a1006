import type { IdentityReason } from '../../domain/identitySuggestion'
import { nameOfPerson } from '../../domain/personValue'
import { fold } from '../../text/fold'
import type { Pinyin } from '../../text/pinyin'

/** A name of the archive with the number of its articles. */
export interface CountedName {
  readonly name: string
  readonly articles: number
}

/** Two names that look or sound alike; the more frequent is the first. */
export interface SimilarNames {
  readonly names: readonly [CountedName, CountedName]
  readonly kind: Extract<IdentityReason['kind'], 'sameForm' | 'shortForm' | 'sameReading'>
}

/** Of names that are read alike no more are compared with one another: 王伟 is written in too many ways. */
const MOST_ALIKE = 12
const HAN_NAME = /^\p{Script=Han}{2,4}$/u
const DOTS = /[·.]/u

function groupsBy(
  names: readonly CountedName[],
  keyOf: (name: string) => string | null,
): readonly (readonly CountedName[])[] {
  const groups = new Map<string, CountedName[]>()
  for (const name of names) {
    const key = keyOf(name.name)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

function pairsOf(group: readonly CountedName[]): readonly (readonly [CountedName, CountedName])[] {
  const sorted = [...group].sort(
    (one, other) => other.articles - one.articles || (one.name < other.name ? -1 : 1),
  )
  const some = sorted.slice(0, MOST_ALIKE)
  return some.flatMap((one, place) => some.slice(place + 1).map((other) => [one, other] as const))
}

/** In how many characters two texts of one length differ. */
function differences(one: string, other: string): number {
  const others = Array.from(other)
  return Array.from(one).filter((character, place) => character !== others[place]).length
}

/** How a name is read, as one text; `null` where a character cannot be read, or it is no Chinese name. */
function readingOf(name: string, pinyin: Pinyin): string | null {
  if (!HAN_NAME.test(name)) return null
  const syllables = pinyin.readPerson(name).map(([syllable]) => syllable)
  return syllables.includes(undefined) ? null : `${fold(name).slice(0, 1)} ${syllables.join(' ')}`
}

/** The names that may be writings of one another, those first that are surest, of these the more frequent. */
export function similarNames(names: readonly CountedName[], pinyin: Pinyin): readonly SimilarNames[] {
  const folded = (name: string): string => fold(name).replaceAll(/[·.\s]/gu, '')
  const plain = names.filter(({ name }) => nameOfPerson(name) === name && Array.from(name).length > 1)
  const sameForm = groupsBy(plain, folded).flatMap((group) =>
    pairsOf(group).map((pair): SimilarNames => ({ names: pair, kind: 'sameForm' })),
  )
  const byForm = new Map(plain.map((one) => [fold(one.name), one]))
  const shortForm = plain.flatMap((one): readonly SimilarNames[] => {
    const parts = fold(one.name).split(DOTS)
    const short = parts.length > 1 ? byForm.get(parts.at(-1)!) : undefined
    if (short === undefined || short === one) return []
    return [{ names: short.articles > one.articles ? [short, one] : [one, short], kind: 'shortForm' }]
  })
  const sameReading = groupsBy(plain, (name) => readingOf(name, pinyin)).flatMap((group) =>
    pairsOf(group)
      .filter(([one, other]) => differences(fold(one.name), fold(other.name)) === 1)
      .map((pair): SimilarNames => ({ names: pair, kind: 'sameReading' })),
  )
  const byFrequency = (one: SimilarNames, other: SimilarNames): number =>
    other.names[1].articles - one.names[1].articles || other.names[0].articles - one.names[0].articles
  return [sameForm, shortForm, sameReading].flatMap((some) => [...some].sort(byFrequency))
}
