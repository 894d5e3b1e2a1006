import type { OfficeMention } from '../domain/article'
import { originalRange, type ArticleText } from './articleTexts'
import type { NameMention } from './findMentions'
import { collectivesBehind } from './collectivesBehind'
import type { HomePlace } from './homePlaces'
import { jurisdictionOf } from './jurisdiction'
import { officeClauses } from './officeClauses'
import type { Heading } from './officeHeadings'
import { sentenceBefore } from './officeHolders'
import { officesAfter } from './officesAfter'
import { officesBefore, type OfficePhrase } from './officePhrase'
import { officeHeads, titlesAfterSurname, wordAfter } from './officeTitles'
import type { PeopleResources } from './peopleResources'
import { honoursOf, tellsOfHonours } from './personHonours'
import { diesIn, isOfAnEarlierYear, isOfTheDay, tenseOf } from './tense'

/** What stands by a name: offices and honours. */
export interface Standing {
  readonly offices: readonly OfficeMention[]
  readonly honours: readonly string[]
}

/** What offices are read with. */
export interface OfficeSetting {
  readonly homes: readonly HomePlace[]
  readonly everHomes: readonly HomePlace[]
  readonly texts: readonly ArticleText[]
  /** The beginning of the article, folded, in which the places that it names are looked for. */
  readonly whole: string
  readonly resources: Pick<PeopleResources, 'places'>
  /** The year of the article; `null` where it has no date. */
  readonly year: number | null
}

/** Between the names of a list: a mark, or nothing; something in brackets may belong to the name before. */
const LIST_GAP = /^(?:\([^()]{1,24}\))?(?:、|和|与|及|以及| {1,3})?$/u
const FOLLOWS_TITLE = 4
const LONGEST_BRACKET = 30

/** The offices of a line that is a name and they: 甲　市教育局局长. */
function officesOfALine(text: string, start: number, end: number): readonly OfficePhrase[] {
  const space = /^ {1,3}/u.exec(text.slice(end, end + 3))?.[0] ?? ''
  if (space === '' || !/(?:^|[;。])$/u.test(text.slice(0, start).trimEnd().slice(-1))) return []
  const following = officesAfter(text, end + space.length)
  const isWhole =
    following !== null && /^(?:\([^()]{1,20}\))?(?:[;。]|$)/u.test(text.slice(following.end).trimEnd())
  return isWhole ? following.phrases : []
}

