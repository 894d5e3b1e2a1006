import type { OfficePatch } from './decision'
import { officeKey } from './officeName'

/** The names of offices by rule and by what was decided about them. */
export interface OfficeNames {
  /** As `officeKey`, and then as it was decided. */
  nameOf(office: string, jurisdiction?: string | null, isKnownInFull?: (office: string) => boolean): string
  /** The names by rule that are called by a name; at least itself, unless it was given another one. */
  sourcesOf(name: string): readonly string[]
}

/** The names by rule alone. */
export const PLAIN_OFFICE_NAMES: OfficeNames = { nameOf: officeKey, sourcesOf: (name) => [name] }

/** Whether a wording is one that a rule calls by another name. */
function isWordingOf(form: string, name: string): boolean {
  return form !== name && officeKey(form) === name
}

/**
 * The names of offices after some decisions, one after the other in this order: a wording that was told apart from what
 * the rules call it stands by itself; offices that are one have one name, also those that came to it by earlier decisions.
 */
export function officeNames(patches: readonly OfficePatch[]): OfficeNames {
  if (patches.length === 0) return PLAIN_OFFICE_NAMES
  /** Wordings that stand by themselves, with the names by rule that are not theirs. */
  const apart = new Map<string, Set<string>>()
  const given = new Map<string, string>()
  const byRule = (office: string): string => (apart.has(office) ? office : officeKey(office))
  for (const patch of patches) {
    if (patch.kind === 'distinctOffices') {
      const [one, other] = patch.offices
      for (const [form, name] of [patch.offices, [other, one] as const]) {
        if (isWordingOf(form, name)) apart.set(form, (apart.get(form) ?? new Set()).add(name))
      }
      continue
    }
    const joined = new Set(patch.offices.map(byRule))
    const asked = byRule(patch.into)
    const called = given.get(asked) ?? asked
    // What is called by another one already leads there, unless it is that one which now gets its name.
    const into = joined.has(called) ? asked : called
    for (const [office, name] of given) if (joined.has(name)) given.set(office, into)
    for (const office of joined) if (!given.has(office)) given.set(office, into)
  }
  return {
    nameOf(office, jurisdiction = null, isKnownInFull) {
      const rule = officeKey(office, jurisdiction, isKnownInFull)
      const written = apart.size === 0 ? '' : office.replaceAll(/\s+/gu, '')
      const name = apart.get(written)?.has(rule) === true ? written : rule
      return given.get(name) ?? name
    },
    sourcesOf(name) {
      const others = [...given].flatMap(([office, called]) => (called === name ? [office] : []))
      return given.has(name) ? others : [name, ...others]
    },
  }
}
