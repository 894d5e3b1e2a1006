import type { NameMention } from './findMentions'
import { HONOURS, wordBefore } from './officeTitles'

const honourWords: ReadonlySet<string> = new Set(HONOURS)
const LONGEST_HONOUR = 9
const SENTENCE_MARK = /[。！？!?;\n]/u
/** A verb of giving before a name, with nothing in quotation marks in between. */
const GIVES_TO = /(?:授予|追授|评为|命名|表彰|表扬|奖励)(?:了)?[^"。]*$/u
const GETS =
  /^(?:\([^()]{0,20}\))?(?:同志)?(?:等[^,。"]{0,12})?(?:被|还|又|曾|光荣)?(?:授予|追授|获得|荣获|获|评为|获评|当选为?)(?:了|为)?/u
const QUOTED = /^["「『]([^"」』]{2,30})["」』]/u
/** Behind quoted words that are an honour. */
const TITLE = /^(?:荣誉)?(?:光荣)?称号|^奖章|^荣誉/u
/** Behind an honour, before the names of those who have it. */
const WHO = /^(?:荣誉)?(?:称号)?的?(?:有|是|分别是|还有)?:?$/u

/** The honour that words are: the known one in which they end, else all of them; `null` where they are none. */
function honourOf(words: string, isCalledSo: boolean): string | null {
  const known = HONOURS.filter((honour) => words.endsWith(honour)).sort((a, b) => b.length - a.length)[0]
  return known ?? (isCalledSo ? words : null)
}

function sentenceStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 400 && !SENTENCE_MARK.test(text[start - 1]!)) start -= 1
  return start
}

function sentenceEnd(text: string, at: number): number {
  const found = text.slice(at, at + 400).search(SENTENCE_MARK)
  return found === -1 ? Math.min(text.length, at + 400) : at + found
}

/** The honour in quotation marks, or a known one with 称号, that words begin with. */
function leadingHonour(words: string): string | null {
  const quoted = QUOTED.exec(words)
  if (quoted !== null) return honourOf(quoted[1]!, TITLE.test(words.slice(quoted[0].length)))
  const plain = /^(?<words>\p{Script=Han}{2,24}?)(?:荣誉)?称号/u.exec(words)?.groups?.['words']
  return plain === undefined ? null : honourOf(plain, false)
}

/** The honour that is given to all the names between 授予 and the honour. */
function givenBehind(text: string, { start, end }: NameMention): string | null {
  const before = text.slice(sentenceStart(text, start), start)
  const verb = before.search(GIVES_TO)
  if (verb === -1) return null
  const behind = text.slice(end, sentenceEnd(text, end))
  const quote = behind.search(/["「『]/u)
  if (quote !== -1) return leadingHonour(behind.slice(quote))
  const plain = /^(?<words>[^,]{2,40})(?:荣誉)?称号/u.exec(behind)?.groups?.['words']
  return plain === undefined ? null : honourOf(plain, false)
}

/** The honour in quotation marks before the list that a name is in: 获得"优秀教师"称号的有:A、B. */
function namedBefore(text: string, listStart: number): string | null {
  const before = text.slice(sentenceStart(text, listStart), listStart)
  const close = before.lastIndexOf('"')
  if (close === -1) return null
  const open = before.lastIndexOf('"', close - 1)
  const between = before.slice(close + 1)
  const isHonour = WHO.test(between)
  if (open === -1 || !isHonour) return null
  const isGiven =
    GETS.test(before.slice(0, open).slice(-3)) ||
    /(?:获得?|授予|评为|表彰)[^"]{0,4}$/u.test(before.slice(0, open))
  return honourOf(before.slice(open + 1, close), isGiven && between.includes('称号'))
}

/** Whether a text has a word by which honours are given. */
export function tellsOfHonours(text: string): boolean {
  return /授予|获|评为|命名|表彰|表扬|奖励|当选/u.test(text)
}

/**
 * The honours that a sentence gives to a name: in front of it (劳动模范张某), around it (授予A、B“…”称号), behind it (A荣获…),
 * or before the list that it is in.
 *
 * @param isTold whether the text {@link tellsOfHonours} at all
 * @param listStart where the list begins that the name is in, offices before it included
 */
export function honoursOf(mention: NameMention, listStart: number, isTold: boolean): readonly string[] {
  const { text, start, end } = { ...mention, text: mention.text.text }
  const direct = wordBefore(text, start, honourWords, LONGEST_HONOUR)
  if (direct !== '') return [direct]
  if (!isTold) return []
  const gets = GETS.exec(text.slice(end, end + 40))
  const gained =
    gets === null ? null : leadingHonour(text.slice(end + gets[0].length, sentenceEnd(text, end)))
  const honour = gained ?? givenBehind(text, mention) ?? namedBefore(text, listStart)
  return honour === null ? [] : [honour]
}
