import type { OfficeMention } from '../domain/article'
import type { NameMention } from './findMentions'
import { officesBefore, type OfficePhrase } from './officePhrase'
import { officesAfter, type FollowingOffices } from './officesAfter'

/** Offices that a sentence says somebody has, gets, loses or had: whom it means, by number. */
export interface OfficeClause {
  readonly holders: readonly number[]
  readonly phrases: readonly OfficePhrase[]
  readonly event: OfficeMention['event']
  readonly isPast: boolean
  readonly qualifiers: readonly string[]
}

/** What a heading such as 任命： or 免去： says of the lines below it. */
export type Heading = 'appointed' | 'removed' | null

/** What a verb of holding an office says. */
interface Verb {
  readonly event: OfficeMention['event']
  readonly isPast: boolean
  readonly qualifiers: readonly string[]
}

const HOLDS: Verb = { event: null, isPast: false, qualifiers: [] }
const GETS: Verb = { ...HOLDS, event: 'appointed' }
const LOSES: Verb = { ...HOLDS, event: 'removed' }
const HELD: Verb = { ...HOLDS, isPast: true }

function held(qualifier: string): Verb {
  return { ...HELD, qualifiers: [qualifier] }
}

const VERBS: Readonly<Record<string, Verb>> = {
  不再担任: LOSES,
  不再兼任: LOSES,
  不再任: LOSES,
  辞去: LOSES,
  卸任: LOSES,
  被免去: LOSES,
  被任命为: GETS,
  被选为: GETS,
  被推选为: GETS,
  当选为: GETS,
  当选: GETS,
  获任: GETS,
  出任: GETS,
  就任: GETS,
  升任: GETS,
  接任: GETS,
  继任: GETS,
  改任: GETS,
  调任: GETS,
  转任: GETS,
  连任: HOLDS,
  历任: HELD,
  先后任: HELD,
  先后担任: HELD,
  曾任: held('曾任'),
  曾担任: held('曾任'),
  曾兼任: held('曾任'),
  原任: held('原任'),
  此前任: held('此前任'),
  此前担任: held('此前任'),
  原来是: held('原'),
  原是: held('原'),
  曾是: held('曾'),
  现任: HOLDS,
  拟任: { ...HOLDS, qualifiers: ['拟任'] },
  担任: HOLDS,
  兼任: { ...HOLDS, qualifiers: ['兼'] },
  代理: { ...HOLDS, qualifiers: ['代'] },
  任: HOLDS,
  调: HOLDS,
  是: HOLDS,
  系: HOLDS,
  为: HOLDS,
}
const VERB = new RegExp(
  Object.keys(VERBS)
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word === '任'
        ? '(?<![主责信胜委上离常放一在到赴新首前后第每届时聘留])任(?![务何期职免命意由性凭教用选重人])'
        : word,
    )
    .join('|'),
  'gu',
)
/** Between a name and a verb that says something of it. */
const BESIDE =
  /^(?:\([^()]{0,30}\))?(?:同志|先生|女士)?(?:现在|如今|目前|现|已经|已|也|将|又|还|同时|并|当时|后来|随后|后|此前|曾|再次|全票|则|都|均|正式|今年|去年|被|就|分别|连续|于[^,。]{1,12}|因[^,。]{1,12})*$/u
/** Before the name of a predecessor: B接替A任县长. */
const REPLACES = /(?:接替|代替|取代|接过)$/u
const IN_A_LIST = /^(?:\([^()]{1,24}\))?(?:、|和|与|及|以及| {1,3})?$/u
const CLAUSE_START = /,(?:现|现在|同时|并|还|后|此前|原|曾|其|也|之后|另)?$/u
const LONGEST_SENTENCE = 600
const FULL_STOP = /[。！？!?\n]/u
const SENTENCE_MARK = /[。！？!?;\n]/u
const PRONOUN = /^["\s]*(?:他|她|其|该同志)/u
const APPOINTS = /任命|选举|推选|推举|补选|决定|批准|通过|选出|聘任|聘请|聘|增补|当选/u
const TELLS_OF_CHANGE = /决定|宣布|任命|批准|通知|调整|免去|不再|当选|另有任用|出任|就任/u
const REMOVES = /免去|撤销|罢免|解除|免除/u
const OF_A_THING = /^(?:\([^()]{0,30}\))?(?:同志)?(?:所)?(?<joined>兼任|担任|任)?的/u
/** Roles in a body for one purpose, which nobody is appointed to for good. */
const FOR_A_PURPOSE = /(?:指挥长?|组长|团长|领队|裁判长?|主持人|执行主席|主任委员)$/u
const HEADING = /^[^。;,]{0,12}(?:(?<appointed>任命)|(?<removed>免去|免职))[^。;,]{0,6}:$/u

/** A paragraph that ends in telling of an election, whose result comes below it. */
const ELECTS = /(?:选举产生|选举结果|选出)[^。]*(?:领导人员|组成人员|班子|名单|主任|[长])[^。]{0,40}[。:]$/u

/** What a text is a heading for; `undefined` where it is none. */
export function headingOf(text: string): Heading | undefined {
  if (ELECTS.test(text)) return 'appointed'
  const groups = text.length < 24 ? HEADING.exec(text.trim())?.groups : undefined
  if (groups === undefined) return undefined
  return groups['appointed'] === undefined ? 'removed' : 'appointed'
}

function startAfter(mark: RegExp, text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_SENTENCE && !mark.test(text[start - 1]!)) start -= 1
  return start
}

function sentenceStart(text: string, at: number): number {
  return startAfter(SENTENCE_MARK, text, at)
}

