/** What kind of phrase a term (提法) is, as far as its form tells. */
export type TermKind =
  /** A formula that counts: 四个全面, 三严三实, 两竞赛一赶超. */
  | 'formula'
  /** A campaign or programme: 希望工程, 光盘行动, 55352工程. */
  | 'campaign'
  /** A meeting with a name of its own: 十八届三中全会, 第十二届全国人民代表大会第一次会议. */
  | 'meeting'
  /** Any other phrase that stands in quotation marks. */
  | 'quoted'

const NUMERAL = '[一二两三四五六七八九十百千\\d]'
const FORMULA = new RegExp(
  `^${NUMERAL}+(?:个|大|项|条|位|种|股|型|化|不|有|有一|为|要)|^(?:${NUMERAL}+\\p{Script=Han}{1,3}?){2,}$`,
  'u',
)
/** What is called a campaign or a programme. */
export const CAMPAIGN_HEADS =
  '工程|活动|行动|计划|运动|攻坚战|大会战|竞赛|主题教育|学习教育|教育实践活动|专项整治|专项斗争'
const CAMPAIGN = new RegExp(`(?:${CAMPAIGN_HEADS})$`, 'u')
const MEETING = /(?:会议|大会|全会|峰会|论坛|博览会|运动会|座谈会|交易会|[〇一二三四五六七八九十]大)$/u
/** A meeting is one with a name when it is counted, or is one of a well-known series. */
const NAMED_MEETING = /^(?:十|二十|第|中央|全国)|第[〇一二三四五六七八九十百\d]+[届次]/u

/** The kind of a term. */
export function termKind(term: string): TermKind {
  if (MEETING.test(term) && NAMED_MEETING.test(term)) return 'meeting'
  if (CAMPAIGN.test(term)) return 'campaign'
  return FORMULA.test(term) ? 'formula' : 'quoted'
}
