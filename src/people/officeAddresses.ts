import type { OfficeMention, TextSpan } from '../domain/article'

/**
 * The offices of one person in an article without those that only address them by an office that the article gives in full:
 * after 县民政局局长甲, the 局长 of 甲局长 is no second office. An address that repeats nothing is kept.
 *
 * @param mentions where the person is named; an office right behind one of them is an address
 */
export function withoutAddresses(
  offices: readonly OfficeMention[],
  mentions: readonly TextSpan[],
): readonly OfficeMention[] {
  const ends = new Set(mentions.map(([paragraph, , end]) => `${String(paragraph)}:${String(end)}`))
  return offices.filter(({ office, at: [paragraph, start] }) => {
    if (!ends.has(`${String(paragraph)}:${String(start)}`)) return true
    return !offices.some((other) => other.office.length > office.length && other.office.endsWith(office))
  })
}
