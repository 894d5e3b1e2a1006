import type { PersonInArticle } from '../../src/domain/article'
import type { NewspaperDescription } from '../../src/domain/collection'
import type { ReadableArticle } from '../../src/people/recognizePeople'
import { placeStem } from '../../src/people/homePlaces'
import { groupBy } from './groupBy'
import type {
  Practice,
  PracticeArticle,
  PracticeMention,
  PracticeOffice,
  PracticePaper,
} from '../practice/practiceTruth'

/** How many things were right among those found and those that are there. */
export interface Tally {
  readonly right: number
  readonly found: number
  /** Of those that are there, how many were found. */
  readonly reached: number
  readonly there: number
}

/** Something that was missed or found wrongly, with the class it belongs to and where it stands. */
export interface PracticeFailure {
  readonly of: 'name' | 'office' | 'event' | 'attribute'
  readonly kind: string
  readonly article: string
  readonly words: string
}

/** Attributes of offices that were found: how many of each are as marked. */
export type AttributeTally = Readonly<
  Record<OfficeAttribute, { readonly right: number; readonly all: number }>
>

const ATTRIBUTES = ['kind', 'tense', 'qualifiers', 'jurisdiction', 'event'] as const
export type OfficeAttribute = (typeof ATTRIBUTES)[number]

/** What recognition reached on the practice paper. */
export interface PracticeFigures {
  readonly articles: number
  /** People of an article, each once. */
  readonly names: Tally
  /** A person with an office in an article, each pair once; no collective words. */
  readonly pairs: Tally
  /** The same for collective words. */
  readonly collectives: Tally
  readonly honours: Tally
  readonly events: Tally
  readonly attributes: AttributeTally
  readonly failures: readonly PracticeFailure[]
}

/** Recognises the people of an article. */
export type Recognize = (
  article: ReadableArticle,
  newspapers: readonly NewspaperDescription[],
) => readonly PersonInArticle[]

/** The last years of the paper: nobody looked at what is found in them while rules were made. */
const UNSEEN_FROM = '2007'

/** Whether an article belongs to the part of the paper that rules were made without. */
export function isUnseen({ source }: PracticeArticle): boolean {
  return source.date >= UNSEEN_FROM
}

function bare(words: string): string {
  return words.replaceAll(/[　 ]/gu, '').replaceAll('•', '·')
}

/** The paper as the manifest of a collection describes it: its home over time, then the places around it. */
export function practiceNewspapers({
  names,
  home,
  prefecture,
  province,
}: PracticePaper): readonly NewspaperDescription[] {
  const places = home.map(({ place, from }, at) => {
    const to = home[at + 1]?.from
    return { name: place, from, ...(to === undefined ? {} : { to }) }
  })
  return names.map(({ name }) => ({
    name,
    aliases: [],
    places: [...places, { name: prefecture }, { name: province }],
  }))
}

function readableOf({ source, newspaper, texts }: PracticeArticle): ReadableArticle {
  const textAt = (place: PracticeMention['place']): string | undefined =>
    texts.find((text) => text.place === place)?.text
  const kicker = textAt('kicker')
  const subtitle = textAt('subtitle')
  return {
    title: textAt('title') ?? '',
    ...(kicker === undefined ? {} : { kicker }),
    ...(subtitle === undefined ? {} : { subtitle }),
    paragraphs: source.paragraphs.map((_, at) => textAt(at) ?? ''),
    newspaper,
    issueDate: source.date,
  }
}

function isMentionOf(person: PersonInArticle, mention: PracticeMention): boolean {
  if (bare(mention.words) === person.name) return true
  const place = mention.place === 'title' ? -1 : mention.place
  return (person.mentions ?? []).some(([at, start, end]) => {
    if (at !== place || start !== mention.start) return false
    return end === mention.end || (person.kind === 'surname' && mention.kind === 'surname')
  })
}

/** Classes of names by their form. */
function formOf(mentions: readonly PracticeMention[]): string {
  const [first] = mentions
  if (first === undefined) return 'no mention'
  const kinds = new Set(mentions.map(({ kind }) => kind))
  if (kinds.size === 1 && kinds.has('surname')) return 'surname or given name alone'
  if (kinds.has('masked')) return 'masked'
  const words = bare(first.words)
  if (words.includes('·')) return 'with ·'
  return words.length > 3 ? '4 and more characters' : `${String(words.length)} characters`
}

