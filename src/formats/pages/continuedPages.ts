import { fold } from '../../text/fold'

/** The mark by which an article goes on elsewhere (下转第4版), or comes from there (上接第1版), in a folded text. */
const ONWARD =
  /[(（【[<《]?\s?(?:下转|转|续转|未完转|未完,?下转|紧转)\s?(?:第?\s?(?<page>[a-z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s?版?(?:[·:：,，]?[^()（）]{0,12})?)\s?[)）】\]>》]?[▶►→]?\s?$/u
const ONWARD_ALONE = /下转\s?第?\s?(?<page>[a-z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s?版/u
const FROM_BEFORE =
  /^\s?[◀◄←]?[(（【[<《]?\s?(?:上接|紧接|接|续)\s?第?\s?(?<page>[a-z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s?版(?:[^()（）】\]]{0,24})?\s?(?:[)）】\]>》]|[:：])?\s?/u

/** A mark of continuation in a paragraph. */
export interface ContinuationMark {
  readonly page: string
  /** The paragraph without the mark. */
  readonly rest: string
}

/** The mark at the end of a paragraph that says where it goes on; `null` without one. */
export function readOnward(paragraph: string): ContinuationMark | null {
  const tail = paragraph.slice(-40)
  const folded = fold(tail)
  const match = ONWARD.exec(folded)
  if (match === null || (!ONWARD_ALONE.test(folded.slice(match.index)) && !/转/.test(match[0]))) return null
  if (!/[(（【[<]/.test(match[0].slice(0, 2)) && !/下转|续转/.test(match[0])) return null
  return {
    page: (match.groups?.['page'] ?? '').toUpperCase(),
    rest: paragraph.slice(0, paragraph.length - tail.length + match.index).trimEnd(),
  }
}

/** The mark at the head of a paragraph that says where it comes from; `null` without one. */
export function readFromBefore(paragraph: string): ContinuationMark | null {
  const folded = fold(paragraph.slice(0, 60))
  const match = FROM_BEFORE.exec(folded)
  if (match === null) return null
  if (!/[(（【[<◀◄←]/.test(match[0].slice(0, 2)) && !/上接/.test(match[0])) return null
  return {
    page: (match.groups?.['page'] ?? '').toUpperCase(),
    rest: paragraph.slice(match[0].length).trimStart(),
  }
}

/** The text of two halves: the last paragraph of the first goes on in the first of the second unless its sentence has ended. */
export function joinHalves(first: readonly string[], second: readonly string[]): readonly string[] {
  const last = first.at(-1)
  const next = second[0]
  if (last === undefined || next === undefined || /[。！？!?…][”’」』）)]?$/.test(last))
    return [...first, ...second]
  return [...first.slice(0, -1), last + next, ...second.slice(1)]
}
