import { OFFICE_SIGNS } from '../../domain/officeSigns'
import { isInOffice, tenureOf, type OfficeReport, type Tenure } from '../../domain/tenure'
import { NO_DAY } from '../parts/partColumns'
import { WordCounts } from './wordCounts'

/** Gathers what articles say of one person and one office. */
export class TenureReports {
  readonly forms = new WordCounts()
  readonly #office: string
  /** The signs of each article, and its day. */
  readonly #reports = new Map<number, { readonly day: number; signs: number }>()

  constructor(office: string) {
    this.#office = office
  }

  add(ordinal: number, day: number, signs: number, form: string): void {
    this.forms.add(form)
    const known = this.#reports.get(ordinal)
    if (known === undefined) this.#reports.set(ordinal, { day, signs })
    else known.signs |= signs
  }

  /** Articles that show the person in the office. */
  get articles(): number {
    let count = 0
    for (const { signs } of this.#reports.values()) if (isInOffice(signs, this.#office)) count++
    return count
  }

  tenure(): Tenure {
    const dated: OfficeReport[] = [...this.#reports.values()].filter(({ day }) => day !== NO_DAY)
    return tenureOf(dated, this.#office)
  }

  /** The day by which it is put in order: that of the first report in office, else of any; the undated last. */
  static order(a: Tenure, b: Tenure): number {
    const first = ({ held, appointed, removed, apart }: Tenure): number =>
      held[0] ?? Math.min(appointed[0] ?? Infinity, removed[0] ?? Infinity, apart[0] ?? Infinity)
    const [one, other] = [first(a), first(b)]
    return one === other ? 0 : one - other
  }
}

/** Whether signs say that somebody stands in (代), and is not more. */
export function isActingIn(signs: number): boolean {
  return (signs & OFFICE_SIGNS.acting) !== 0
}
