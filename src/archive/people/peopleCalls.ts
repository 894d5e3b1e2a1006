import { articleDate, type Article } from '../../domain/article'
import { citeArticle } from '../../domain/citation/citeArticle'
import { PLAIN_OFFICE_NAMES, type OfficeNames } from '../../domain/officeNames'
import type { PeopleCalls, ReportStyle, ReportWithSentences } from '../../domain/peopleCalls'
import type { ArchiveOrder } from '../../search/archiveOrder'
import { OfficeKeys } from '../../search/people/officeKeys'
import { officeRecord } from '../../search/people/officeRecord'
import { PeopleCounts } from '../../search/people/peopleCounts'
import { personRecord } from '../../search/people/personRecord'
import { reportPlaces } from '../../search/people/reportPlaces'
import type { SearchGround } from '../../search/searchGround'
import type { Pinyin } from '../../text/pinyin'
import { loadOnce } from '../loadOnce'
import type { OpenParts } from '../openParts'
import { nameForms } from './nameForms'
import { reportSentences } from './reportSentences'

/** Articles that are read to see how they write a name. */
const READ_FOR_FORMS = 300
/** Articles whose sentences are read at once, at most. */
const MOST_REPORTS = 1000

/** The readings of characters are fetched with the first list of names: a name's own page needs none. */
const loadPinyin = loadOnce(async (): Promise<Pinyin> => {
  const [{ createPinyin }, { pinyinTable }] = await Promise.all([
    import('../../text/pinyin'),
    import('../../text/pinyinTable'),
  ])
  return createPinyin(pinyinTable)
})

/** The part of the archive that tells of names, people and offices; see {@link PeopleCalls}. */
export function createPeopleCalls(opened: () => Promise<OpenParts>): PeopleCalls {
  let known: { readonly order: ArchiveOrder; readonly keys: OfficeKeys } | null = null
  let counted: { readonly order: ArchiveOrder; readonly counts: PeopleCounts } | null = null

  /** Found once, and again after the archive has changed. */
  function keysOf({ columns, order }: SearchGround): OfficeKeys {
    if (known?.order !== order) known = { order, keys: new OfficeKeys(columns) }
    return known.keys
  }

  /** Counted once, and again after the archive has changed. */
  function countsOf(ground: SearchGround, pinyin: Pinyin | null): PeopleCounts {
    const { columns, order } = ground
    if (counted?.order !== order) {
      counted = { order, counts: new PeopleCounts(columns, order, keysOf(ground)) }
    }
    if (pinyin !== null) counted.counts.learn(pinyin)
    return counted.counts
  }

  /** The articles with these ids as they are shown, in their order, without those that are gone. */
  async function articlesWith(ids: readonly string[]): Promise<readonly Article[]> {
    const { held, keeper } = await opened()
    const found = await held.withIds(ids)
    const articles = found.flatMap((one) => (one === null ? [] : [one.article]))
    const shown = await keeper.amendments.articles.amend(articles)
    return shown.filter((article) => article !== null)
  }

  return {
    async people(question) {
      const [{ reader }, pinyin] = await Promise.all([opened(), loadPinyin()])
      return reader.look((ground) => countsOf(ground, pinyin).people(question))
    },

    async offices(contains, limit) {
      const { reader } = await opened()
      return reader.look((ground) => countsOf(ground, null).offices(contains, limit))
    },

    async person(name) {
      const { reader } = await opened()
      return reader.look((ground) => personRecord(name, ground.columns, ground.order, keysOf(ground)))
    },

    async office(office) {
      const { reader } = await opened()
      return reader.look((ground) => officeRecord(office, ground.columns, ground.order, keysOf(ground)))
    },

    async officeReports(question, style) {
      const { reader } = await opened()
      const { person, office, offset, limit } = question
      const { ids, total, names } = await reader.look((ground, idOf) => {
        const places = reportPlaces(question, ground.columns, ground.order, keysOf(ground))
        const end = offset + Math.min(limit, MOST_REPORTS)
        return {
          ids: places.slice(offset, end).map(idOf),
          total: places.length,
          names: ground.columns.decided?.offices ?? PLAIN_OFFICE_NAMES,
        }
      })
      const articles = await articlesWith(ids)
      return { reports: articles.map((article) => asReport(article, person, office, style, names)), total }
    },

    async nameForms(name) {
      const { reader } = await opened()
      const ids = await reader.look((ground, idOf) => {
        const question = { person: name, office: null, says: 'named', isActing: null, days: null } as const
        const places = reportPlaces(
          { ...question, offset: 0, limit: READ_FOR_FORMS },
          ground.columns,
          ground.order,
          keysOf(ground),
        )
        // Spread over all the time in which the name stands.
        const step = Math.max(1, Math.ceil(places.length / READ_FOR_FORMS))
        return places.filter((_one, at) => at % step === 0).map(idOf)
      })
      return nameForms(await articlesWith(ids), name)
    },
  }
}

function asReport(
  article: Article,
  person: string | null,
  office: string | null,
  { citation, accessedOn }: ReportStyle,
  names: OfficeNames,
): ReportWithSentences {
  return {
    articleId: article.id,
    title: article.title,
    newspaper: article.newspaper ?? null,
    date: articleDate(article),
    page: article.page ?? null,
    textKind: article.textKind,
    sentences: reportSentences(article, person, office, names),
    citation: citeArticle(article, citation, accessedOn),
  }
}