/** The offices right behind a name: A（市长）, A，县财政局局长，, 习近平主席. */
function officesBehind({ text: { text }, end }: NameMention): readonly OfficePhrase[] {
  if (text[end] === '(') {
    const close = text.indexOf(')', end)
    if (close === -1 || close - end > LONGEST_BRACKET) return []
    const phrases = officesBefore(text, close, end + 1)
    const first = phrases[0]
    return first !== undefined && /[(,、]/u.test(text[first.start - 1]!) ? phrases : []
  }
  if (text[end] === ',' || text[end] === ':') {
    const following = officesAfter(text, end + 1)
    const isApart = following !== null && /^[,。;]|^$/u.test(text.slice(following.end, following.end + 1))
    const isFull = following?.phrases.every(({ start, end: to, head }) => to - start > head.length) === true
    return isApart && isFull ? following.phrases : []
  }
  const head = wordAfter(text, end, titlesAfterSurname, FOLLOWS_TITLE)
  if (head.length < 2 || !officeHeads.has(head)) return []
  return [{ start: end, end: end + head.length, kind: 'stated', qualifiers: [], head }]
}

/** What is told of somebody's leaving by a noun: 接受县长甲的辞职请求. */
const ACCEPTS = /(?:接受|同意|批准|准许)(?:了)?$/u
const RESIGNS = /^(?:同志)?的?(?:辞职|辞呈|请辞)/u

/** Whether a sentence says of the offices right before a name that giving them up was accepted. */
function isGivenUp(text: string, start: number, end: number): boolean {
  return ACCEPTS.test(text.slice(Math.max(0, start - 6), start)) && RESIGNS.test(text.slice(end, end + 6))
}

/** The offices in front of each name, and where each name begins with them. */
interface Fronts {
  readonly phrases: readonly (readonly OfficePhrase[])[]
  readonly begins: readonly number[]
}

function readFronts(text: string, mentions: readonly NameMention[]): Fronts {
  const phrases = mentions.map(({ start }, at) => {
    const former = mentions[at - 1]
    const isListed = former !== undefined && LIST_GAP.test(text.slice(former.end, start))
    return isListed ? [] : officesBefore(text, start, former?.end ?? 0)
  })
  return { phrases, begins: mentions.map(({ start }, at) => phrases[at]![0]?.start ?? start) }
}

/** What of an office goes beyond its words. */
interface Said {
  readonly kind: OfficeMention['kind']
  readonly event: OfficeMention['event']
  readonly isPast: boolean
  readonly qualifiers: readonly string[]
}

/** Whether offices before a name are the label of a line of decisions or of the result of an election: 市长：甲, 市长　甲. */
function isOfALine(text: string, phrases: readonly OfficePhrase[]): boolean {
  const last = phrases.at(-1)
  if (last === undefined) return false
  if (text[last.end] === ':') return true
  return (
    text[last.end] === ' ' &&
    /^[;。\s]?$/u.test(text.slice(Math.max(0, phrases[0]!.start - 1), phrases[0]!.start))
  )
}

/** How many characters before an office are looked at for the town that it belongs to. */
const AROUND = 1500

/** What stands above a text, as far as it is looked at. */
function aboveText(texts: readonly ArticleText[], text: ArticleText): string {
  let above = ''
  for (let at = texts.indexOf(text) - 1; at >= 0 && above.length < AROUND; at -= 1)
    above = `${texts[at]!.text.slice(-AROUND)}\n${above}`
  return above
}

/**
 * Places of bare offices by a fuller one of the same head before them in their sentence: behind 市人大常委会主任:甲 the 副主任:乙
 * is of the same body. Is told every office with its own place in the order of the text, and answers with its place.
 */
function siblingPlaces(text: string): (words: string, start: number, place: string | null) => string | null {
  let told: readonly { readonly words: string; readonly start: number; readonly place: string }[] = []
  return (words, start, own) => {
    const base = words.replace(/^副/u, '')
    const isBare = officeHeads.has(words)
    const sibling =
      own === null && isBare
        ? told.findLast(
            (other) =>
              other.start < start &&
              other.words.endsWith(base) &&
              sentenceBefore(text, start).length >= start - other.start,
          )
        : undefined
    const place = own ?? sibling?.place ?? null
    if (place !== null) told = [...told.slice(-12), { words, start, place }]
    return place
  }
}

/** Makes mentions of offices of one text, those of one name together. */
function mentionMaker(
  text: ArticleText,
  { homes, everHomes, whole, resources }: OfficeSetting,
  above: string,
): (phrases: readonly OfficePhrase[], said: (phrase: OfficePhrase) => Said) => readonly OfficeMention[] {
  const siblings = siblingPlaces(text.text)
  return (phrases, saidOf) => {
    let former: string | null = null
    return phrases.map((phrase) => {
      const { start, end, qualifiers: own } = phrase
      const { kind, event, isPast, qualifiers } = saidOf(phrase)
      const [from, to] = originalRange(text, start, end)
      const all = [...new Set([...qualifiers, ...own])]
      const tense = isPast ? 'retrospective' : tenseOf(text.text, start, all)
      const before = above + text.text.slice(Math.max(0, start - AROUND), start)
      const surroundings = { homes, everHomes, whole, before, isPast: tense === 'retrospective', resources }
      const words = text.text.slice(start, end)
      const place = siblings(words, start, jurisdictionOf(words, surroundings))
      former = place ?? (kind === 'joined' ? former : null)
      return {
        office: text.original.slice(from, to),
        at: [text.paragraph ?? -1, from, to],
        kind,
        event,
        tense,
        qualifiers: all,
        jurisdiction: former,
      }
    })
  }
}

/** The honours of a name, or where it has none by itself those behind its list: A、B荣获“…”称号. */
function honoursInList(
  at: number,
  honours: readonly (readonly string[])[],
  listStarts: readonly number[],
): readonly string[] {
  let last = at
  while (honours[last]!.length === 0 && listStarts[last + 1] === listStarts[at]) last += 1
  return honours[last]!
}

/**
 * What stands by each of the names of one text, in their order. The office before the first name of a list spreads over
 * the list: a collective as such, another one as `listed`.
 *
 * @param heading what the line above the text says of it
 */
export function findStandings(
  mentions: readonly NameMention[],
  setting: OfficeSetting,
  heading: Heading = null,
): readonly Standing[] {
  const [{ text }] = mentions as readonly [NameMention, ...NameMention[]]
  const { phrases, begins } = readFronts(text.text, mentions)
  const said: Said = { kind: 'stated', event: null, isPast: false, qualifiers: [] }
  const offices: OfficeMention[][] = mentions.map(() => [])
  const listStarts: number[] = []
  const isTold = tellsOfHonours(text.text)
  const above = aboveText(setting.texts, text)
  const make = mentionMaker(text, setting, above)
  let list: readonly OfficePhrase[] = []
  let event: OfficeMention['event'] = null
  for (const [at, mention] of mentions.entries()) {
    const former = mentions[at - 1]
    const isListed = former !== undefined && LIST_GAP.test(text.text.slice(former.end, mention.start))
    const front = phrases[at]!
    if (!isListed) list = front.slice(-1)
    listStarts.push(isListed ? listStarts[at - 1]! : begins[at]!)
    if (!isListed) {
      event = isOfALine(text.text, front) ? heading : null
      if (isGivenUp(text.text, begins[at]!, mention.end)) event = 'removed'
    }
    const listed = isListed
      ? make(list, ({ kind }) => ({ ...said, event, kind: kind === 'collective' ? 'collective' : 'listed' }))
      : []
    const isPast = diesIn(text.text, mention.end)
    const own = make(front, ({ kind }) => ({ ...said, event, kind, isPast }))
    const behind = make(officesBehind(mention), ({ kind }) => ({ ...said, kind }))
    const line = officesOfALine(text.text, mention.start, mention.end)
    const ofLine = make(line, ({ kind }) => ({ ...said, kind, event: heading }))
    offices[at]!.push(...listed, ...own, ...behind, ...ofLine)
  }
  for (const clause of officeClauses(text.text, mentions, begins, heading)) {
    for (const holder of clause.holders)
      offices[holder]!.push(
        ...make(clause.phrases, ({ kind, start, qualifiers }) => ({
          ...clause,
          kind,
          isPast:
            clause.isPast || (!isOfTheDay(qualifiers) && isOfAnEarlierYear(text.text, start, setting.year)),
        })),
      )
  }
  for (const { phrase, holders } of collectivesBehind(text.text, mentions, begins)) {
    for (const holder of holders) offices[holder]!.push(...make([phrase], ({ kind }) => ({ ...said, kind })))
  }
  const honours = mentions.map((mention, at) => honoursOf(mention, listStarts[at]!, isTold, above))
  return mentions.map((_mention, at) => ({
    offices: offices[at]!,
    honours: honoursInList(at, honours, listStarts),
  }))
}
