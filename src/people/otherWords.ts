/** Rarer surnames that running text has far more often as a verb or an adjective before its object (强军兴, 惠民生, 查体). */
const LIKE_VERBS: ReadonlySet<string> = new Set('强惠查封管边严简')
/** Surnames that reports of visits have as short names of countries: 蒙方, 白两国. */
const LIKE_COUNTRIES: ReadonlySet<string> = new Set('乌蒙吉印沙文安莫白卢韩伊巴古智尼哈欧马孟')
/** A side and how the sentence goes on, in what no given name ends in: 乌方愿; not 白方礼. */
const OF_A_COUNTRY =
  /^.(?:方[愿一称通本入之先为希共主将就对同和与及在提表有也已可则即又仍]?|方..|两国|双边)$/u
/** What is said to a side: 向韩方, 向我方. */
const TO_A_SIDE = /^向\p{Script=Han}方/u
/** A side in letters of transcription: 阿方, 哈方. */
const FOREIGN_SIDE = /^.方$/u
/** What goes on after a number (600余起; 任 after 同志 is a verb), and what a pattern of words makes (越开越好, 二〇三五年). */
const AFTER_A_NUMBER = /[\d十百千万亿]$/u
const NO_NAME = /^越.越|〇/u
/** Adverbs that stand behind a name of two characters far more often than at the end of one of three: 所长甲乙已作出检讨. */
const ADVERBS: ReadonlySet<string> = new Set('已曾仍还即也又将')
/** Verbs of speaking that stand behind a name of two characters: 局长计成说. */
const SPEAKS: ReadonlySet<string> = new Set('说称问答')
/** Verbs that begin with a surname and are nobody's name, whatever stands before them: 习主席祝贺, 军方称. */
const VERBS: ReadonlySet<string> = new Set(['祝贺', '祝愿', '强军', '方称', '查看', '关注', '关心', '支持'])

const HARDLY_A_NAME = -7
const WITH_AN_ADVERB = -4
const LIKE_A_VERB = -2

/**
 * What speaks against a Chinese name because its characters are other words where it stands, as a natural logarithm; 0 for
 * nothing.
 *
 * @param isAnnounced whether what stands before it announces a name, as an office does
 * @param before the character before it; empty for none
 */
export function asOtherWords(name: string, isAnnounced: boolean, before: string): number {
  if (VERBS.has(name) || NO_NAME.test(name)) return HARDLY_A_NAME
  if (name.startsWith('任') && before === '志') return HARDLY_A_NAME
  if (name.startsWith('余') && AFTER_A_NUMBER.test(before)) return HARDLY_A_NAME
  if (name.length === 3 && SPEAKS.has(name[2]!)) return HARDLY_A_NAME
  if (name.length === 3 && ADVERBS.has(name[2]!)) return WITH_AN_ADVERB
  if (isAnnounced) return 0
  const surname = name[0]!
  if (TO_A_SIDE.test(name) || (LIKE_COUNTRIES.has(surname) && OF_A_COUNTRY.test(name))) return HARDLY_A_NAME
  return LIKE_VERBS.has(surname) ? LIKE_A_VERB : 0
}

/** The same of a name in letters of transcription. */
export function asOtherForeignWords(name: string, isAnnounced: boolean): number {
  return !isAnnounced && FOREIGN_SIDE.test(name) ? HARDLY_A_NAME : 0
}
