/** Where dates and day words may begin in a text: found in one pass, so that patterns are tried nowhere else. */
export interface DateSigns {
  /** Where a word of `RELATIVE_WORDS` may begin, rising. */
  readonly words: readonly number[]
  /** Where a year or a month in Chinese (2012年, 七月) may begin, rising. */
  readonly written: readonly number[]
  /** Whether figures with a mark between stand somewhere (2012-07), and three Latin letters in a row (Jul). */
  readonly hasFigures: boolean
  readonly hasLatin: boolean
}

const NO_SIGNS: DateSigns = { words: [], written: [], hasFigures: false, hasLatin: false }

const DAY = 1
const MONTH = 2
const YEAR = 4
const WEEK = 8
const FIGURE = 16
const NUMERAL = 32
const LATIN = 64
const MARK = 128
const BEFORE_DAY = 256
const BEFORE_MONTH = 512
const BEFORE_YEAR = 1024
const WEEK_OF = 2048

const kinds = new Uint16Array(0x10000)

function say(kind: number, characters: string): void {
  for (let at = 0; at < characters.length; at++) kinds[characters.charCodeAt(at)]! |= kind
}

// Texts are looked at before they are folded, so all writings stand here.
say(DAY, '天日晨早晚夜')
say(MONTH, '月')
say(YEAR, '年')
say(WEEK, '周週期拜')
say(FIGURE, '0123456789０１２３４５６７８９')
say(NUMERAL, '〇零○ＯＯoOｏ一二三四五六七八九十元正廿卅')
say(LATIN, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
say(MARK, '-/.·‐‑–—－．／・•‧')
say(BEFORE_DAY, '今昨明前后後当當次翌')
say(BEFORE_MONTH, '上本下个個')
say(BEFORE_YEAR, '前去今明')
say(WEEK_OF, '上本这這下个個')

function kindAt(text: string, at: number): number {
  return at < 0 ? 0 : kinds[text.charCodeAt(at)]!
}

/** Where a number before `at` begins, at most `most` characters of it, with one space between. */
function numberBefore(text: string, at: number, most: number): number {
  const unit = text.charCodeAt(at - 1)
  const end = unit === 0x20 || unit === 0x3000 || unit === 0xa0 ? at - 1 : at
  let start = end
  while (end - start < most && (kindAt(text, start - 1) & (FIGURE | NUMERAL)) !== 0) start--
  return start === end ? -1 : start
}

/** Where a word begins whose last character but one is at `at`: 大 and 这 are parts of some. */
function wordBefore(text: string, at: number): number {
  const character = text.charAt(at)
  const before = text.charAt(at - 1)
  if (character === '个' || character === '個') return at - 1
  return (character === '前' || character === '后' || character === '後') && before === '大' ? at - 1 : at
}

function isWeek(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character === '期') return text.charAt(at - 1) === '星'
  return character === '拜' ? /[礼禮]/.test(text.charAt(at - 1)) : true
}

/** The signs of dates in a text as it is. Most paragraphs of most texts have none. */
export function dateSigns(text: string): DateSigns {
  let words: number[] | null = null
  let written: number[] | null = null
  let hasFigures = false
  let letters = 0
  let hasLatin = false
  const addWord = (start: number): void => {
    words ??= []
    if (words.at(-1) !== start) words.push(start)
  }
  const addWritten = (start: number): void => {
    if (start !== -1) (written ??= []).push(start)
  }
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]!
    if (kind === 0) {
      letters = 0
      continue
    }
    letters = (kind & LATIN) === 0 ? 0 : letters + 1
    if (letters === 3) hasLatin = true
    const before = kindAt(text, at - 1)
    if ((kind & DAY) !== 0) {
      if ((before & BEFORE_DAY) !== 0) addWord(wordBefore(text, at - 1))
      else if ((before & FIGURE) !== 0) addWord(numberBefore(text, at, 2))
    } else if ((kind & MONTH) !== 0) {
      if ((before & BEFORE_MONTH) !== 0) addWord(wordBefore(text, at - 1))
      else addWritten(numberBefore(text, at, 3))
    } else if ((kind & YEAR) !== 0) {
      if ((before & BEFORE_YEAR) !== 0) addWord(wordBefore(text, at - 1))
      else addWritten(numberBefore(text, at, 4))
      if (/[初底]/.test(text.charAt(at + 1))) addWord(at)
    } else if ((kind & WEEK) !== 0 && isWeek(text, at)) {
      const start = text.charAt(at) === '期' || text.charAt(at) === '拜' ? at - 1 : at
      if ((kindAt(text, start - 1) & WEEK_OF) !== 0) {
        const of = wordBefore(text, start - 1)
        // 上上周 begins one character before 上周, and 这个 and 上个 two before the week.
        if (/[上]/.test(text.charAt(of - 1))) addWord(of - 1)
        addWord(of)
      }
      addWord(start)
    } else if ((kind & MARK) !== 0 && (before & FIGURE) !== 0) hasFigures = true
  }
  if (words === null && written === null && !hasFigures && !hasLatin) return NO_SIGNS
  return { words: words ?? [], written: written ?? [], hasFigures, hasLatin }
}

/** Whether there is any sign. */
export function hasSigns({ words, written, hasFigures, hasLatin }: DateSigns): boolean {
  return words.length > 0 || written.length > 0 || hasFigures || hasLatin
}
