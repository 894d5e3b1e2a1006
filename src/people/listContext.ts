import type { NameDraft } from './nameDrafts'

/** Names of a text that are certain: by their ends with where they start, and the other way round. */
export interface NamesAround {
  readonly ends: ReadonlyMap<number, number>
  readonly starts: ReadonlyMap<number, number>
}

const BESIDE_A_NAME = 3
const BETWEEN_NAMES = 11
/** What each further clear name in the row adds. */
const EACH_FURTHER = 2
/** The same where the items of the list have other words before their names. */
const BESIDE_AN_ITEM = 2
const BETWEEN_ITEMS = 7
const LONGEST_ITEM = 24
const MOST_SPACES = 3
const HAN = /[\p{Script=Han}·]/u
const ITEM_MARKS: ReadonlySet<string> = new Set('、,。;()')

/**
 * Where the next item of a list begins, or the one before ends, over a mark 、 or up to three spaces; `edge` itself for none.
 *
 * @param isAlone whether the name is the whole item, as it is where only spaces divide a list
 */
function overMark(text: string, edge: number, step: -1 | 1, isAlone: boolean): number {
  const beside = (at: number): string | undefined => text[step === -1 ? at - 1 : at]
  if (beside(edge) === '、') return edge + step
  if (!isAlone) return edge
  let at = edge
  while (beside(at) === ' ' && Math.abs(at - edge) < MOST_SPACES) at += step
  return at
}

/** How many clear names stand one after the other beside a place, backwards by `ends` or forwards by `starts`. */
function clearInARow(
  text: string,
  from: number,
  next: ReadonlyMap<number, number>,
  step: -1 | 1,
  isAlone: boolean,
): number {
  let count = 0
  for (let edge = from; ; count += 1) {
    const at = overMark(text, edge, step, isAlone)
    const beyond = at === edge ? undefined : next.get(at)
    if (beyond === undefined) return count
    edge = beyond
  }
}

/** Whether an item of a list may end at a place. */
function endsItem(text: string, end: number): boolean {
  return end === text.length || ITEM_MARKS.has(text[end]!)
}

/** Whether the item of a list before the one that ends at `end` ends in a clear name: 甲局张示例、乙局李样张. */
function isBehindAnItem(text: string, start: number, ends: ReadonlyMap<number, number>): boolean {
  let at = start
  while (at > 0 && start - at < LONGEST_ITEM && HAN.test(text[at - 1]!)) at -= 1
  return text[at - 1] === '、' && ends.has(itemEnd(text, at - 1))
}

/** Whether the item of a list behind the mark at `at` ends in a clear name. */
function isBeforeAnItem(text: string, at: number, ends: ReadonlyMap<number, number>): boolean {
  let end = at + 1
  while (end < text.length && end - at < LONGEST_ITEM && HAN.test(text[end]!)) end += 1
  return ends.has(end) && endsItem(text, end)
}

/** Where the words of an item end before a mark, without what stands in brackets behind them: 张示例（县一中）、. */
function itemEnd(text: string, mark: number): number {
  return text[mark - 1] === ')' ? text.lastIndexOf('(', mark) : mark
}

/** What it says for a name at the end of an item of a list that the items beside it end in clear names. */
function itemContext(text: string, { start, end }: NameDraft, { ends }: NamesAround): number {
  if (!endsItem(text, end)) return 0
  const isBehind = isBehindAnItem(text, start, ends)
  const isBefore = text[end] === '、' && isBeforeAnItem(text, end, ends)
  return isBehind && isBefore ? BETWEEN_ITEMS : isBehind || isBefore ? BESIDE_AN_ITEM : 0
}

/**
 * What it says for a name that clear names stand beside it in a list, right before or behind it or at the ends of the items
 * there: a natural logarithm, 0 where none do.
 */
export function listContext(text: string, draft: NameDraft, known: NamesAround): number {
  if (known.ends.size === 0) return 0
  const { start, end } = draft
  const isBesideSpace = text[start - 1] === ' ' || text[end] === ' '
  const isAlone = isBesideSpace && !HAN.test(text[start - 1] ?? '') && !HAN.test(text[end] ?? '')
  const behind = clearInARow(text, start, known.ends, -1, isAlone)
  const before = clearInARow(text, end, known.starts, 1, isAlone)
  if (behind > 0 && before > 0) return BETWEEN_NAMES
  const row = behind + before
  const inARow = row === 0 ? 0 : Math.min(BETWEEN_NAMES, BESIDE_A_NAME + EACH_FURTHER * (row - 1))
  return Math.max(inARow, itemContext(text, draft, known))
}
