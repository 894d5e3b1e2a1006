import { OFFICE_SIGNS } from '../../domain/officeSigns'
import type { OfficeHolder, OfficeRecord } from '../../domain/peopleRecord'
import { isInOffice } from '../../domain/tenure'
import type { ArchiveOrder } from '../archiveOrder'
import type { ArticleColumns } from '../articleColumns'
import { officesLike, type OfficeKeys } from './officeKeys'
import { isActingIn, TenureReports } from './tenureReports'
import { WordCounts } from './wordCounts'

/** Offices that are said to be held beside one. */
const SHOWN_ALONGSIDE = 3

interface Holder {
  readonly person: number
  readonly isActing: boolean
  readonly reports: TenureReports
  /** Articles that show them in it. */
  readonly ordinals: number[]
}

/** Other offices that the same articles give a holder. */
function alongside({ person, ordinals }: Holder, key: string, keys: OfficeKeys): readonly string[] {
  const others = new WordCounts()
  for (const ordinal of ordinals) {
    const found = new Set<string>()
    keys.visit(
      ordinal,
      (one) => one === person,
      (place) => {
        if (place.key !== key && isInOffice(place.signs, place.key)) found.add(place.key)
      },
    )
    for (const other of found) others.add(other)
  }
  return others.most(SHOWN_ALONGSIDE).map(({ name }) => name)
}

function byFirstReport(a: OfficeHolder, b: OfficeHolder): number {
  return TenureReports.order(a.tenure, b.tenure)
}

/**
 * What the columns tell of an office, by any of its forms; `null` when no live article has it. It takes one pass over the
 * offices of all articles, and reads no article.
 */
export function officeRecord(
  office: string,
  columns: ArticleColumns,
  { live }: ArchiveOrder,
  keys: OfficeKeys,
): OfficeRecord | null {
  const wanted = keys.names.nameOf(office)
  const isLike = officesLike(columns.offices.names, wanted, keys.names)
  const holders = new Map<string, Holder>()
  const forms = new WordCounts()
  const shown = new Set<number>()
  for (const ordinal of live) {
    keys.visit(
      ordinal,
      (_person, number) => isLike[number] === 1,
      ({ person, office: number, signs, key }) => {
        if (key !== wanted || (signs & OFFICE_SIGNS.other) !== 0) return
        const form = columns.offices.nameOf(number)
        const isActing = isActingIn(signs)
        const id = `${person} ${isActing ? '代' : ''}`
        const holder = holders.get(id) ?? { person, isActing, reports: new TenureReports(key), ordinals: [] }
        holders.set(id, holder)
        forms.add(form)
        holder.reports.add(ordinal, columns.dayFirst.values[ordinal]!, signs, form)
        if (!isInOffice(signs, key)) return
        holder.ordinals.push(ordinal)
        shown.add(ordinal)
      },
    )
  }
  if (holders.size === 0) return null
  const asHolder = (holder: Holder): OfficeHolder => ({
    name: columns.people.nameOf(holder.person),
    isActing: holder.isActing,
    tenure: holder.reports.tenure(),
    articles: holder.reports.articles,
    alongside: alongside(holder, wanted, keys),
  })
  const all = [...holders.values()].map(asHolder).sort(byFirstReport)
  const isShown = ({ articles, tenure }: OfficeHolder): boolean => articles > 0 || tenure.removed.length > 0
  return {
    office: wanted,
    forms: forms.most(),
    holders: all.filter(isShown),
    others: all.filter((holder) => !isShown(holder)),
    articles: shown.size,
  }
}
