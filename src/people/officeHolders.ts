import type { NameMention } from './findMentions'
import { officeVerbs } from './officeVerbs'

/** Between a name and a verb that says something of it. */
const BESIDE =
  /^(?:\([^()]{0,30}\))?(?:同志|先生|女士)?(?:现在|如今|目前|现|已经|已|也|将|又|还|同时|并|当时|后来|随后|后|此前|生前|曾|再次|全票|则|都|均|正式|今年|去年|被|就|分别|连续|[于因以在到从][^,。、]{1,14}|\d{4}年(?:\d{1,2}月)?起?)*$/u
/** Before the name of a predecessor: B接替A任县长. */
const REPLACES = /(?:接替|代替|取代|接过)$/u
const IN_A_LIST = /^(?:\([^()]{1,24}\))?(?:、|和|与|及|以及| {1,3})?$/u
const CLAUSE_START = /,(?:现|现在|同时|并|还|后|此前|原|曾|其|也|之后|另)?$/u
const LONGEST_SENTENCE = 600
const FULL_STOP = /[。！？!?\n]/u
const SENTENCE_MARK = /[。！？!?;\n]/u
/** 他, not 他父亲 or 她的同事. */
const PRONOUN =
  /^["\s]*(?:他|她|其|该同志)(?!们|的|父|母|爷|奶|爸|妈|儿|女|丈夫|妻|哥|弟|姐|妹|孙|祖|岳|叔|伯|舅|姑|姨|同|老师|战友|朋友|家|所在)/u
/** How a sentence of a life goes on: 1998年3月任副县长,2002年1月任县长. */
const BY_YEARS = /^["\s]*\d{4}年/u
/** A pronoun right before a verb: 县委决定其任副局长. */
const OF_SUBJECT = /(?:其|他|她|该同志)(?:现|已|将|曾)?$/u
/** What one does to somebody else: A致电B,祝贺他就任总理. Group 1 lies between the name before and the verb. */
const TO_ANOTHER = /^(.*)(?:祝贺|恭贺|恭喜|欢迎|支持|邀请|感谢)(?:其|他|她)(?:再次|成功|正式|已|将)?$/u
/** Whoever says 你 to somebody does not speak of an own office: 甲说,你就任总理以来. */
const TO_THE_OTHER = /[你您]/u
const NOTHING_BETWEEN = /^[,\s]*(?:并|也|热烈|衷心|表示)*$/u
/** Verbs that say who by what stands right by them only. */
const NEEDS_A_NAME: ReadonlySet<string> = new Set(['为', '当选', '当', '免去', '罢免', '撤销'])

function startAfter(mark: RegExp, text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_SENTENCE && !mark.test(text[start - 1]!)) start -= 1
  return start
}

/** Where the sentence around `at` begins; a part behind ; counts as one. */
export function sentenceStart(text: string, at: number): number {
  return startAfter(SENTENCE_MARK, text, at)
}

/** A sentence before `at` with all its parts, since 决定任命： may be followed by several with ; between them. */
export function sentenceBefore(text: string, at: number): string {
  return text.slice(startAfter(FULL_STOP, text, at), at)
}

/** The numbers of the names of the list that ends with one of them, an office before a name not counted. */
export function listEndingAt(
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
export function lastBefore(mentions: readonly NameMention[], at: number): number {
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

/**
 * Whom a verb at `at` means, by number: the names right before it, the last one of its sentence, or for 他 and 其 the topic of
 * the sentence before. Empty where nobody can be told.
 *
 * @param begins where each name begins with the offices before it
 */
export function holdersOf(
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
    const toAnother = TO_ANOTHER.exec(gap)
    // Where the name between is not known for one, nobody is told to hold what another was congratulated on.
    if (toAnother !== null) return NOTHING_BETWEEN.test(toAnother[1]!) ? [last] : []
    if (OF_SUBJECT.test(gap)) return [lastBefore(mentions, start) + 1]
    if (TO_THE_OTHER.test(gap)) return []
    const isLoose = verb.length > 1 || CLAUSE_START.test(gap)
    return isLoose && !NEEDS_A_NAME.has(verb) ? [last] : []
  }
  const lead = text.slice(start, at)
  const isOfTopic =
    PRONOUN.test(lead) ||
    (lead.length < 6 && officeVerbs[verb]?.isPast === true) ||
    (verb.endsWith('任') && BY_YEARS.test(lead))
  const topic = isOfTopic && verb !== '为' ? topicBefore(text, mentions, start) : null
  return topic === null ? [] : [topic]
}
