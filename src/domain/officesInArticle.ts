import type { OfficeMention, PersonInArticle } from './article'
import { isCollectiveOffice } from './collectiveOffice'
import { isActing, isFormer } from './officeName'
import { COLLECTIVE, HONOUR, OFFICE_SIGNS } from './officeSigns'

/** An office of a person in one article. */
export interface OfficeInArticle {
  /** As the article writes it. */
  readonly office: string
  /** Whose it is, where that is known. */
  readonly jurisdiction: string | null
  /** Bits of {@link OFFICE_SIGNS}. */
  readonly signs: number
}

const PROSPECTIVE = /^(?:拟任|候任|提名)$/u

function signsOf(mention: OfficeMention): number {
  const acting = mention.qualifiers.includes('代') || isActing(mention.office) ? OFFICE_SIGNS.acting : 0
  if (mention.kind === 'collective') return COLLECTIVE
  if (mention.qualifiers.some((qualifier) => PROSPECTIVE.test(qualifier))) return OFFICE_SIGNS.prospective
  if (mention.tense === 'retrospective') return OFFICE_SIGNS.past | acting
  if (mention.event === 'appointed') return OFFICE_SIGNS.appointed | acting
  if (mention.event === 'removed') return OFFICE_SIGNS.removed | acting
  return (mention.kind === 'listed' ? OFFICE_SIGNS.listed : OFFICE_SIGNS.held) | acting
}

/** Signs of an office of which it is only known that the article gives it. */
function signsOfBare(office: string): number {
  if (isCollectiveOffice(office)) return COLLECTIVE
  const acting = isActing(office) ? OFFICE_SIGNS.acting : 0
  return (isFormer(office) ? OFFICE_SIGNS.past : OFFICE_SIGNS.held) | acting
}

/**
 * What an article says of the offices of one of its people: each office as it is written once, with all that is said of
 * it; then collective words and honours. Nobody stands in for an office whom the article also calls by it without 代.
 */
export function officesInArticle(person: PersonInArticle): readonly OfficeInArticle[] {
  const found = new Map<string, { jurisdiction: string | null; signs: number }>()
  const mentions = person.officeMentions ?? []
  for (const office of person.offices) {
    if (office === '' || found.has(office)) continue
    const about = mentions.filter((mention) => mention.office === office)
    const stated = about.map(signsOf)
    // An office that is also used as a collective word is an office of this person.
    const offices = stated.filter((signs) => (signs & OFFICE_SIGNS.other) === 0)
    const signs =
      stated.length === 0
        ? signsOfBare(office)
        : offices.length === 0 || isCollectiveOffice(office)
          ? COLLECTIVE
          : offices.reduce((all, one) => all | one, 0)
    const isActingThroughout = offices.every((one) => (one & OFFICE_SIGNS.acting) !== 0)
    found.set(office, {
      jurisdiction: about.find(({ jurisdiction }) => Boolean(jurisdiction))?.jurisdiction ?? null,
      signs: offices.length > 0 && !isActingThroughout ? signs & ~OFFICE_SIGNS.acting : signs,
    })
  }
  for (const honour of person.honours ?? []) {
    if (honour !== '' && !found.has(honour)) found.set(honour, { jurisdiction: null, signs: HONOUR })
  }
  return [...found].map(([office, said]) => ({ office, ...said }))
}