class Gathering {
  readonly failures: PracticeFailure[] = []
  readonly #tallies = new Map<string, { right: number; found: number; reached: number; there: number }>()
  readonly #attributes = new Map<OfficeAttribute, { right: number; all: number }>()

  tally(name: string): { right: number; found: number; reached: number; there: number } {
    const tally = this.#tallies.get(name) ?? { right: 0, found: 0, reached: 0, there: 0 }
    this.#tallies.set(name, tally)
    return tally
  }

  attribute(name: OfficeAttribute): { right: number; all: number } {
    const tally = this.#attributes.get(name) ?? { right: 0, all: 0 }
    this.#attributes.set(name, tally)
    return tally
  }
}

/** Compares what was found with what is there, as sets of strings; `failed` is told each difference once. */
function compare(
  tally: { right: number; found: number; reached: number; there: number },
  found: ReadonlySet<string>,
  there: ReadonlySet<string>,
  failed: (entry: string, isMissed: boolean) => void,
): void {
  tally.found += found.size
  tally.there += there.size
  for (const entry of found) {
    if (there.has(entry)) {
      tally.right += 1
      tally.reached += 1
    } else failed(entry, false)
  }
  for (const entry of there) if (!found.has(entry)) failed(entry, true)
}

function pairClass(
  office: Pick<PracticeOffice, 'words' | 'person'>,
  isMissed: boolean,
  others: readonly { readonly person: string; readonly words: string }[],
): string {
  const ofPerson = others.filter(({ person }) => person === office.person)
  const overlaps = ofPerson.some(({ words }) => words.includes(office.words) || office.words.includes(words))
  if (overlaps) return 'other bounds'
  if (others.some(({ words }) => bare(words) === bare(office.words))) return 'another holder'
  return isMissed ? 'not read as an office' : 'no office'
}

/** Qualifiers in one order, without 代 where the office has it in it, and those that only say that it is held. */
function qualifiersOf(office: string, qualifiers: readonly string[]): string {
  const kept = qualifiers.filter(
    (one) => !/^(?:现任|新任)$/u.test(one) && !(office.startsWith('代') && /^代理?$/u.test(one)),
  )
  return kept
    .map((one) => one.replace(/(?:来是|是|任|理)$/u, ''))
    .sort()
    .join('、')
}

