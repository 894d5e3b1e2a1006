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
/** In what words that are an honour end, besides those that are known. */
const HONOUR_LIKE =
  /(?:奖|奖章|标兵|能手|模范|楷模|功臣|英雄|卫士|之星|好人|状元|先锋|十佳|先进(?:个人|工作者)|工作者|青年|教师|园丁|校长|医生|护士|民警|家庭|农民|企业家|党员|红旗手|突击手)$/u
const SENTENCE_END = /[。！？!?;]+$/u
/** What a prize ends in; 奖 alone only behind its name (梅花奖), not in 获大奖. */
const PRIZE = '(?:[特一二三四]等奖|[金银铜]奖|优秀奖|优胜奖|鼓励奖|奖章)'
const NAMED_PRIZE = '\\p{Script=Han}{2,16}(?<![大重巨获领颁评中各得单])奖'
const PRIZE_FIRST = new RegExp(`^(?<words>\\p{Script=Han}{0,20}?${PRIZE}|${NAMED_PRIZE})(?=[,。;、)]|$)`, 'u')
const PRIZE_WON = new RegExp(
  `(?:获得|荣获|夺得|获)(?:了)?(?<words>\\p{Script=Han}{0,16}?${PRIZE}|${NAMED_PRIZE})的(?:分别|依次|还)?(?:有|是|为)?:?$`,
  'u',
)
const PRIZE_LABEL = new RegExp(`(?:^|[,。;:) ])(?<words>${PRIZE})(?:获得者|得主)?:$`, 'u')
/** Before names whose honour the sentence before tells: 他们是:, 获奖者名单如下:. */
const THEY_ARE =
  /^[" ]*(?:他们|她们|这\p{Script=Han}{1,6}|获奖者|获奖人员|获得者|受表彰者|受表彰的|获此殊荣的|名单)(?:名单)?(?:分别|依次)?(?:是|为|有|如下):/u
const GIVES = /授予|追授|颁发|评为|评出|评选|命名|表彰|获得|荣获/u
/** Behind an honour, before the names of those who have it. */
const WHO = /^(?:荣誉)?(?:称号)?的?(?:有|是|分别是|还有)?:?$/u
/** The same with others, and their offices, between the honour and a name. */
const WHO_AMONG = /^(?:荣誉)?(?:称号)?的(?:有|是|分别是|还有):?(?!.*(?:说|表示|认为|介绍|代表|主持|颁))/u

/** The known honour in which words end, the longest of them; `null` where they end in none. */
function knownHonour(words: string): string | null {
  return HONOURS.filter((honour) => words.endsWith(honour)).sort((a, b) => b.length - a.length)[0] ?? null
}

/** The honour that words are: the known one in which they end, else all of them if they are called so; `null` for none. */
function honourOf(words: string, isCalledSo: boolean): string | null {
  return knownHonour(words) ?? (isCalledSo ? words : null)
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
  if (quoted !== null) {
    const isCalledSo = TITLE.test(words.slice(quoted[0].length)) || HONOUR_LIKE.test(quoted[1]!)
    return honourOf(quoted[1]!, isCalledSo)
  }
  const plain = /^(?<words>\p{Script=Han}{2,24}?)(?:荣誉)?称号/u.exec(words)?.groups?.['words']
  return plain === undefined ? null : honourOf(plain, false)
}

/** The first known honour in the first words behind a verb of getting one: 县先进工作者 of 被评为县先进工作者. */
function plainHonour(words: string): string | null {
  const run = /^\p{Script=Han}{2,24}/u.exec(words)?.[0] ?? ''
  for (let end = 2; end <= run.length; end += 1) {
    const known = knownHonour(run.slice(0, end))
    if (known !== null && (end === run.length || knownHonour(run.slice(0, end + 1)) === null)) return known
  }
  return null
}

/** The prize that words begin with, up to a mark: 省科技进步二等奖 of 获省科技进步二等奖,. */
function leadingPrize(words: string): string | null {
  return PRIZE_FIRST.exec(words)?.groups?.['words'] ?? null
}

/** The prize before the list that a name is in: 获一等奖的有:A、B, and 一等奖:A、B. */
function prizeBefore(text: string, listStart: number): string | null {
  const before = text.slice(sentenceStart(text, listStart), listStart)
  const groups = (PRIZE_WON.exec(before) ?? PRIZE_LABEL.exec(before))?.groups
  return groups?.['words'] ?? null
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

/** The last words in quotation marks of a piece of text, and what stands before and behind them; `null` for none. */
function lastQuoted(text: string): readonly [before: string, words: string, behind: string] | null {
  const close = text.lastIndexOf('"')
  const open = close <= 0 ? -1 : text.lastIndexOf('"', close - 1)
  return open === -1 ? null : [text.slice(0, open), text.slice(open + 1, close), text.slice(close + 1)]
}

/** The honour in quotation marks before the list that a name is in: 获得"优秀教师"称号的有:A、B. */
function namedBefore(text: string, listStart: number): string | null {
  const quoted = lastQuoted(text.slice(sentenceStart(text, listStart), listStart))
  if (quoted === null) return null
  const [before, words, behind] = quoted
  if (!WHO.test(behind) && !WHO_AMONG.test(behind)) return null
  const isCalledSo = GIVES.test(before) && (behind.includes('称号') || HONOUR_LIKE.test(words))
  return honourOf(words, isCalledSo)
}

/** The honour that the sentence before 他们是:A、B gives; `above` is what stands above the text. */
function announcedBefore(text: string, start: number, above: string): string | null {
  const from = sentenceStart(text, start)
  if (!THEY_ARE.test(text.slice(from, start))) return null
  const before = from > 0 ? text.slice(0, from - 1) : above.trimEnd().replace(SENTENCE_END, '')
  const quoted = lastQuoted(before.slice(sentenceStart(before, before.length)))
  if (quoted === null || !GIVES.test(quoted[0])) return null
  return honourOf(quoted[1], TITLE.test(quoted[2]) || HONOUR_LIKE.test(quoted[1]))
}

/** The honour of which names are handed the certificate: 为A、B等八人颁发"优秀教师"证书. */
function handedTo(text: string, { start, end }: NameMention): string | null {
  if (!/(?:为|向|给)[^,。"]*$/u.test(text.slice(sentenceStart(text, start), start))) return null
  const said =
    /^[^。"]{0,60}颁发(?:了)?"(?<words>[^"]{2,30})"(?:荣誉)?(?:证书|奖状|奖牌|奖章|牌匾|匾牌|称号)/u
  const words = said.exec(text.slice(end, sentenceEnd(text, end)))?.groups?.['words']
  return words === undefined ? null : honourOf(words, true)
}

/** Whether a text has a word by which honours are given. */
export function tellsOfHonours(text: string): boolean {
  return /授予|颁发|获|评为|命名|表彰|表扬|奖|当选/u.test(text)
}

/**
 * The honours that a sentence gives to a name: in front of it (劳动模范张某), around it (授予A、B“…”称号), behind it (A荣获…),
 * before the list that it is in (获一等奖的有:A、B), or in the sentence before (他们是:A、B).
 *
 * @param isTold whether the text {@link tellsOfHonours} at all
 * @param listStart where the list begins that the name is in, offices before it included
 * @param above what stands above the text, at least its last sentence
 */
export function honoursOf(
  mention: NameMention,
  listStart: number,
  isTold: boolean,
  above: string,
): readonly string[] {
  const { text, start, end } = { ...mention, text: mention.text.text }
  const front = text[listStart - 1] === '、' ? listStart - 1 : start
  const direct =
    wordBefore(text, start, honourWords, LONGEST_HONOUR) ||
    wordBefore(text, front, honourWords, LONGEST_HONOUR)
  if (direct !== '') return [direct]
  const announced = announcedBefore(text, start, above)
  if (announced !== null) return [announced]
  if (!isTold) return []
  const gets = GETS.exec(text.slice(end, end + 40))
  const behind = gets === null ? '' : text.slice(end + gets[0].length, sentenceEnd(text, end))
  const gained = gets === null ? null : (leadingHonour(behind) ?? plainHonour(behind) ?? leadingPrize(behind))
  const honour =
    gained ??
    givenBehind(text, mention) ??
    handedTo(text, mention) ??
    namedBefore(text, listStart) ??
    prizeBefore(text, listStart)
  return honour === null ? [] : [honour]
}
