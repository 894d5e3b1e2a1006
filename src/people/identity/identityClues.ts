import type { IdentityReason, IdentitySide, IdentitySuggestion } from '../../domain/identitySuggestion'
import { datesOf, type NameReport } from './nameReport'
import type { CountedName, SimilarNames } from './similarNames'

/** Passages shown for each side. */
const MOST_PASSAGES = 3
/** Reports that a place needs before it is taken for that of another person: one alone may be a slip. */
const FEWEST_REPORTS = 2

function officesOf(reports: readonly NameReport[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { posts } of reports) {
    for (const office of new Set(posts.map((post) => post.office))) {
      counts.set(office, (counts.get(office) ?? 0) + 1)
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([office]) => office)
}

function sideOf(
  { name, articles }: CountedName,
  reports: readonly NameReport[],
  place: string | null,
  office: string | null,
): IdentitySide {
  const telling = [...reports].sort((one, other) => Number(tells(other, office)) - Number(tells(one, office)))
  return {
    name,
    articles,
    offices: officesOf(reports).slice(0, MOST_PASSAGES),
    place,
    evidence: telling.slice(0, MOST_PASSAGES).map(({ evidence }) => evidence),
  }
}

function tells({ posts }: NameReport, office: string | null): boolean {
  return office === null ? posts.length > 0 : posts.some((post) => post.office === office)
}

/** The time in which both are reported; `null` where there is none. */
function sharedTime(one: readonly NameReport[], other: readonly NameReport[]) {
  const [left, right] = [datesOf(one), datesOf(other)]
  if (left === null || right === null) return null
  const from = left.from > right.from ? left.from : right.from
  const to = left.to < right.to ? left.to : right.to
  return from <= to ? { from, to } : null
}

/**
 * Whether two similar names may be of one person, and why; `null` when little speaks for it. What is merely read alike
 * needs an office in common, and must not stand beside the other in one article.
 */
export function samePersonSuggestion(
  { names: [one, other], kind }: SimilarNames,
  reports: readonly [readonly NameReport[], readonly NameReport[]],
): IdentitySuggestion | null {
  const [left, right] = reports
  const offices = new Set(officesOf(left))
  const office = officesOf(right).find((name) => offices.has(name)) ?? null
  const ids = new Set(left.map(({ evidence }) => evidence.articleId))
  const isTogether = right.some(({ evidence }) => ids.has(evidence.articleId))
  if (kind === 'sameReading' && (office === null || isTogether)) return null
  if (kind === 'shortForm' && office === null && !isTogether) return null
  const time = sharedTime(left, right)
  const reasons: readonly IdentityReason[] = [
    { kind },
    ...(office === null ? [] : [{ kind: 'sameOffice' as const, office }]),
    ...(time === null ? [] : [{ kind: 'sameTime' as const, ...time }]),
  ]
  return { sides: [sideOf(one, left, null, office), sideOf(other, right, null, office)], reasons }
}

/** Reports by the places for which they give an office. */
function byPlace(reports: readonly NameReport[]): ReadonlyMap<string, readonly NameReport[]> {
  const places = new Map<string, NameReport[]>()
  for (const report of reports) {
    for (const place of new Set(report.posts.map(({ jurisdiction }) => jurisdiction))) {
      if (place === null) continue
      const some = places.get(place)
      if (some === undefined) places.set(place, [report])
      else some.push(report)
    }
  }
  return places
}

function isWithin(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one)
}

/**
 * Whether one name may be that of two: it is reported in office for two places at one time, never for both in one
 * article, and neither place lies in the other by its name. The strongest case; `null` when there is none.
 */
export function twoPersonsSuggestion(
  name: CountedName,
  reports: readonly NameReport[],
): IdentitySuggestion | null {
  const places = [...byPlace(reports)]
    .filter(([, some]) => some.length >= FEWEST_REPORTS)
    .sort((one, other) => other[1].length - one[1].length)
  for (const [place, some] of places) {
    for (const [otherPlace, others] of places) {
      if (place === otherPlace || isWithin(place, otherPlace)) continue
      if (others.length > some.length || some.some((report) => others.includes(report))) continue
      const time = sharedTime(some, others)
      if (time === null || time.from === time.to) continue
      return {
        sides: [sideOf(name, some, place, null), sideOf(name, others, otherPlace, null)],
        reasons: [{ kind: 'twoPlaces', places: [place, otherPlace], ...time }],
      }
    }
  }
  return null
}
