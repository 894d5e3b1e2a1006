import type { Article } from '../../domain/article'
import { officesInArticle, type OfficeInArticle } from '../../domain/officesInArticle'
import { PERSON_SIGNS, personSigns } from '../../domain/personSigns'

/** A person of a row with the offices that its article gives. */
export interface PersonOfRow {
  readonly name: string
  /** Bits of `PERSON_SIGNS`. */
  readonly signs: number
  readonly offices: readonly OfficeInArticle[]
}

/**
 * The people of an article in its order, each name once, those without a name left out. What a name that stands there
 * twice is said to be is said of it together; it is certain if it is once.
 */
export function peopleOfArticle(article: Pick<Article, 'people'>): readonly PersonOfRow[] {
  const people = new Map<string, { signs: number; readonly offices: Map<string, OfficeInArticle> }>()
  for (const person of article.people) {
    if (person.name === '') continue
    const signs = personSigns(person)
    const known = people.get(person.name)
    const gathered = known ?? { signs, offices: new Map<string, OfficeInArticle>() }
    people.set(person.name, gathered)
    if ((signs & PERSON_SIGNS.possible) === 0) gathered.signs &= ~PERSON_SIGNS.possible
    for (const office of officesInArticle(person)) {
      const former = gathered.offices.get(office.office)
      gathered.offices.set(office.office, {
        office: office.office,
        jurisdiction: former?.jurisdiction ?? office.jurisdiction,
        signs: (former?.signs ?? 0) | office.signs,
      })
    }
  }
  return [...people].map(([name, { signs, offices }]) => ({ name, signs, offices: [...offices.values()] }))
}
