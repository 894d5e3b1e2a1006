const NUMERAL = '[0-9]+|[〇零○一二三四五六七八九十百]+'
const PAGE = new RegExp(`^第?([A-Za-z]*)(${NUMERAL})版?$`)
const SHEET_AND_PAGE = new RegExp(`^第?(${NUMERAL})张第?(${NUMERAL})版?$`)
const CHINESE_DIGITS = new Map(Array.from('零一二三四五六七八九').map((digit, value) => [digit, value]))

/** A numeral in digits: `十二` is `12`, `二〇` is `20`, `一百零二` is `102`; what is in digits already keeps its zeros. */
function inDigits(numeral: string): string {
  if (/^[0-9]/.test(numeral)) return numeral
  const plain = numeral.replaceAll(/[〇○]/g, '零')
  if (!/[十百]/.test(plain)) return [...plain].map((digit) => CHINESE_DIGITS.get(digit)).join('')
  let sum = 0
  let digit = 0
  for (const character of plain) {
    const value = CHINESE_DIGITS.get(character)
    if (value !== undefined) {
      digit = value
    } else {
      sum += Math.max(digit, 1) * (character === '百' ? 100 : 10)
      digit = 0
    }
  }
  return String(sum + digit)
}

/** @param text normalized to NFKC */
function parseOnePage(text: string): string {
  const plain = text.replaceAll(/\s+/g, '')
  const sheet = SHEET_AND_PAGE.exec(plain)
  if (sheet !== null) return `第${inDigits(sheet[1] ?? '')}张第${inDigits(sheet[2] ?? '')}版`
  const page = PAGE.exec(plain)
  if (page !== null) return (page[1] ?? '') + inDigits(page[2] ?? '')
  return plain
}

/**
 * A page, or several, as the archive writes them: half-width, without 第 and 版, Chinese numerals as digits, zeros kept,
 * several joined by a comma (`第01版` → `01`, `第一、四版` → `1,4`). A page of a sheet stays `第1张第4版`, and what is none
 * of these notations stays as it is. A page's name behind a colon (`01版：要闻`) comes apart. Empty text gives an empty page.
 */
export function parsePage(text: string): { readonly page: string; readonly pageTitle: string } {
  const named = /^([^:：﹕︓]*版)\s*[:：﹕︓]\s*([^:：﹕︓].*)$/s.exec(text.trim())
  // Marks in forms of compatibility (﹐﹑︔) divide pages as their usual forms do.
  const pages = (named?.[1] ?? text)
    .normalize('NFKC')
    .split(/[,、;]/)
    .map(parseOnePage)
  return { page: [...new Set(pages)].filter((page) => page !== '').join(','), pageTitle: named?.[2] ?? '' }
}
