import type { Article } from '../../domain/article'
import { CAMPAIGN_HEADS, termKind } from '../../domain/term'

/** The longest term, in characters. */
const LONGEST = 16
/** The most terms of one article; one with more is a list of them. */
const MOST = 64

const QUOTED = /(?<=(.?))[“"「『]([\p{Script=Han}\dA-Za-z·、，]{2,16})[”"」』](?=(\p{Script=Han}{0,6}))/gu
const HEAD = new RegExp(`^(?:${CAMPAIGN_HEADS})`, 'u')
/** 雪龙号, 嫦娥三号: what is named, not said. */
const VESSEL = /^号(?!召)/u
/** Verbs with which a headline begins a campaign; the campaign's name comes after them. */
const OPENING_VERB = /^(?:深入|扎实|全面|广泛|大力|继续|积极)?(?:开展|推进|实施|推动|启动)/u
/** Words of talk: what holds them is a sentence that somebody said. */
const TALK = /[吗呢吧啊呀哦嘛你您她俺咱]|怎么|什么|为何|哪里|我们都|他们|谢谢|对不起/u
const ENDS_LIKE_TALK = /[了的着过地得也都，、]$/u
/** A sentence is quoted after a colon, or after a verb of saying and a comma. */
const SAID_BEFORE = /[：:]$/u

const DIGIT_CAMPAIGN = /(?<![\d.．])\d{3,6}(?:工程|计划|行动|战略)/gu
const PLENUM =
  /(十[一二三四五六七八九]?|二十)届[一二三四五六七八九](?:次全会|中全会)|(?:党的|中共)(十[一二三四五六七八九]|二十)大(?!\p{Script=Han}(?<=[类项个部]))/gu
const HOLDER = '(?:中国共产党|中共|政协|中国|全国|世界|国际|亚洲)\\p{Script=Han}{0,8}?'
const MEETING_HEAD =
  '(?:代表大会第[一二三四五六七八九十]{1,2}次(?:全体)?会议|委员会第[一二三四五六七八九十]{1,3}次(?:全体)?会议|代表大会|会议|大会|全会|峰会|论坛|博览会|运动会|交易会)'
const ORDINAL = '第[〇一二三四五六七八九十百\\d]{1,4}[届次]'
/** A meeting that is counted, and says whose it is, before its number or after it. */
const NUMBERED_MEETING = new RegExp(
  `${HOLDER}${ORDINAL}\\p{Script=Han}{0,14}?${MEETING_HEAD}|${ORDINAL}(?!全体|常务|部长级|缔约方)\\p{Script=Han}{2,14}?${MEETING_HEAD}`,
  'gu',
)
const SERIES_MEETING =
  /(?:中央|全国)(?!\p{Script=Han}{0,6}?(?:召开|举行|决定|出席))\p{Script=Han}{2,8}?(?:工作会议|工作座谈会|表彰大会)/gu
const CONGRESS = /^(?:中国共产党|中共)第(十[一二三四五六七八九]?|二十)次全国代表大会$/u

/** Half-width figures and letters, so that one term has one writing. */
function written(term: string): string {
  return term.normalize('NFKC').replaceAll(',', '，')
}

/** The term that stands in quotation marks with these words behind them; `null` where it is a sentence or a mere name. */
function quotedTerm(before: string, inside: string, behind: string): string | null {
  if (SAID_BEFORE.test(before) || VESSEL.test(behind)) return null
  const named = inside.replace(OPENING_VERB, '')
  if (TALK.test(named) || ENDS_LIKE_TALK.test(named)) return null
  const head = HEAD.exec(behind)?.[0]
  const isShort = [...named].length <= 4 && termKind(named) === 'quoted'
  const term = head !== undefined && isShort ? named + head : named
  const hanCharacters = term.match(/\p{Script=Han}/gu)?.length ?? 0
  return hanCharacters < 2 || [...term].length > LONGEST ? null : term
}

/** The terms of a run of text. */
function* termsIn(text: string): Generator<string> {
  for (const [, before = '', inside = '', behind = ''] of text.matchAll(QUOTED)) {
    const term = quotedTerm(before, inside, behind)
    if (term !== null) yield term
  }
  for (const [term] of text.matchAll(DIGIT_CAMPAIGN)) yield term
  for (const [term] of text.matchAll(PLENUM)) yield term.replace(/^(?:党的|中共)/u, '')
  for (const [term] of text.matchAll(NUMBERED_MEETING)) yield term.replace(CONGRESS, '$1大')
  for (const [term] of text.matchAll(SERIES_MEETING)) yield term
}

/**
 * The terms (提法) that an article uses, each once, sorted: phrases in quotation marks that are no sentence and no vessel,
 * campaigns, formulas that count, and meetings with a name. A campaign whose quoted name is short is told with what it is
 * (“阳光”工程 is 阳光工程). A digest is nobody's use of a term: it has none.
 */
export function findTerms({
  title,
  kicker,
  subtitle,
  paragraphs,
  textKind,
}: Pick<Article, 'title' | 'kicker' | 'subtitle' | 'paragraphs' | 'textKind'>): readonly string[] {
  if (textKind === 'digest') return []
  const terms = new Set<string>()
  for (const text of [kicker ?? '', title, subtitle ?? '', ...paragraphs]) {
    for (const term of termsIn(text)) {
      terms.add(written(term))
      if (terms.size === MOST) return [...terms].sort()
    }
  }
  return [...terms].sort()
}