/** A sentence before `at` with all its parts, since 决定任命： may be followed by several with ; between them. */
function sentenceBefore(text: string, at: number): string {
  return text.slice(startAfter(FULL_STOP, text, at), at)
}

/** The numbers of the names of the list that ends with one of them, an office before a name not counted. */
function listEndingAt(
  text: string,
  mentions: readonly NameMention[],
  last: number,
  begins: readonly number[],
): readonly number[] {
  const holders = [last]
  for (let at = last; at > 0; at -= 1) {
    const gap = text.slice(mentions[at - 1]!.end, begins[at])
    if (!IN_A_LIST.test(gap) || gap === '') break
    holders.unshift(at - 1)
  }
  return holders
}

/** The number of the last name that ends at a place or before it; -1 where none does. */
function lastBefore(mentions: readonly NameMention[], at: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The first name of the last sentence before `at` that names somebody: whom 他 means. */
function topicBefore(text: string, mentions: readonly NameMention[], at: number): number | null {
  const before = lastBefore(mentions, at)
  if (before === -1) return null
  const start = sentenceStart(text, mentions[before]!.start)
  return lastBefore(mentions, start) + 1
}

/** Whom a verb at `at` means; empty where nobody can be told. */
function holdersOf(
  verb: string,
  at: number,
  text: string,
  mentions: readonly NameMention[],
  begins: readonly number[],
): readonly number[] {
  const start = sentenceStart(text, at)
  const last = lastBefore(mentions, at)
  const near = mentions[last]
  if (near !== undefined && near.start >= start) {
    const gap = text.slice(near.end, at)
    if (REPLACES.test(text.slice(Math.max(start, near.start - 3), near.start))) {
      const former = mentions[last - 1]
      return former !== undefined && former.start >= start ? [last - 1] : []
    }
    if (BESIDE.test(gap)) return listEndingAt(text, mentions, last, begins)
    const isLoose = verb.length > 1 || CLAUSE_START.test(gap)
    return isLoose && verb !== '为' && verb !== '当选' ? [last] : []
  }
  const lead = text.slice(start, at)
  const isOfTopic = PRONOUN.test(lead) || (lead.length < 6 && VERBS[verb]?.isPast === true)
  const topic = isOfTopic && verb !== '为' ? topicBefore(text, mentions, start) : null
  return topic === null ? [] : [topic]
}

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

/** What happens by a verb that may only say that an office is held: 任, 为. `undefined` where it says nothing of an office. */
function eventOf(
  verb: string,
  before: string,
  { phrases }: FollowingOffices,
  heading: Heading,
): OfficeMention['event'] | undefined {
  const said = VERBS[verb]!.event
  if (said !== null) return said
  if (verb === '为') return heading ?? (APPOINTS.test(before) ? 'appointed' : undefined)
  const isAppointing = (verb === '任' || verb === '担任') && TELLS_OF_CHANGE.test(before)
  return isAppointing && !FOR_A_PURPOSE.test(phrases.map(({ head }) => head).join(' ')) ? 'appointed' : null
}

/**
 * What the sentences of a text say of offices by a verb: A任县长, 任命A、B为副县长, 免去A的县长职务, 他曾任县长. An office that
 * stands right before a name is that name's own and is left out.
 *
 * @param begins where each name begins with the offices before it
 */
export function officeClauses(
  text: string,
  mentions: readonly NameMention[],
  begins: readonly number[],
  heading: Heading,
): readonly OfficeClause[] {
  const clauses: OfficeClause[] = []
  const numbers = new Map(mentions.map(({ start }, at) => [start, at]))
  const isBeforeAName = (end: number): boolean =>
    numbers.has(end) || (text[end] === ' ' && numbers.has(end + 1))
  let reached = 0
  const push = (
    following: FollowingOffices,
    holders: readonly number[],
    verb: Verb,
    event: OfficeMention['event'],
  ): void => {
    reached = following.end
    const { isPast, qualifiers } = verb
    clauses.push({ holders, phrases: following.phrases, event, isPast, qualifiers })
  }
  for (const [at, { start, end }] of mentions.entries()) {
    const match = OF_A_THING.exec(text.slice(end, end + 40))
    if (match === null) continue
    const following = officesAfter(text, end + match[0].length)
    if (following?.isClosed !== true) continue
    const before = text.slice(sentenceStart(text, start), start)
    if (heading !== 'removed' && !REMOVES.test(before)) continue
    const qualifiers = match.groups?.['joined'] === '兼任' ? ['兼'] : []
    push(following, listEndingAt(text, mentions, at, begins), { ...LOSES, qualifiers }, 'removed')
  }
  reached = 0
  for (const { index, 0: verb } of text.matchAll(VERB)) {
    if (index < reached) continue
    const behind = /^(?:了|过|所任的?|其|:)?/u.exec(
      text.slice(index + verb.length, index + verb.length + 4),
    )![0]
    const given = GIVEN_TO.has(verb) ? officesGivenTo(text, index, mentions) : null
    if (given !== null) clauses.push(given)
    const following = officesAfter(text, index + verb.length + behind.length)
    if (following === null || isBeforeAName(following.phrases.at(-1)!.end)) continue
    // 担任县长的A: the name comes last.
    const behindIt = text[following.end] === '的' ? (numbers.get(following.end + 1) ?? -1) : -1
    const holders = behindIt === -1 ? holdersOf(verb, index, text, mentions, begins) : [behindIt]
    if (holders.length === 0) continue
    const before = sentenceBefore(text, index)
    const event = eventOf(verb, before, following, heading)
    if (event !== undefined) push(following, holders, VERBS[verb]!, event)
  }
  return clauses
}
