import type { NameMention } from './findMentions'
import type { OfficePhrase } from './officePhrase'
import { collectives, wordAfter } from './officeTitles'

const AMONG = '等'
const LONGEST_COLLECTIVE = 9
/** What a collective word goes on in where it is another word: 等领导小组, 等领导下. */
const GOES_ON = /^(?:小组|机构|班子|岗位|干部|下|了|的|集体|力量)/u
/** Leaders by a verb as well (等领导和发动): what follows the word tells. */
const LEADS = '领导'
const IS_NOUN = /^(?:[,。、;)到出参陪来前深实检视察看走调观]|$)/u
/** Who is old, or a guest, is no leader for that. */
const NO_LEADERS: ReadonlySet<string> = new Set(['老同志', '嘉宾'])
/** Between the names of such a list, the offices before each not counted. */
const BETWEEN = /^(?:\([^()]{1,24}\))?[、,]?(?:和|与|及|以及)?$/u

/** A word for leaders together behind a list, and which names it tells of, by number. */
export interface CollectiveBehind {
  readonly phrase: OfficePhrase
  readonly holders: readonly number[]
}

/**
 * The collective words behind lists of a text: 市委书记甲、市长乙等市领导 are both 市领导. The list goes back over marks and the
 * offices before its names. None where 等 stands behind no name, or the word is part of another (等领导小组).
 *
 * @param begins where each name begins with the offices before it
 */
export function collectivesBehind(
  text: string,
  mentions: readonly NameMention[],
  begins: readonly number[],
): readonly CollectiveBehind[] {
  return mentions.flatMap(({ end }, last) => {
    if (text[end] !== AMONG) return []
    const start = end + AMONG.length
    const head = wordAfter(text, start, collectives, LONGEST_COLLECTIVE)
    const close = start + head.length
    const behind = text.slice(close, close + 2)
    if (head === '' || NO_LEADERS.has(head) || GOES_ON.test(behind)) return []
    if (head === LEADS && !IS_NOUN.test(behind)) return []
    const holders = [last]
    for (let at = last; at > 0 && BETWEEN.test(text.slice(mentions[at - 1]!.end, begins[at])); at -= 1)
      holders.unshift(at - 1)
    return [{ phrase: { start, end: close, kind: 'collective', qualifiers: [], head }, holders }]
  })
}
