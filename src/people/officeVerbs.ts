import type { OfficeMention } from '../domain/article'

/** What a verb of holding an office says: the event, whether it tells of the past, and qualifiers of the office. */
export interface OfficeVerb {
  readonly event: OfficeMention['event']
  readonly isPast: boolean
  readonly qualifiers: readonly string[]
}

/** An office is held. */
export const HOLDS: OfficeVerb = { event: null, isPast: false, qualifiers: [] }
const GETS: OfficeVerb = { ...HOLDS, event: 'appointed' }
/** An office is lost. */
export const LOSES: OfficeVerb = { ...HOLDS, event: 'removed' }
const HELD: OfficeVerb = { ...HOLDS, isPast: true }

function held(qualifier: string): OfficeVerb {
  return { ...HELD, qualifiers: [qualifier] }
}

function each(words: string, verb: OfficeVerb): Readonly<Record<string, OfficeVerb>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, verb]))
}

/** Verbs that stand before an office, by their words. */
export const officeVerbs: Readonly<Record<string, OfficeVerb>> = {
  ...each('不再担任 不再兼任 不再任 辞去 卸任 被免去 免去 罢免 撤销 免', LOSES),
  ...each(
    '被任命为 被选为 被推选为 被选举为 被推举为 被增补为 被提拔为 被聘为 被聘任为 受聘为 当选为 当选 获任 出任 就任 升任 接任 继任 改任 调任 转任',
    GETS,
  ),
  ...each('历任 先后任 先后担任', HELD),
  ...each('曾任 曾担任 曾兼任', held('曾任')),
  ...each('此前任 此前担任', held('此前任')),
  ...each('原来是 原是', held('原')),
  原任: held('原任'),
  曾是: held('曾'),
  拟任: { ...HOLDS, qualifiers: ['拟任'] },
  ...each('被提名为 提名为', { ...HOLDS, qualifiers: ['提名'] }),
  兼任: { ...HOLDS, qualifiers: ['兼'] },
  代理: { ...HOLDS, qualifiers: ['代'] },
  ...each('连任 现任 担任 任 调 当上 当 做过 做了 是 系 为', HOLDS),
}

/** One-character verbs that are often only letters of another word. */
const GUARDED: Readonly<Record<string, string>> = {
  免: '(?<=[,;、])免(?![去除费税试检疫职于得不])',
  任: '(?<![主责信胜委上离常放一在到赴新首前后第每届时聘留])任(?![务何期职免命意由性凭教用选重人])',
  当: '(?<![担应相正适充恰承精上妥停每典])当(?![选年时天日前地中场然局代初事晚月下众庭面即成作家今])',
}

/** Finds verbs that stand before an office; matches with `matchAll`. */
export const OFFICE_VERB = new RegExp(
  Object.keys(officeVerbs)
    .sort((a, b) => b.length - a.length)
    .map((word) => GUARDED[word] ?? word)
    .join('|'),
  'gu',
)

const APPOINTS = /任命|选举|推选|推举|补选|决定|批准|通过|选出|聘任|聘请|聘|增补|当选/u
const TELLS_OF_CHANGE = /决定|宣布|任命|批准|通知|调整|免去|不再|当选|另有任用|出任|就任/u
/** Before 为 in a row of clauses that tell who holds what: 甲担任董事长,乙为经理. */
const HOLDS_TOO = /担任|出任|就任/u
/** Roles in a body for one purpose, which nobody is appointed to for good. */
const FOR_A_PURPOSE = /(?:指挥长?|组长|团长|领队|裁判长?|主持人|执行主席|主任委员)$/u

/**
 * What happens by a verb that may only say that an office is held (任, 为); `undefined` where it says nothing of an office.
 *
 * @param before the sentence as far as the verb
 * @param heads the words for the offices behind it
 * @param heading the event that a line such as 任命： above the text tells
 */
export function eventOf(
  verb: string,
  before: string,
  heads: readonly string[],
  heading: OfficeMention['event'],
): OfficeMention['event'] | undefined {
  const said = officeVerbs[verb]!.event
  if (said !== null) return said
  if (verb === '为')
    return heading ?? (APPOINTS.test(before) ? 'appointed' : HOLDS_TOO.test(before) ? null : undefined)
  const isAppointing = (verb === '任' || verb === '担任') && TELLS_OF_CHANGE.test(before)
  return isAppointing && !heads.some((head) => FOR_A_PURPOSE.test(head)) ? 'appointed' : null
}
