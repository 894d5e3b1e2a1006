import type { Article, PersonInArticle, TextSpan } from '../domain/article'
import { fold } from '../text/fold'

/** People that an article came with, checked against its text, and whether something of them is not in it. */
export interface CheckedPeople {
  readonly people: readonly PersonInArticle[]
  readonly isDoubtful: boolean
}

/** Texts that are not the whole article: what they do not name may have stood in it. */
const INCOMPLETE: ReadonlySet<Article['textKind']> = new Set(['excerpt', 'digest'])
const MOST_MENTIONS = 500

function bare(words: string): string {
  return fold(words).replace(/\s+/gu, '')
}

/** The places at which a text of an article has a string, which is not empty. */
function placesOf(paragraph: number, text: string, words: string): readonly TextSpan[] {
  const found: TextSpan[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    found.push([paragraph, at, at + words.length])
    if (found.length === MOST_MENTIONS) break
  }
  return found
}

function mentionsOf(
  name: string,
  { title, paragraphs }: Pick<Article, 'title' | 'paragraphs'>,
): readonly TextSpan[] {
  const words = fold(name.trim())
  if (words === '') return []
  return [title, ...paragraphs].flatMap((text, at) => placesOf(at - 1, fold(text), words))
}

function isSameOffice(one: string, other: string): boolean {
  return one === other || one.endsWith(other) || other.endsWith(one)
}

/** Whether a recognised person is one that was given: by the whole name, or by a surname with title. */
function isGiven({ name, kind }: PersonInArticle, given: readonly string[]): boolean {
  if (kind !== 'surname') return given.includes(bare(name))
  return given.some((one) => one.startsWith(bare(name).slice(0, 1)))
}

/** A given person with what the text adds: where it is named, and further offices. Nothing that was given is left out. */
function enriched(
  person: PersonInArticle,
  found: PersonInArticle | undefined,
  article: Pick<Article, 'title' | 'paragraphs'>,
): PersonInArticle {
  const mentions = found?.mentions ?? mentionsOf(person.name, article)
  const more = (found?.offices ?? []).filter(
    (office) => !person.offices.some((given) => isSameOffice(bare(given), bare(office))),
  )
  const kind = person.kind ?? found?.kind
  const honours = [...new Set([...(person.honours ?? []), ...(found?.honours ?? [])])]
  const officeMentions = person.officeMentions ?? found?.officeMentions
  return {
    ...person,
    offices: [...person.offices, ...more],
    ...(kind === undefined ? {} : { kind }),
    ...(honours.length === 0 ? {} : { honours }),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(officeMentions === undefined ? {} : { officeMentions }),
  }
}

/**
 * Checks the people that an article was given with. Nobody is dropped: a name that a whole text does not have becomes
 * `possible`, and an office that it does not have makes the people doubtful. Those whom the text names and the input lacks
 * come behind them, as recognised. People that already say where they are named are taken as checked.
 */
export function checkGivenPeople(article: Article, recognized: readonly PersonInArticle[]): CheckedPeople {
  const { people, textKind } = article
  if (people.some(({ mentions }) => mentions !== undefined)) return { people, isDoubtful: false }
  const whole = bare([article.kicker, article.title, article.subtitle, ...article.paragraphs].join('\n'))
  const isComplete = !INCOMPLETE.has(textKind)
  let isDoubtful = false
  const checked = people.map((person): PersonInArticle => {
    const found = recognized.find(({ name, kind }) => kind !== 'surname' && bare(name) === bare(person.name))
    const isNamed = found !== undefined || whole.includes(bare(person.name))
    const hasOffices = person.offices.every((office) => whole.includes(bare(office)))
    if (isComplete && !(isNamed && hasOffices)) isDoubtful = true
    const kept = enriched(person, found, article)
    return isNamed || !isComplete ? kept : { ...kept, confidence: 'possible' }
  })
  const given = people.map(({ name }) => bare(name))
  return { people: [...checked, ...recognized.filter((person) => !isGiven(person, given))], isDoubtful }
}