function scoreArticle(article: PracticeArticle, answer: readonly PersonInArticle[], into: Gathering): void {
  const { id: articleId } = article.source
  const fail = (of: PracticeFailure['of'], kind: string, words: string): void => {
    into.failures.push({ of, kind, article: articleId, words })
  }
  const mentionsOf = groupBy(article.mentions, ({ person }) => person)
  const meant = answer.map((person) =>
    [...mentionsOf]
      .filter(([, mentions]) => mentions.some((mention) => isMentionOf(person, mention)))
      .map(([key]) => key),
  )
  const names = into.tally('names')
  const reached = new Set(meant.flat())
  names.found += answer.length
  names.there += mentionsOf.size
  names.reached += reached.size
  for (const [at, person] of answer.entries()) {
    if (meant[at]!.length > 0) names.right += 1
    else fail('name', `wrong: ${person.kind ?? 'full'}, ${person.confidence ?? ''}`, person.name)
  }
  for (const [key, mentions] of mentionsOf) {
    if (!reached.has(key)) fail('name', `missed: ${formOf(mentions)}`, bare(mentions[0]!.words))
  }

  // Of namesakes in one article, the one who has the office is meant.
  const holder = (at: number, words: string): string =>
    meant[at]!.find((id) =>
      [...article.offices, ...article.honours].some(
        (office) => office.person === id && bare(office.words) === bare(words),
      ),
    ) ??
    meant[at]![0] ??
    `?${answer[at]!.name}`
  const mentioned = answer.flatMap((person, at) =>
    (person.officeMentions ?? []).map((mention) => ({ ...mention, person: holder(at, mention.office) })),
  )
  // Offices are marked in paragraphs, not in headlines.
  const found = mentioned
    .filter(({ at: [paragraph] }) => paragraph >= 0)
    .map(({ person, office, kind }) => ({ person, words: bare(office), kind }))
  const there = article.offices.map((office) => ({ ...office, words: bare(office.words) }))
  const keyOf = ({ person, words }: { readonly person: string; readonly words: string }): string =>
    `${person}\t${words}`
  const read = (key: string): { readonly person: string; readonly words: string } => {
    const [person = '', words = ''] = key.split('\t')
    return { person, words }
  }
  const offices = found.filter(({ kind }) => kind !== 'collective')
  const realOffices = there.filter(({ kind }) => kind !== 'collective')
  compare(
    into.tally('pairs'),
    new Set(offices.map(keyOf)),
    new Set(realOffices.map(keyOf)),
    (key, isMissed) => {
      const pair = read(key)
      const hasName = reached.has(pair.person)
      const kind =
        hasName || !isMissed ? pairClass(pair, isMissed, isMissed ? offices : realOffices) : 'no name'
      fail('office', `${isMissed ? 'missed' : 'wrong'}: ${kind}`, `${pair.person} ${pair.words}`)
    },
  )
  compare(
    into.tally('collectives'),
    new Set(found.filter(({ kind }) => kind === 'collective').map(keyOf)),
    new Set(there.filter(({ kind }) => kind === 'collective').map(keyOf)),
    (key, isMissed) => fail('office', `${isMissed ? 'missed' : 'wrong'}: collective`, key.replace('\t', ' ')),
  )
  compare(
    into.tally('honours'),
    new Set(
      answer.flatMap((person, at) => (person.honours ?? []).map((words) => `${holder(at, words)}\t${words}`)),
    ),
    new Set(article.honours.map(({ person, words }) => `${person}\t${words}`)),
    (key, isMissed) => fail('office', `${isMissed ? 'missed' : 'wrong'}: honour`, key.replace('\t', ' ')),
  )
  const eventKey = (office: {
    readonly person: string
    readonly event: string | null
    readonly words: string
  }): string => `${office.person}\t${bare(office.words)}\t${office.event ?? ''}`
  compare(
    into.tally('events'),
    new Set(
      mentioned
        .filter(({ event, at: [paragraph] }) => event !== null && paragraph >= 0)
        .map((mention) => eventKey({ ...mention, words: mention.office })),
    ),
    new Set(article.offices.filter(({ event }) => event !== null).map(eventKey)),
    (key, isMissed) => fail('event', isMissed ? 'missed' : 'wrong', key.replaceAll('\t', ' ')),
  )
  for (const office of article.offices) {
    const { place } = office
    const match = mentioned.find(
      ({ person, at: [at, start, end] }) =>
        person === office.person && at === place && start === office.start && end === office.end,
    )
    if (match === undefined) continue
    const said: Readonly<Record<OfficeAttribute, readonly [marked: string, found: string]>> = {
      // Of a list, the first stands right behind the office, which is stated for it.
      kind: [office.kind, office.kind === 'listed' && match.kind === 'stated' ? 'listed' : match.kind],
      tense: [office.tense, match.tense],
      qualifiers: [
        qualifiersOf(office.words, office.qualifiers),
        qualifiersOf(office.words, match.qualifiers),
      ],
      jurisdiction: [placeStem(office.jurisdiction ?? ''), match.jurisdiction ?? ''],
      event: [office.event ?? '', match.event ?? ''],
    }
    for (const name of ATTRIBUTES) {
      const tally = into.attribute(name)
      const [marked, got] = said[name]
      tally.all += 1
      if (marked === got) tally.right += 1
      else fail('attribute', name, `${office.person} ${office.words}: ${marked} ≠ ${got}`)
    }
  }
}

/** Scores recognition on the articles of the practice paper that are counted; without any, all figures are 0. */
export function scorePractice(
  practice: Practice,
  recognize: Recognize,
  isCounted: (article: PracticeArticle) => boolean = () => true,
): PracticeFigures {
  const newspapers = practiceNewspapers(practice.paper)
  const articles = practice.articles.filter(isCounted)
  const into = new Gathering()
  for (const article of articles) scoreArticle(article, recognize(readableOf(article), newspapers), into)
  return {
    articles: articles.length,
    names: into.tally('names'),
    pairs: into.tally('pairs'),
    collectives: into.tally('collectives'),
    honours: into.tally('honours'),
    events: into.tally('events'),
    attributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, into.attribute(name)])) as AttributeTally,
    failures: into.failures,
  }
}
