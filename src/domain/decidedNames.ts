import { inOrderOfTime, isOfficePatch, type LoggedDecision } from './decision'
import { namesNow } from './namesNow'
import { officeNames, type OfficeNames } from './officeNames'

/** What the decisions say of names that are asked for, beside what they have made of articles. */
export interface DecidedNames {
  readonly offices: OfficeNames
  /** Where somebody is found who was once called by a name; see `namesNow`. */
  namesNow(name: string): readonly string[]
}

/** What decisions say of names; `null` where none holds. */
export function decidedNames(decisions: readonly LoggedDecision[]): DecidedNames | null {
  const holding = inOrderOfTime(decisions).filter(({ isUndone }) => !isUndone)
  if (holding.length === 0) return null
  const offices = officeNames(holding.map(({ patch }) => patch).filter(isOfficePatch))
  return { offices, namesNow: (name) => namesNow(name, holding) }
}
