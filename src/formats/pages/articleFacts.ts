import { findDates } from '../../text/dates/findDates'
import { momentOf, partialDateOf, type FoundDate } from '../../text/dates/foundDate'
import type { ArticleParts } from './articleParts'
import type { FactCandidate } from './factCandidates'
import { pageOfValue, type MetaValue } from './metaLine'
import { isDigitalName, isPaperName, mediumOf, plainNewspaperName } from './newspaperName'
import type { PageMetadata } from './pageMetadata'
import type { ReadLine } from './readLine'
import { addStatedFacts } from './statedFacts'
import { readSource, type SourceReading } from './sourceLine'

/** Everything that may be a field of an article, as its lines and its page's metadata give it. */
export interface ArticleFacts {
  readonly newspaper: readonly FactCandidate[]
  readonly issueDate: readonly FactCandidate[]
  readonly page: readonly FactCandidate[]
  readonly pageTitle: readonly FactCandidate[]
  readonly publishedAt: readonly FactCandidate[]
  readonly column: readonly FactCandidate[]
  readonly title: readonly FactCandidate[]
  readonly kicker: readonly FactCandidate[]
  readonly subtitle: readonly FactCandidate[]
  /** Dates that no calendar has, as they are written. */
  readonly impossible: readonly string[]
}

type Field = Exclude<keyof ArticleFacts, 'impossible'>
type Zone = 'above' | 'below' | 'behind'

/** Signs of a digital paper: ways from page to page and from issue to issue. */
const DIGITAL =
  /数字报|电子报|电子版|多媒体报|上一版|下一版|上一期|下一期|版面导航|版次导航|版面目录|标题导航|往期回顾|往期报纸|按日期检索|报纸检索|第?[a-z]?\d{1,3}版[:：]/

const PRINTED_LABEL =
  /^(?:报纸|报纸名称|报名|报刊|报刊名称|刊名|来源媒体|版次|版面|版号|所在版面|版位|文献来源)$/

