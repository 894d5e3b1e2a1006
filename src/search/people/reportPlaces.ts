import { COLLECTIVE, HONOUR, OFFICE_SIGNS } from '../../domain/officeSigns'
import type { ReportQuestion } from '../../domain/peopleCalls'
import { isInOffice } from '../../domain/tenure'
import type { ArchiveOrder } from '../archiveOrder'
import type { ArticleColumns } from '../articleColumns'
import { officesLike, type OfficeKeys, type OfficePlace } from './officeKeys'
import { isActingIn } from './tenureReports'

/** Whether what an article says is what is asked for; by the same rules as `tenureOf`. */
function says(wanted: ReportQuestion['says'], { signs, key }: OfficePlace): boolean {
  const isOther = (signs & OFFICE_SIGNS.other) !== 0
  switch (wanted) {
    case 'named':
      return true
    case 'held':
      return isInOffice(signs, key) || signs === HONOUR || signs === COLLECTIVE
    case 'appointed':
      return !isOther && (signs & OFFICE_SIGNS.appointed) !== 0
    case 'removed':
      return !isOther && (signs & OFFICE_SIGNS.removed) !== 0
    case 'apart':
      return !isOther && !isInOffice(signs, key) && (signs & OFFICE_SIGNS.removed) === 0
  }
}

/** The ordinals of the articles that report what is asked for, the earliest first, the undated last. */
export function reportPlaces(
  { person, office, says: wanted, isActing, days }: ReportQuestion,
  columns: ArticleColumns,
  { oldest }: ArchiveOrder,
  keys: OfficeKeys,
): readonly number[] {
  const number = person === null ? null : columns.people.numberOf(person)
  if (number === -1 || (number === null && office === null)) return []
  const onDays = days === null ? null : new Set(days)
  const isLike = office === null ? null : officesLike(columns.offices.names, office, keys.names)
  const people = number === null ? null : new Set([number])
  const found: number[] = []
  for (const ordinal of oldest()) {
    if (onDays !== null && !onDays.has(columns.dayFirst.values[ordinal]!)) continue
    if (people !== null && !columns.person.hasAny(ordinal, people)) continue
    let isReport = office === null && wanted === 'named'
    if (isLike !== null) {
      keys.visit(
        ordinal,
        (one, other) => (number === null || one === number) && isLike[other] === 1,
        (place) => {
          const isAskedFor = isActing === null || isActing === isActingIn(place.signs)
          if (place.key === office && isAskedFor && says(wanted, place)) isReport = true
        },
      )
    }
    if (isReport) found.push(ordinal)
  }
  return found
}
