const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  o: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Numbers with a place of their own: 元 (the first year or month) and the tens that are one character. */
const TENS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 }

function digitOf(character: string): number | null {
  return character >= '0' && character <= '9' ? Number(character) : (DIGITS[character] ?? null)
}

/** A number as a row of digits (二〇一二, 2012, 二00五). `null` when one of its characters is no digit. */
function readDigits(text: string): number | null {
  let number = 0
  for (const character of text) {
    const digit = digitOf(character)
    if (digit === null) return null
    number = number * 10 + digit
  }
  return number
}

/**
 * The number below 1000 that a folded text writes, in digits (12, 二〇一二 as 2012) or in words (十二, 二十五, 廿五,
 * 一百零一, 元). `null` for an empty text and for anything else.
 */
export function readChineseNumber(text: string): number | null {
  if (text === '') return null
  if (text === '元' || text === '正') return 1
  if (!/[十廿卅百]/.test(text)) return readDigits(text)
  const match =
    /^(?:([一二三四五六七八九])百)?[零〇]?(?:([二三四五六七八九一]?)(十|廿|卅))?([一二三四五六七八九])?$/.exec(
      text,
    )
  if (match === null) return null
  const [, hundreds, tens, place, ones] = match
  const ten =
    place === undefined
      ? 0
      : (TENS[place] ?? 0) * (tens === '' || tens === undefined ? 1 : (digitOf(tens) ?? 1))
  return (
    (hundreds === undefined ? 0 : (digitOf(hundreds) ?? 0) * 100) +
    ten +
    (ones === undefined ? 0 : (digitOf(ones) ?? 0))
  )
}