/** Collects what may be the fields of an article. `header`: lines before it that belong to the whole page. */
export function gatherFacts(
  parts: ArticleParts,
  metadata: PageMetadata,
  header: readonly ReadLine[] = [],
): ArticleFacts {
  const found: Record<Field, FactCandidate[]> = {
    newspaper: [],
    issueDate: [],
    page: [],
    pageTitle: [],
    publishedAt: [],
    column: [],
    title: [],
    kicker: [],
    subtitle: [],
  }
  const impossible: string[] = []
  const yearless: { date: FoundDate; candidate: FactCandidate }[] = []
  const title = parts.headline === null ? parts.begin : parts.headline.title
  const placed: { readonly line: ReadLine; readonly zone: Zone }[] = [
    ...header.map((line) => ({ line, zone: 'above' as const })),
    ...parts.head.map((line, index) => ({
      line,
      zone: index < title ? ('above' as const) : ('below' as const),
    })),
    ...parts.tail.map((line) => ({ line, zone: 'behind' as const })),
  ]
  const above = placed.filter((one) => one.zone === 'above').map((one) => one.line)
  const isDigital =
    above.some((line) => DIGITAL.test(line.folded) && line.folded.length <= 120) ||
    DIGITAL.test(metadata.documentTitle)
  /** Whether a number of a printed page stands above. */
  const isPrintedHead = above.some((line) => line.kind === 'meta' && line.meta.loose.pages.length > 0)
  const isRecord = placed.some(({ line }) =>
    line.meta.values.some((value) => PRINTED_LABEL.test(value.label)),
  )

  const add = (field: Field, value: string, weight: number, line: ReadLine, from = 0): void => {
    const plain = value.trim()
    if (plain === '') return
    found[field].push({
      value: plain,
      weight,
      quote: line.text.slice(from, from + 200),
      start: line.start + from,
    })
  }
  const addDate = (
    field: 'issueDate' | 'publishedAt',
    date: FoundDate,
    weight: number,
    line: ReadLine,
    written: string,
  ): void => {
    if (!date.isPossible) {
      impossible.push(written.slice(date.start, date.end))
      return
    }
    const value = field === 'publishedAt' ? momentOf(date) : partialDateOf(date)
    if (value !== null) add(field, value, weight, line)
    else if (date.year === null && date.month !== null && date.day !== null) {
      yearless.push({
        date,
        candidate: { value: field, weight, quote: line.text.slice(0, 200), start: line.start },
      })
    }
  }
  const addPages = (reading: SourceReading, weight: number, line: ReadLine): void => {
    for (const { page, pageTitle } of reading.pages) {
      add('page', page, weight, line)
      add('pageTitle', pageTitle, weight, line)
    }
  }

  const readValue = (value: MetaValue, line: ReadLine, zone: Zone): void => {
    const less = zone === 'behind' ? 15 : 0
    const { start } = value
    switch (value.kind) {
      case 'source': {
        const reading = readSource(value.folded, value.text, true)
        add('newspaper', reading.newspaper, (reading.isPlain ? 100 : 88) - less, line, start)
        const isPrinted = reading.pages.length > 0 || mediumOf(reading.newspaper) !== 'web'
        for (const date of reading.dates) {
          if (date.hour !== null) addDate('publishedAt', date, 86 - less, line, value.text)
          else
            addDate(
              isPrinted ? 'issueDate' : 'publishedAt',
              date,
              (isPrinted ? 95 : 50) - less,
              line,
              value.text,
            )
        }
        addPages(reading, 95 - less, line)
        return
      }
      case 'posting':
      case 'modified':
      case 'issue': {
        const date = findDates(value.text)[0]
        if (date === undefined) return
        if (value.kind === 'issue') addDate('issueDate', date, 100 - less, line, value.text)
        else if (value.kind === 'modified') addDate('publishedAt', date, 60, line, value.text)
        else if (
          isRecord &&
          date.hour === null &&
          /^(?:日期|时间|date|发表日期|发布日期)$/.test(value.label)
        ) {
          addDate('issueDate', date, 86, line, value.text)
        } else addDate('publishedAt', date, (date.hour === null ? 92 : 100) - less, line, value.text)
        return
      }
      case 'page': {
        const page = pageOfValue(value)
        if (page === null) return
        add('page', page.page, 100 - less, line, start)
        add('pageTitle', page.pageTitle, 100 - less, line, start)
        return
      }
      case 'pageTitle':
      case 'column':
      case 'title':
      case 'kicker':
      case 'subtitle':
        if (zone !== 'behind') add(value.kind, value.text, 100, line, start)
        return
      default:
    }
  }

  placed.forEach(({ line, zone }) => {
    const { values, loose, looseText } = line.meta
    const isFacts = line.kind === 'meta' || line.kind === 'bar' || line.kind === 'byline'
    if (line.kind === 'breadcrumb' || line.kind === 'listed') return
    if (isFacts || line.meta.isMeta) for (const value of values) readValue(value, line, zone)
    const hasSource = values.some((value) => value.kind === 'source')
    const isPrinted =
      loose.pages.length > 0 || (loose.newspaper !== '' && mediumOf(loose.newspaper) !== 'web')
    if (isFacts || (zone === 'above' && line.kind === 'short' && line.text.length <= 60)) {
      const isAloneAbove = zone === 'above' && !isPrinted && !hasSource
      for (const date of loose.dates) {
        if (date.day === null && !isPrinted) continue
        if (date.hour !== null)
          addDate('publishedAt', date, isAloneAbove && values.length === 0 ? 58 : 85, line, looseText)
        else if (isPrinted) addDate('issueDate', date, zone === 'behind' ? 75 : 90, line, looseText)
        else if (zone === 'above' && isDigital) addDate('issueDate', date, 72, line, looseText)
        else if (hasSource) {
          const source = values.find((value) => value.kind === 'source')!
          const medium = mediumOf(readSource(source.folded, source.text, true).newspaper)
          addDate(medium === 'newspaper' ? 'issueDate' : 'publishedAt', date, 56, line, looseText)
        } else if (zone === 'below') addDate('publishedAt', date, 45, line, looseText)
      }
      const isBeside = loose.dates.length > 0 || loose.pages.length > 0
      if (loose.newspaper !== '' && (isBeside || values.length > 0) && !hasSource) {
        add(
          'newspaper',
          loose.newspaper,
          zone === 'behind' ? 60 : isPaperName(loose.newspaper) ? 72 : 66,
          line,
        )
      }
      addPages(loose, isBeside && (loose.dates.length > 0 || loose.newspaper !== '') ? 90 : 75, line)
    }
    if (zone === 'above' && line.kind === 'short') {
      const name = plainNewspaperName(line.text)
      const isHead = isDigital || isPrintedHead
      if (isPaperName(name) || isDigitalName(line.text)) add('newspaper', name, isHead ? 64 : 50, line)
    }
  })

  addStatedFacts(found, metadata, isDigital, impossible)
  settleYears(found, yearless)
  return { ...found, impossible: [...new Set(impossible)] }
}

/** Gives days that are written without a year the year of the other dates of the page: a posting follows its issue. */
function settleYears(
  found: Record<Field, FactCandidate[]>,
  yearless: readonly { readonly date: FoundDate; readonly candidate: FactCandidate }[],
): void {
  const known = found.issueDate[0]?.value ?? found.publishedAt[0]?.value
  if (known === undefined) return
  for (const { date, candidate } of yearless) {
    const field = candidate.value as 'issueDate' | 'publishedAt'
    const year = Number(known.slice(0, 4))
    const isNextYear = (date.month ?? 0) + 6 < Number(known.slice(5, 7))
    const whole: FoundDate = { ...date, year: isNextYear ? year + 1 : year }
    const value = field === 'publishedAt' ? momentOf(whole) : partialDateOf(whole)
    if (value !== null) found[field].push({ ...candidate, value, weight: candidate.weight - 25 })
  }
}
