import { mergeRanges, type TextRange } from '../../domain/textRange'

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '"': '"',
}

const QUOTATION_MARK = /[“”‘’「」『』《》〈〉"]/g

/**
 * The stretches of a paragraph in quotation marks or title marks, with the marks, rising and apart. What is opened and
 * not closed is quoted to the end, as in speeches of several paragraphs.
 */
export function quotedRanges(paragraph: string): readonly TextRange[] {
  const ranges: TextRange[] = []
  const open: { readonly closing: string; readonly start: number }[] = []
  for (const { 0: mark, index } of paragraph.matchAll(QUOTATION_MARK)) {
    const last = open.at(-1)
    if (last?.closing === mark) {
      ranges.push([last.start, index + 1])
      open.pop()
    } else if (CLOSING[mark] !== undefined) {
      open.push({ closing: CLOSING[mark], start: index })
    }
  }
  // An apostrophe or a stray title mark quotes nothing.
  for (const { closing, start } of open) if (/["”」』]/u.test(closing)) ranges.push([start, paragraph.length])
  return mergeRanges(ranges)
}

/** Whether a place lies in one of the ranges. */
export function isWithin(ranges: readonly TextRange[], at: number): boolean {
  return ranges.some(([start, end]) => at >= start && at < end)
}
