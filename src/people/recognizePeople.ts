import type { Article, OfficeMention, PersonInArticle, TextSpan } from '../domain/article'
import type { NewspaperDescription } from '../domain/collection'
import { articleTexts, originalRange } from './articleTexts'
import { findMentions, type NameMention } from './findMentions'
import { findStandings, type OfficeSetting } from './findOffices'
import { homePlaces } from './homePlaces'
import { titlesAfterSurname, wordAfter } from './officeTitles'
import type { PeopleResources } from './peopleResources'

/** What of an article people are recognised by. */
export type ReadableArticle = Pick<Article, 'title' | 'paragraphs'> &
  Partial<Pick<Article, 'newspaper' | 'issueDate' | 'publishedAt'>>

/** A person of an article while it is gathered. */
interface Gathered {
  readonly name: string
  readonly kind: NameMention['kind']
  readonly mentions: TextSpan[]
  readonly offices: OfficeMention[]
  readonly honours: string[]
  probability: number
  context: number
}

const CERTAIN = 0.9
const STRONG_CONTEXT = 2.5

/** A name as it is kept: without the spaces that pad it. */
function keptName({ text }: NameMention, [, start, end]: TextSpan): string {
  return text.original.slice(start, end).replace(/\s+/gu, '')
}

/** The end of a mention: that of a bare surname is behind its title. */
function endOf({ kind, text: { text }, end }: NameMention): number {
  return kind === 'surname' ? end + wordAfter(text, end, titlesAfterSurname, 4).length : end
}

/**
 * The one person whom a short form means: the only one with that surname before a title, or the only one with a foreign
 * name of several parts of which it is one; `null` where there are none or several.
 */
function meantBy(mention: NameMention, mentions: readonly NameMention[]): string | null {
  const { kind, name } = mention
  const isMeant =
    kind === 'surname'
      ? (other: NameMention) => other.kind === 'full' && other.name.startsWith(name)
      : kind === 'foreign' && !name.includes('·')
        ? (other: NameMention) => other.name.includes('·') && other.name.split('·').includes(name)
        : null
  if (isMeant === null) return null
  const full = new Set(mentions.filter(isMeant).map((other) => other.name))
  return full.size === 1 ? [...full][0]! : null
}

function isCertain({ kind, probability, context, offices, mentions }: Gathered): boolean {
  if (probability < CERTAIN || kind === 'surname') return false
  return context >= STRONG_CONTEXT || offices.length > 0 || mentions.length > 1
}

function asPerson(gathered: Gathered): PersonInArticle {
  const { name, kind, mentions, offices, honours } = gathered
  return {
    name,
    offices: [...new Set(offices.map(({ office }) => office))],
    ...(honours.length === 0 ? {} : { honours: [...new Set(honours)] }),
    kind,
    confidence: isCertain(gathered) ? 'certain' : 'possible',
    mentions,
    ...(offices.length === 0 ? {} : { officeMentions: offices }),
  }
}

/**
 * The people that the title and the paragraphs of an article name, in the order of first mention, each once, with where
 * they are named and the offices and honours that the text gives them. Offsets are those of the article's own texts. An
 * article without names has none; no text makes it throw, and it takes time in proportion to the text.
 *
 * @param described newspapers with the places they are at home in, by which a bare 市长 is resolved
 */
export function recognizePeople(
  article: ReadableArticle,
  resources: PeopleResources,
  described: readonly NewspaperDescription[] = [],
): readonly PersonInArticle[] {
  const texts = articleTexts(article, resources)
  const homes = homePlaces(article, described)
  const mentions = findMentions(
    texts,
    resources,
    homes.map(({ stem }) => stem),
  )
  if (mentions.length === 0) return []
  const setting: OfficeSetting = { homes, whole: texts.map(({ text }) => text).join('\n'), resources }
  const people = new Map<string, Gathered>()
  for (const text of texts) {
    const ofText = mentions.filter((mention) => mention.text === text)
    const standings = findStandings(ofText, setting)
    for (const [at, mention] of ofText.entries()) {
      const [start, end] = originalRange(text, mention.start, endOf(mention))
      const span: TextSpan = [text.paragraph, start, end]
      const meant = meantBy(mention, mentions)
      const key = meant ?? text.text.slice(mention.start, endOf(mention))
      let person = people.get(key)
      if (person === undefined) {
        const name = meant ?? keptName(mention, span)
        const kind = meant === null ? mention.kind : mention.kind === 'surname' ? 'full' : 'foreign'
        person = { name, kind, mentions: [], offices: [], honours: [], probability: 0, context: -Infinity }
        people.set(key, person)
      }
      person.mentions.push(span)
      person.probability = Math.max(person.probability, mention.probability)
      person.context = Math.max(person.context, mention.context)
      const { offices, honours } = standings[at]!
      if (mention.kind !== 'surname') person.offices.push(...offices)
      person.honours.push(...honours)
    }
  }
  return [...people.values()].map(asPerson)
}
