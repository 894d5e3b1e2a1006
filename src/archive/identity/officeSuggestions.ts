import { articleDate } from '../../domain/article'
import { officesOfPatch, type LoggedDecision } from '../../domain/decision'
import type { IdentityEvidence, IdentitySide, IdentitySuggestion } from '../../domain/identitySuggestion'
import { PLAIN_OFFICE_NAMES } from '../../domain/officeNames'
import type { Counted } from '../../domain/peopleRecord'
import { similarOffices } from '../../people/identity/similarOffices'
import { OfficeKeys } from '../../search/people/officeKeys'
import { PeopleCounts } from '../../search/people/peopleCounts'
import { reportPlaces } from '../../search/people/reportPlaces'
import type { OpenParts } from '../openParts'
import { reportSentences } from '../people/reportSentences'

/** Passages, and people, that are shown for each side. */
const MOST_PASSAGES = 3
/** Questions that are written out, of those that were not decided. */
const MOST_READ = 60

function isDecided(decisions: readonly LoggedDecision[], [one, other]: readonly [string, string]): boolean {
  return decisions.some(({ patch, isUndone }) => {
    const offices = isUndone ? [] : officesOfPatch(patch)
    return offices.includes(one) && offices.includes(other)
  })
}

/** Articles that show somebody in an office, the earliest of those who hold both names of it, with their sentences. */
async function evidenceOf(
  { keeper, held }: OpenParts,
  office: string,
  person: string,
): Promise<readonly IdentityEvidence[]> {
  const { ids, names } = keeper.index.look(({ columns, order }) => {
    const question = { person, office, says: 'held', isActing: null, days: null } as const
    const limits = { offset: 0, limit: MOST_PASSAGES }
    const places = reportPlaces({ ...question, ...limits }, columns, order, new OfficeKeys(columns))
    return {
      ids: places.slice(0, MOST_PASSAGES).map((ordinal) => keeper.index.idOf(ordinal)),
      names: columns.decided?.offices ?? PLAIN_OFFICE_NAMES,
    }
  })
  const found = (await held.withIds(ids)).flatMap((one) => (one === null ? [] : [one.article]))
  const shown = (await keeper.amendments.articles.amend(found)).filter((article) => article !== null)
  return shown.map((article) => ({
    articleId: article.id,
    title: article.title,
    newspaper: article.newspaper ?? null,
    date: articleDate(article),
    sentence: reportSentences(article, person, office, names)[0]?.text ?? '',
  }))
}

/** Offices that may be one and about which nothing was decided, the likeliest first, at most `limit`. */
export async function officeSuggestions(
  parts: OpenParts,
  decisions: readonly LoggedDecision[],
  limit: number,
): Promise<readonly IdentitySuggestion[]> {
  const { keeper, startSlices } = parts
  const slices = startSlices()
  const people = keeper.index.look(({ columns, order }) =>
    new PeopleCounts(columns, order, new OfficeKeys(columns)).heldOffices(),
  )
  await slices.breathe()
  const open = similarOffices(people).filter(
    ({ offices: [one, other] }) => !isDecided(decisions, [one.name, other.name]),
  )
  const suggestions: IdentitySuggestion[] = []
  for (const { offices, holders } of open.slice(0, Math.min(limit, MOST_READ))) {
    const sideOf = async ({ name, articles }: Counted): Promise<IdentitySide> => ({
      name,
      articles,
      offices: holders.slice(0, MOST_PASSAGES),
      place: null,
      evidence: await evidenceOf(parts, name, holders[0]!),
    })
    suggestions.push({
      sides: [await sideOf(offices[0]), await sideOf(offices[1])],
      reasons: [
        { kind: 'shortOffice' },
        { kind: 'sameHolders', names: holders.slice(0, MOST_PASSAGES), count: holders.length },
      ],
    })
    await slices.breathe()
  }
  return suggestions
}
