import { homeOfLevel, placeStem, type HomePlace } from './homePlaces'
import type { PeopleResources } from './peopleResources'

/** An office that names a level and no place: 市委书记, 市长, 副市长, 区人大主任; not 市场部 or 区域经理. */
const BARE =
  /^(?:副|代|常务副)?(?<level>[市县区镇乡州])(?=委|长|人大|政协|政府|纪委|法院|检察院|公安|[\p{Script=Han}]{1,8}[局办委部会院](?:[\p{Script=Han}]{0,6})$|领导|级)(?!场|民|值|容|域|间)/u
const LEVEL_SIGN = /[省市县区州盟旗镇乡村国]/u
const LONGEST_PLACE = 8

/**
 * Whose office it is: the place that the office begins with, without the sign of its level (苏州 of 苏州市副市长); for one
 * that names only a level, the home place of that level; else `null`.
 */
export function jurisdictionOf(
  office: string,
  homes: readonly HomePlace[],
  text: string,
  { places }: Pick<PeopleResources, 'places'>,
): string | null {
  const level = BARE.exec(office)?.groups?.['level']
  if (level !== undefined) return homeOfLevel(level, homes, text)
  for (let length = Math.min(LONGEST_PLACE, office.length - 1); length > 1; length -= 1) {
    const place = office.slice(0, length)
    if (places.has(place)) return placeStem(place)
    if (length > 2 && LEVEL_SIGN.test(place.at(-1)!) && places.has(place.slice(0, -1)))
      return place.slice(0, -1)
  }
  const named = homes.find(({ stem }) => office.startsWith(stem))
  return named?.stem ?? null
}
