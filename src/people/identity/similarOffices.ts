import type { Counted } from '../../domain/peopleRecord'

/** Somebody with the offices in which articles show them, by their common names. */
export interface HeldOffices {
  readonly name: string
  readonly offices: readonly Counted[]
}

/** Two offices that may be one; the more frequent is the first. */
export interface SimilarOffices {
  readonly offices: readonly [Counted, Counted]
  /** Who is shown in both. */
  readonly holders: readonly string[]
}

/** Shorter names than this are those of any body: 局长, 副市长. */
const SHORTEST = 4
const ENDING = 2
/** A name that begins with one of these and no place is that of any place: 省委书记. */
const LEVELS = '省市县区镇乡州'
/** What makes another office: a deputy, a former holder, a candidate. */
const TELLING = ['副', '前', '原', '候']
/** The part of those in the shorter one who are shown in both, at least: 国家主席 is said of many countries. */
const FEWEST_SHARED = 0.5
/** Of somebody with very many offices those are compared that most articles give. */
const MOST_OFFICES = 40

function countOf(text: string, character: string): number {
  return text.split(character).length - 1
}

/** Whether all characters of one text stand in another in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of short) {
    at = long.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/**
 * Whether an office may be another one in short: 县志办主任 for 县地方志办公室主任. A deputy is never the head, and what any
 * place has is not that of one.
 */
export function mayBeShortFor(short: string, long: string): boolean {
  return (
    short.length >= SHORTEST &&
    short.length < long.length &&
    short.slice(-ENDING) === long.slice(-ENDING) &&
    TELLING.every((character) => countOf(short, character) === countOf(long, character)) &&
    (short[0] === long[0] || !LEVELS.includes(short[0]!)) &&
    isWithin(short, long)
  )
}

/**
 * Offices that may be one: one may be the other in short, and two people are shown in both, who are at least half of those
 * in the shorter one, or the only one who is shown in either. Those with most such people first, of these the more frequent.
 */
export function similarOffices(people: readonly HeldOffices[]): readonly SimilarOffices[] {
  const totals = new Map<string, number>()
  const holdersOf = new Map<string, number>()
  const pairs = new Map<string, { readonly pair: readonly [string, string]; readonly holders: string[] }>()
  for (const { name, offices } of people) {
    for (const { name: office, articles } of offices) {
      totals.set(office, (totals.get(office) ?? 0) + articles)
      holdersOf.set(office, (holdersOf.get(office) ?? 0) + 1)
    }
    const some = offices.slice(0, MOST_OFFICES)
    for (const { name: short } of some) {
      for (const { name: long } of some) {
        if (!mayBeShortFor(short, long)) continue
        const key = JSON.stringify([short, long])
        const known = pairs.get(key)
        if (known === undefined) pairs.set(key, { pair: [short, long], holders: [name] })
        else known.holders.push(name)
      }
    }
  }
  const counted = (office: string): Counted => ({ name: office, articles: totals.get(office) ?? 0 })
  return [...pairs.values()]
    .filter(({ pair, holders }) => {
      if (holders.length === 1) return pair.every((office) => holdersOf.get(office) === 1)
      return holders.length >= FEWEST_SHARED * holdersOf.get(pair[0])!
    })
    .map(({ pair: [short, long], holders }): SimilarOffices => {
      const [one, other] = [counted(long), counted(short)]
      return { offices: other.articles > one.articles ? [other, one] : [one, other], holders }
    })
    .sort((a, b) => b.holders.length - a.holders.length || b.offices[1].articles - a.offices[1].articles)
}
