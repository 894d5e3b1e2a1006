import { articleDate, type Article } from '../domain/article'
import type { NewspaperDescription } from '../domain/collection'

/** A place that a newspaper is at home in, as of one day: with the sign of its level (市, 县, 区) where that is known. */
export interface HomePlace {
  readonly stem: string
  readonly level: string | null
}

const LEVEL = /[省市县区州盟旗镇乡村]$/u
const PAPER = /(?:日报|晚报|早报|晨报|时报|快报|都市报|新闻|电视台|广播电视台|商报|周报|报)(?:社)?$/u
/** Papers that are named so for what they write, not for a place. */
const NOT_A_PLACE =
  /^(?:人民|光明|经济|科技|法制|法治|工人|农民|解放军|解放|中国|新华|中国.*|环球|参考|南方|文汇|新民|新京)$/u

/** A place without the sign of its level: 吴江 of 吴江市; 沙县 stays whole. */
export function placeStem(place: string): string {
  return place.length > 2 ? place.replace(LEVEL, '') : place
}

function asHome(place: string): HomePlace {
  const stem = placeStem(place)
  return { stem, level: stem === place ? null : place.slice(-1) }
}

type DescribedPlace = NewspaperDescription['places'][number]

/** Whether a place held on a day. Its last day is one of its own unless another place begins on it. */
function holdsOn({ from = '', to }: DescribedPlace, date: string, all: readonly DescribedPlace[]): boolean {
  if (date < from) return false
  if (to === undefined || date < to || (date !== to && date.startsWith(to))) return true
  return date === to && all.every((other) => other.from !== to)
}

/** Where a newspaper is at home: on the day of an article, and on any day. */
export interface NewspaperHomes {
  readonly homes: readonly HomePlace[]
  readonly everHomes: readonly HomePlace[]
}

/**
 * The places that the newspaper of an article was at home in on its day: those that the newspaper's description gives, as
 * far as they held on that day; else the one in the newspaper's name; else none.
 */
export function homePlaces(
  article: Pick<Article, 'newspaper' | 'issueDate' | 'publishedAt'>,
  described: readonly NewspaperDescription[],
): NewspaperHomes {
  const { newspaper } = article
  if (newspaper === undefined) return { homes: [], everHomes: [] }
  const date = articleDate(article)
  const all = described
    .filter(({ name, aliases }) => name === newspaper || aliases.includes(newspaper))
    .flatMap((description) => description.places)
  if (all.length > 0) {
    const places = date === null ? all : all.filter((place) => holdsOn(place, date, all))
    return { homes: places.map(({ name }) => asHome(name)), everHomes: all.map(({ name }) => asHome(name)) }
  }
  const named = newspaper.replace(PAPER, '')
  const homes = named === newspaper || named.length < 2 || NOT_A_PLACE.test(named) ? [] : [asHome(named)]
  return { homes, everHomes: homes }
}

/**
 * Whose office it is that names a level and no place (市委副书记, 市长): the stem of the home place of that level, or of
 * the one whose level is not known if the text does not name it with another; `null` where there is none.
 */
export function homeOfLevel(level: string, homes: readonly HomePlace[], text: string): string | null {
  const exact = homes.find((home) => home.level === level)
  if (exact !== undefined) return exact.stem
  const open = homes.find((home) => home.level === null)
  if (open === undefined) return null
  const others = Array.from('省市县区州旗镇').filter(
    (other) => other !== level && text.includes(open.stem + other),
  )
  return others.length === 0 || text.includes(open.stem + level) ? open.stem : null
}
