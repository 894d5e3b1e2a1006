import {
  articleDate,
  type Article,
  type OfficeMention,
  type PersonInArticle,
  type TextSpan,
} from '../domain/article'
import type { NewspaperDescription } from '../domain/collection'
import { articleTexts, originalRange, type ArticleText } from './articleTexts'
import { findMentions, type NameMention } from './findMentions'
import { findStandings, type OfficeSetting } from './findOffices'
import { homePlaces } from './homePlaces'
import { withoutAddresses } from './officeAddresses'
import { headingsOf } from './officeHeadings'
import { titlesAfterSurname, wordAfter } from './officeTitles'
import { minorityElements, minorityParts } from './nameElements'
import type { RememberedNames } from './nameMemory'
import type { PeopleResources } from './peopleResources'
import { shortMentions } from './shortMentions'

/** What of an article people are recognised by. */
export type ReadableArticle = Pick<Article, 'title' | 'paragraphs'> &
  Partial<Pick<Article, 'kicker' | 'subtitle' | 'newspaper' | 'issueDate' | 'publishedAt'>>

/** A person of an article while it is gathered. */
interface Gathered {
  readonly name: string
  readonly kind: NameMention['kind']
  readonly mentions: TextSpan[]
  readonly offices: OfficeMention[]
  readonly honours: string[]
  /** How often the headlines and paragraphs name them. */
  count: number
  probability: number
  context: number
}

const NONE_REMEMBERED: RememberedNames = { names: new Map(), places: new Map() }
const CERTAIN = 0.95
const STRONG_CONTEXT = 3

/** A name as it is kept: without the spaces that pad it. */
function keptName({ text }: NameMention, [start, end]: readonly [number, number]): string {
  return text.original.slice(start, end).replace(/\s+/gu, '')
}

/** The end of a mention: that of a bare surname is behind its title. */
function endOf({ kind, text: { text }, end, meant }: NameMention): number {
  return kind === 'surname' && meant === undefined
    ? end + wordAfter(text, end, titlesAfterSurname, 4).length
    : end
}

/** The full names that short forms in an article may mean, by the short form; `null` where there are several. */
interface FullNames {
  readonly bySurname: ReadonlyMap<string, string | null>
  readonly byPart: ReadonlyMap<string, string | null>
}

function fullNames(mentions: readonly NameMention[]): FullNames {
  const bySurname = new Map<string, string | null>()
  const byPart = new Map<string, string | null>()
  const add = (names: Map<string, string | null>, short: string, name: string): void => {
    names.set(short, (names.get(short) ?? name) === name && names.get(short) !== null ? name : null)
  }
  for (const { kind, name } of mentions) {
    if (kind === 'full') {
      add(bySurname, name.slice(0, 1), name)
      add(bySurname, name.slice(0, 2), name)
    } else if (name.includes('·')) for (const part of name.split('·')) add(byPart, part, name)
    for (const part of minorityParts(name)) add(byPart, part, name)
  }
  return { bySurname, byPart }
}

/**
 * The one person whom a short form means: the only one with that surname before a title, or the only one with a foreign
 * name of several parts of which it is one; `null` where there are none or several.
 */
function meantBy({ kind, name, meant }: NameMention, { bySurname, byPart }: FullNames): string | null {
  if (meant !== undefined) return meant
  if (kind === 'surname') return bySurname.get(name) ?? null
  return kind === 'foreign' || minorityElements.has(name) ? (byPart.get(name) ?? null) : null
}

/** Mentions in the order of the texts. */
function inOrder(mentions: readonly NameMention[], texts: readonly ArticleText[]): readonly NameMention[] {
  const places = new Map(texts.map((text, at) => [text, at]))
  return mentions.toSorted((a, b) => places.get(a.text)! - places.get(b.text)! || a.start - b.start)
}

const LONGEST_BEGINNING = 20_000

function beginningOf(texts: readonly ArticleText[]): string {
  let beginning = ''
  for (const { text } of texts) {
    if (beginning.length > LONGEST_BEGINNING) break
    beginning += `${text.slice(0, LONGEST_BEGINNING)}\n`
  }
  return beginning
}

/** Mentions by the text that they stand in. */
function byText(mentions: readonly NameMention[]): readonly (readonly NameMention[])[] {
  const groups = new Map<NameMention['text'], NameMention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.text)
    if (group === undefined) groups.set(mention.text, [mention])
    else group.push(mention)
  }
  return [...groups.values()]
}

function isCertain({ kind, probability, context, offices, count }: Gathered): boolean {
  if (probability < CERTAIN || kind === 'surname') return false
  return context >= STRONG_CONTEXT || offices.length > 0 || count > 1
}

function asPerson(gathered: Gathered): PersonInArticle {
  const { name, kind, mentions, honours } = gathered
  const offices = withoutAddresses(gathered.offices, mentions)
  return {
    name,
    offices: [...new Set(offices.map(({ office }) => office))],
    ...(honours.length === 0 ? {} : { honours: [...new Set(honours)] }),
    kind,
    confidence: isCertain(gathered) ? 'certain' : 'possible',
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(offices.length === 0 ? {} : { officeMentions: offices }),
  }
}

/**
 * The people that the title and the paragraphs of an article name, in the order of first mention, each once, with where
 * they are named and the offices and honours that the text gives them. Offsets are those of the article's own texts. An
 * article without names has none; no text makes it throw, and it takes time in proportion to the text.
 *
 * @param described newspapers with the places they are at home in, by which a bare 市长 is resolved
 * @param remembered names and places that other articles of the newspaper or collection have
 */
export function recognizePeople(
  article: ReadableArticle,
  resources: PeopleResources,
  described: readonly NewspaperDescription[] = [],
  remembered: RememberedNames = NONE_REMEMBERED,
): readonly PersonInArticle[] {
  const texts = articleTexts(article, resources)
  const { homes, everHomes } = homePlaces(article, described)
  const found = findMentions(texts, resources, { places: everHomes.map(({ stem }) => stem), remembered })
  if (found.length === 0) return []
  const short = shortMentions(texts, found, resources)
  const mentions = short.length === 0 ? found : inOrder([...found, ...short], texts)
  const year = Number(articleDate(article)?.slice(0, 4)) || null
  const setting: OfficeSetting = { homes, everHomes, texts, whole: beginningOf(texts), resources, year }
  const people = new Map<string, Gathered>()
  const full = fullNames(mentions)
  const headings = headingsOf(texts)
  for (const ofText of byText(mentions)) {
    const { text } = ofText[0]!
    const standings = findStandings(ofText, setting, headings.get(text) ?? null)
    for (const [at, mention] of ofText.entries()) {
      const range = originalRange(text, mention.start, endOf(mention))
      const meant = meantBy(mention, full)
      const key = meant ?? text.text.slice(mention.start, endOf(mention))
      let person = people.get(key)
      if (person === undefined) {
        const name = meant ?? keptName(mention, range)
        const kind = meant === null ? mention.kind : mention.kind === 'foreign' ? 'foreign' : 'full'
        person = {
          name,
          kind,
          mentions: [],
          offices: [],
          honours: [],
          count: 0,
          probability: 0,
          context: -Infinity,
        }
        people.set(key, person)
      }
      person.count += 1
      if (text.paragraph !== null) person.mentions.push([text.paragraph, ...range])
      person.probability = Math.max(person.probability, mention.probability)
      person.context = Math.max(person.context, mention.context)
      const { offices, honours } = standings[at]!
      if (mention.kind !== 'surname' && text.paragraph !== null) person.offices.push(...offices)
      person.honours.push(...honours)
    }
  }
  return [...people.values()].map(asPerson)
}
