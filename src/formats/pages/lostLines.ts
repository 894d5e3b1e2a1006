import { findDates } from '../../text/dates/findDates'
import { findLabels } from './metaLabels'
import { makeLine, type PageLine } from './pageLine'

/** A page that has lost all its breaks has at most so many lines, and one of at least this length. */
const MOST_LINES = 3
const LONGEST_HEAD = 400
const LEAST = 240

const CRUMB_END = /(?:>|»|›)\s?(?:正文|内容|详情|文章内容)\s+(?=\S)/
const SIZE_END = /(?:字号|字体)\s?[:：]?\s?[【[(]?\s?大\s{0,2}中\s{0,2}小\s?[】\])]?\s*/
const DATELINE =
  /(?<=\s)(?:本报讯|本台消息|本网讯|新华社\p{Script=Han}{2,8}\d{1,2}月|中新社\p{Script=Han}{2,8}\d{1,2}月|本报\p{Script=Han}{0,8}\d{1,2}月)/u

/** Places in the head of a line before which something else begins: a label, a moment, the text itself. */
function partsOfHead(line: PageLine): readonly number[] {
  const head = line.folded.slice(0, LONGEST_HEAD)
  const text = line.text.slice(0, LONGEST_HEAD)
  const places: number[] = []
  const crumb = CRUMB_END.exec(head)
  if (crumb !== null) places.push(crumb.index + crumb[0].length)
  const labels = findLabels(head).filter((label) => label.kind !== 'summary')
  for (const label of labels) places.push(label.start)
  const date = findDates(text).find(
    (one) => one.hour !== null && !labels.some((label) => Math.abs(label.end - one.start) <= 2),
  )
  if (date !== undefined) places.push(date.start, date.end)
  const size = SIZE_END.exec(head)
  const dateline = DATELINE.exec(head)
  const begin = dateline?.index ?? (size === null ? undefined : size.index + size[0].length)
  if (begin !== undefined) return [...places.filter((place) => place < begin), begin]
  // The value of the last label ends at the next space.
  const last = labels.at(-1)
  if (last === undefined) return []
  const space = head.slice(last.end).trimStart().search(/\s/)
  return space === -1
    ? []
    : [...places, last.end + space + (head.slice(last.end).length - head.slice(last.end).trimStart().length)]
}

/** Where the credits of an editor begin at the end of a line. */
function partOfTail(line: PageLine): readonly number[] {
  const from = Math.max(0, line.folded.length - 60)
  const label = findLabels(line.folded.slice(from)).find((one) => one.kind === 'editor')
  return label === undefined
    ? []
    : [from + label.start - (/[(（【[]\s?$/.test(line.text.slice(0, from + label.start)) ? 1 : 0)]
}

/**
 * Lines of a page that lost all its breaks, so that head and text stand on one line, parted again where a label, a
 * moment or a dateline begins. Any other page stays as it is.
 */
export function partLostLines(lines: readonly PageLine[]): readonly PageLine[] {
  if (lines.length > MOST_LINES) return lines
  return lines.flatMap((line) => {
    if (line.text.length < LEAST) return [line]
    const head = partsOfHead(line)
    if (head.length < 2) return [line]
    const places = [...new Set([0, ...head, ...partOfTail(line), line.text.length])].sort(
      (one, other) => one - other,
    )
    return places.slice(0, -1).flatMap((from, index) => {
      const piece = line.text.slice(from, places[index + 1])
      const text = piece.trim()
      return text === ''
        ? []
        : [
            makeLine(text, line.start + from + (piece.length - piece.trimStart().length), {
              container: line.container,
            }),
          ]
    })
  })
}
