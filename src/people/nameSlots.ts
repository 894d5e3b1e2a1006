import { occupations, officeHeads, wordBefore } from './officeTitles'

/**
 * Where the form of a text leaves room for a name and hardly for anything else: by-lines, lists of appointments, names
 * with sex or office in brackets, names that were padded. All values are natural logarithms that speak for a name.
 */
export interface NameSlots {
  /** Where names end, with how much speaks for each that does. */
  readonly ends: ReadonlyMap<number, number>
  /** By start, the end and how much speaks for a name from one to the other. */
  readonly spans: ReadonlyMap<number, readonly [end: number, log: number]>
}

const BY_LINE = 11
const PADDED = 9
const WITH_SEX = 10
const WITH_OFFICE = 10
const WITH_BODY = 2
const APPOINTED = 5
const DECIDED = 9

const BY_LINES =
  /(?:记者|通讯员|实习生|见习生|摄影|特约撰稿)[ :,]{1,2}((?:\p{Script=Han}{2,6}[ 、,]{1,3}){0,9}\p{Script=Han}{2,6}?)(?=[ )]|$|报道|摄影|[ ,、]*(?:通讯员|记者|实习生))/gu
/** A paragraph's last words, or a line of its own: (米晓岚 苏河). */
const SIGNED = /\(((?:\p{Script=Han}{2,4}[ 、]){1,4}\p{Script=Han}{2,4})\)\s*$/gu
const BRACKET = /\(([^()]{1,24})\)/gu
const SEX_OR_PEOPLE = /^(?:男|女|化名)(?:,|$)|(?:^|,)\p{Script=Han}{1,4}族$/u
/** A,男,汉族 */
const SEX = /,[男女](?=,)/gu
const BODY = /(?:[镇乡县市区]|公司|集团|中学|小学|大学|医院|[局院厂社馆队所站])$/u
/** 为 and an office up to a mark: (任命)A为县长; */
const MADE =
  /(?:\([^()]{1,20}\))?(?:同志)?为(?!同志)(?:\p{Script=Han}|["·]){2,30}?(?:长|主任|书记|主席|委员|审判员|检察员|代表|总监|经理)(?=[;,。、 ]|$|的)/gu
/** 的 and an office 职务: 免去A的县长职务. */
const UNMADE = /(?:\([^()]{1,20}\))?(?:同志)?的[^,。;]{2,60}?职务/gu

/** The same without 的, where an office of a place follows: 撤销A市民政局局长职务. */
const UNMADE_OF_A_PLACE =
  /(?:免去|撤销|罢免|解除|:|;)(\p{Script=Han}{2,3}?)(?=(?:中共)?[省市县区州镇乡]\p{Script=Han}{1,28}(?:长|主任|书记|主席|委员|审判员|检察员)(?:的)?职务)/gu

/** A line of a list of decisions that is nothing else: A为县长; and A的县长职务; */
const MADE_LINE =
  /^(\p{Script=Han}{2,4})(?:\([^()]{1,20}\))?(?:同志)?为(?:\p{Script=Han}|["·]){2,30}(?:长|主任|书记|主席|委员|审判员|检察员)[;,。]?$/u
const UNMADE_LINE = /^(\p{Script=Han}{2,4})(?:\([^()]{1,20}\))?(?:同志)?的[^,。;]{2,60}职务[;。]?$/u

/** Pieces of a by-line with where each starts. */
function* pieces(list: string, from: number): Generator<readonly [start: number, end: number]> {
  for (const { index, 0: piece } of list.matchAll(/\p{Script=Han}+/gu)) {
    if (piece.length < 2) continue
    yield [from + index, from + index + piece.length]
  }
}

function endsInOffice(words: string): boolean {
  return (
    wordBefore(words, words.length, officeHeads) !== '' || wordBefore(words, words.length, occupations) !== ''
  )
}

/**
 * The slots of a folded text.
 *
 * @param padded where names stand that were printed with a space in them, which the text no longer has
 */
export function nameSlots(
  text: string,
  padded: readonly (readonly [start: number, end: number])[],
): NameSlots {
  const ends = new Map<number, number>()
  const spans = new Map<number, readonly [number, number]>()
  for (const [start, end] of padded) spans.set(start, [end, PADDED])
  if (/记者|通讯员|实习生|摄影|撰稿/u.test(text)) {
    for (const { index, 0: whole, 1: list = '' } of text.matchAll(BY_LINES)) {
      const from = index + whole.length - list.length
      for (const [start, end] of pieces(list, from)) spans.set(start, [end, BY_LINE])
    }
  }
  if (text.includes('(')) {
    for (const { index, 1: list = '' } of text.matchAll(SIGNED)) {
      for (const [start, end] of pieces(list, index + 1)) spans.set(start, [end, BY_LINE])
    }
    for (const { index, 1: inside = '' } of text.matchAll(BRACKET)) {
      if (SEX_OR_PEOPLE.test(inside)) ends.set(index, WITH_SEX)
      else if (endsInOffice(inside)) ends.set(index, WITH_OFFICE)
      else if (BODY.test(inside)) ends.set(index, WITH_BODY)
    }
  }
  if (text.includes(',男,') || text.includes(',女,'))
    for (const { index } of text.matchAll(SEX)) ends.set(index, WITH_SEX)
  if (text.includes('为')) for (const { index } of text.matchAll(MADE)) ends.set(index, APPOINTED)
  if (text.includes('职务')) {
    for (const { index } of text.matchAll(UNMADE)) ends.set(index, APPOINTED)
    for (const { index, 0: whole, 1: name = '' } of text.matchAll(UNMADE_OF_A_PLACE)) {
      const end = index + whole.length
      spans.set(end - name.length, [end, DECIDED])
    }
  }
  const decided = (MADE_LINE.exec(text) ?? UNMADE_LINE.exec(text))?.[1]
  if (decided !== undefined) spans.set(0, [decided.length, DECIDED])
  return { ends, spans }
}
