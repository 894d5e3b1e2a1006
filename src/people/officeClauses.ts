import type { OfficeMention } from '../domain/article'
import type { NameMention } from './findMentions'
import type { Heading } from './officeHeadings'
import { holdersOf, lastBefore, listEndingAt, sentenceBefore, sentenceStart } from './officeHolders'
import { officesBefore, type OfficePhrase } from './officePhrase'
import { officesAfter, type FollowingOffices } from './officesAfter'
import { eventOf, HOLDS, LOSES, OFFICE_VERB, officeVerbs, type OfficeVerb } from './officeVerbs'

/** Offices that a sentence says somebody has, gets, loses or had: whom it means, by number. */
export interface OfficeClause {
  readonly holders: readonly number[]
  readonly phrases: readonly OfficePhrase[]
  readonly event: OfficeMention['event']
  readonly isPast: boolean
  readonly qualifiers: readonly string[]
}

const REMOVES = /免去|撤销|罢免|解除|免除/u
/** The last word of a sentence by which somebody gets or loses an office. */
const LAST_DECISION =
  /(?:任命|聘任|选举|补选|增补|免去|撤销|罢免|解除|免除)(?!.*(?:任命|聘任|选举|补选|增补|免去|撤销|罢免|解除|免除))/su
/** Right behind a verb of losing: 任命A为甲局局长,免去其乙局局长职务. */
const OF_THE_SAME = /^(?:其|他|她|该同志)/u
const OF_A_THING = /^(?:\([^()]{0,30}\))?(?:同志)?(?:所)?(?<joined>兼任|担任|任)?的?/u
/** Behind an office that somebody loses: 甲的县长职务被免去. */
const IS_REMOVED = /^(?:已)?被(?:依法)?(?:免去|撤销|罢免|解除|免除|免)/u
/** Between a verb of holding and the office. */
const BEFORE_OFFICE = /^(?:了|过|所任的?|其|:)?(?:[一二三四五六七八九十两几多\d]{1,4}(?:年|届|任)的?)?/u
const GIVEN_TO: ReadonlySet<string> = new Set(['担任', '兼任', '接任', '代理'])

/** The office of 审判长由A担任; `null` where a sentence does not say so. */
function officesGivenTo(text: string, at: number, mentions: readonly NameMention[]): OfficeClause | null {
  const holder = lastBefore(mentions, at)
  const start = mentions[holder]?.start ?? 0
  if (mentions[holder]?.end !== at || text[start - 1] !== '由') return null
  const closing = /(?:一职|职务)$/u.exec(text.slice(Math.max(0, start - 3), start - 1))?.[0].length ?? 0
  const phrases = officesBefore(text, start - 1 - closing, mentions[holder - 1]?.end ?? 0)
  return phrases.length === 0 ? null : { ...HOLDS, holders: [holder], phrases }
}

/**
 * Whether the words before a name say that it loses something: in its own part of the sentence, or, for one more of a list
 * that goes on behind ; (免去A的甲局局长职务;B的乙局局长职务), in the last decision of the sentence.
 */
function tellsOfRemoval(text: string, start: number): boolean {
  const from = sentenceStart(text, start)
  if (REMOVES.test(text.slice(from, start))) return true
  if (from !== start) return false
  const decision = LAST_DECISION.exec(sentenceBefore(text, start))?.[0]
  return decision !== undefined && REMOVES.test(decision)
}

/** The offices that names lose by 免去A的县长职务 and A的县长职务被免去. */
function lostOffices(
  text: string,
  mentions: readonly NameMention[],
  begins: readonly number[],
  heading: Heading,
): readonly OfficeClause[] {
  return mentions.flatMap(({ start, end }, at) => {
    const isTold = heading === 'removed' || tellsOfRemoval(text, start)
    const match = isTold || text[end] === '的' ? OF_A_THING.exec(text.slice(end, end + 40)) : null
    const following = match === null ? null : officesAfter(text, end + match[0].length)
    if (match === null || following?.isClosed !== true) return []
    if (!isTold && !IS_REMOVED.test(text.slice(following.end, following.end + 8))) return []
    const qualifiers = match.groups?.['joined'] === '兼任' ? ['兼'] : []
    const holders = listEndingAt(text, mentions, at, begins)
    return [{ ...LOSES, qualifiers, holders, phrases: following.phrases }]
  })
}

/** The number of the name behind an office, as in 担任县长的A; -1 where none stands there. */
function holderBehind(text: string, end: number, numbers: ReadonlyMap<number, number>): number {
  return text[end] === '的' ? (numbers.get(end + 1) ?? -1) : -1
}

/**
 * What the sentences of a text say of offices by a verb: A任县长, 任命A、B为副县长, 免去A的县长职务, 他曾任县长. An office that
 * stands right before a name is that name's own and is left out.
 *
 * @param begins where each name begins with the offices before it
 * @param heading what the line above the text says of it
 */
export function officeClauses(
  text: string,
  mentions: readonly NameMention[],
  begins: readonly number[],
  heading: Heading,
): readonly OfficeClause[] {
  const clauses: OfficeClause[] = [...lostOffices(text, mentions, begins, heading)]
  const numbers = new Map(mentions.map(({ start }, at) => [start, at]))
  /** Whether a name's own office ends there, perhaps with padding behind it; not where somebody has just got it. */
  const isBeforeAName = (end: number, verb: string): boolean =>
    numbers.has(end) ||
    (text[end] === ' ' && numbers.has(end + 1) && officeVerbs[verb]!.event !== 'appointed')
  const read = (verb: string, at: number): FollowingOffices | null => {
    const from = at + verb.length
    return officesAfter(text, from + BEFORE_OFFICE.exec(text.slice(from, from + 10))![0].length)
  }
  let reached = 0
  for (const { index, 0: verb } of text.matchAll(OFFICE_VERB)) {
    if (index < reached) continue
    const given = GIVEN_TO.has(verb) ? officesGivenTo(text, index, mentions) : null
    if (given !== null) clauses.push(given)
    const following = read(verb, index)
    if (following === null || isBeforeAName(following.phrases.at(-1)!.end, verb)) continue
    const behind = holderBehind(text, following.end, numbers)
    const isOfTheSame =
      officeVerbs[verb]!.event === 'removed' && OF_THE_SAME.test(text.slice(index + verb.length))
    const before = isOfTheSame ? lastBefore(mentions, index) : -1
    const isInSentence = before !== -1 && mentions[before]!.start >= sentenceStart(text, index)
    const holders =
      behind !== -1 ? [behind] : isInSentence ? [before] : holdersOf(verb, index, text, mentions, begins)
    if (holders.length === 0) continue
    const heads = following.phrases.map(({ head }) => head)
    const event = eventOf(verb, sentenceBefore(text, index), heads, heading)
    if (event === undefined) continue
    reached = following.end
    const { isPast, qualifiers }: OfficeVerb = officeVerbs[verb]!
    clauses.push({ holders, phrases: following.phrases, event, isPast, qualifiers })
  }
  return clauses
}
