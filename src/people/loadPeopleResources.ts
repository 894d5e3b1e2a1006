import { createPeopleResources, type PeopleResources } from './peopleResources'
import type { RecognitionTable } from './recognitionTable'

let loaded: Promise<PeopleResources> | null = null

/** What recognising people takes. It is fetched when it is first wanted, and then kept; after a failure, again. */
export function loadPeopleResources(): Promise<PeopleResources> {
  loaded ??= import('./recognitionTable.json', { with: { type: 'json' } }).then(
    ({ default: table }: { readonly default: RecognitionTable }) => createPeopleResources(table),
    (cause: unknown) => {
      loaded = null
      throw cause
    },
  )
  return loaded
}
