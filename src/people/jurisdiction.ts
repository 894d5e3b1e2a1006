import { homeOfLevel, placeStem, type HomePlace } from './homePlaces'
import type { PeopleResources } from './peopleResources'

/** What the place of an office is told by, besides its words. */
export interface OfficeSurroundings {
  /** Places that the newspaper is at home in, the narrower first. */
  readonly homes: readonly HomePlace[]
  /** Those of any day, for offices that are told of the past. */
  readonly everHomes: readonly HomePlace[]
  /** The whole article, folded, and the part of it before the office. */
  readonly whole: string
  readonly before: string
  readonly isPast: boolean
  readonly resources: Pick<PeopleResources, 'places'>
}

const PARTY = /^(?:中共|中国共产党|政协|共青团|民革|民盟|民建)/u
/** An office that names a level and no place: 市委书记, 副市长, 县化肥厂厂长; not 市场部 or 区域经理. */
const BARE =
  /^(?:副|代理?|常务副)?(?<level>[省市县区镇乡州])(?!场|民(?![政族兵航进盟革建营])|政(?!协|府|法|委)|值|容|域|间|块)/u
const SIGN = /^(?<stem>\p{Script=Han}{2,6}?)(?:自治)?(?<sign>[省市县区州盟旗镇乡])/u
/** In what looks like a place, but is a body or an area of another kind. */
const NO_PLACE =
  /[部局委会院厅长员处办市县驻副第]|^(?:人民|经济|高新|工业|旅游|代理)|[的由将是把被向从]|(?:开发|新|园|小|地|社|辖|郊|城|景|灾|库|林|矿|军|战|校|特|示范|保税)$/u
/** Seats of what stood between a province and its counties. */
const PREFECTURE = /^(?<stem>\p{Script=Han}{2,4}?)(?:地区|专署|行署|地委)/u
const LEVEL_SIGN = /[省市县区州盟旗镇乡村国]/u
const LONGEST_PLACE = 8
/** Behind a place, what has its name only and is not its organ. */
const INSTITUTION =
  /^(?:\p{Script=Han}{0,6})(?:行动|工程|活动|战役|计划|小学|中学|大学|学院|学校|幼儿园|医院|公司|集团|银行|厂|矿|俱乐部|出版社|研究[所院]|大桥|水库|籍|队)/u
/** Organs of a county or a city that are named without it. */
const ORGAN =
  /^(?:副?局长|\p{Script=Han}{2,8}局(?:副?局长|\p{Script=Han}{0,6}[长任员])$|(?:副|常务副)?(?:总指挥|指挥长)|组织部|宣传部|统战部|政法委|人武部|武装部|政协|人大|纪委|妇联|团委|总工会|人民法院|检察院|审判委员会)/u

/** The town or township that the text named last before an office such as 乡长. */
function townBefore(level: string, before: string): string | null {
  const near = before.slice(-1500)
  const at = near.lastIndexOf(level)
  for (let end = at; end > 1; end = near.lastIndexOf(level, end - 1)) {
    const stem = near.slice(end - 2, end)
    if (/^\p{Script=Han}{2}$/u.test(stem) && !NO_PLACE.test(stem) && !/[个各全本该每这那们]/u.test(stem))
      return stem
  }
  return null
}

/** The innermost of the places with the sign of their level that words begin with: 吴江 of 苏州市吴江市副市长. */
function signedPlace(words: string): string | null {
  let found: string | null = null
  for (let rest = words; ;) {
    const match = SIGN.exec(rest)
    const stem = match?.groups?.['stem']
    if (match === null || stem === undefined || NO_PLACE.test(stem)) return found
    if (found !== null && /^[委政人长副]/u.test(rest)) return found
    found = stem
    rest = rest.slice(match[0].length)
  }
}

function namedPlace(words: string, { places }: Pick<PeopleResources, 'places'>): string | null {
  for (let length = Math.min(LONGEST_PLACE, words.length - 1); length > 1; length -= 1) {
    const place = words.slice(0, length)
    const isSigned = length > 2 && LEVEL_SIGN.test(place.at(-1)!) && places.has(place.slice(0, -1))
    if (!isSigned && !places.has(place)) continue
    if (INSTITUTION.test(words.slice(length))) return null
    return isSigned ? place.slice(0, -1) : placeStem(place)
  }
  return null
}

/**
 * Whose office it is: the place that the office begins with, without the sign of its level (苏州 of 苏州市副市长); for one
 * that names only a level, the home place of that level, or the town that the text named last; for an organ without either
 * (组织部部长), the newspaper's home; else `null`.
 */
export function jurisdictionOf(office: string, surroundings: OfficeSurroundings): string | null {
  const { homes, everHomes, whole, before, isPast, resources } = surroundings
  const words = office.replace(PARTY, '')
  const atHome = everHomes.find(({ stem, level }) => words.startsWith(stem + (level ?? '')))
  const signed = signedPlace(words)
  if (signed !== null) return signed
  if (atHome !== undefined) return atHome.stem
  const level = BARE.exec(words)?.groups?.['level']
  if (level === '乡' || level === '镇') return townBefore(level, before) ?? homeOfLevel(level, homes, whole)
  if (level !== undefined)
    return homeOfLevel(level, homes, whole) ?? (isPast ? homeOfLevel(level, everHomes, whole) : null)
  const prefecture = PREFECTURE.exec(words)?.groups?.['stem']
  if (prefecture !== undefined) return prefecture
  const named = namedPlace(words, resources)
  if (named !== null) return named
  return ORGAN.test(words) || words !== office ? (homes[0]?.stem ?? null) : null
}
