const PLACE = /(?=(\p{Script=Han}{2,3})(?:[镇乡村县市区渡寺堡坡屯]|街道)(?!长|委))/gu

/** What a folded text calls a town, a village or the like by its sign, without it: each string of two or three characters before one. */
export function placesNamed(text: string): readonly string[] {
  return Array.from(text.matchAll(PLACE), ([, place = '']) => place)
}
