import { dayOfSerial, timeOfMinute, type SerialEpoch } from './serialDate'

/** How a number of a workbook is shown, as far as it changes what the number says. */
export type NumberForm =
  | {
      readonly kind: 'date'
      /** What is shown of the day: all of it, its month at most, its year alone, or nothing (a time of day). */
      readonly shown: 'day' | 'month' | 'year' | 'none'
      readonly hasTime: boolean
    }
  /** Filled up with zeros to that many digits. */
  | { readonly kind: 'padded'; readonly digits: number }

const DAY: NumberForm = { kind: 'date', shown: 'day', hasTime: false }
const MONTH: NumberForm = { kind: 'date', shown: 'month', hasTime: false }
const TIME: NumberForm = { kind: 'date', shown: 'none', hasTime: true }

/** Forms that have a number and no code of their own (ECMA-376 part 1, 18.8.30), those of Chinese among them. */
const BUILT_IN: ReadonlyMap<number, NumberForm> = new Map<number, NumberForm>([
  ...[14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, DAY] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, MONTH] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, TIME] as const),
  [22, { kind: 'date', shown: 'day', hasTime: true }],
])

/** The form that a code means (`yyyy"年"m"月"d"日"`, `000`); `null` where it is a mere number. */
function formOfCode(code: string): NumberForm | null {
  const plain = (code.slice(0, 500).split(';')[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*./gs, ' ')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general|am\/pm|a\/p|上午\/下午/gi, (word) => (/^g/i.test(word) ? '' : 'h'))
    .toLowerCase()
  const digits = /^\s*(0{2,15})\s*$/.exec(plain)?.[1]
  if (digits !== undefined) return { kind: 'padded', digits: digits.length }
  const hasTime = /[hs]/.test(plain)
  const hasYear = /[ye]/.test(plain)
  const hasMonth = /m/.test(plain) && (hasYear || !hasTime || /d/.test(plain))
  if (/d/.test(plain)) return { kind: 'date', shown: 'day', hasTime }
  if (hasTime && !hasYear) return TIME
  if (hasMonth) return hasYear || hasTime ? MONTH : DAY
  return hasYear && /y/.test(plain) ? { kind: 'date', shown: 'year', hasTime: false } : null
}

/** The form of a number by its id, and by its code where the workbook gives one; `null` for a mere number. */
export function numberForm(id: number, code: string | undefined): NumberForm | null {
  return code === undefined ? (BUILT_IN.get(id) ?? null) : formOfCode(code)
}

/** A number as a text: whole numbers as they are written, others without the noise of binary fractions. */
function plainNumber(raw: string): string {
  const text = raw.trim()
  if (/^-?\d+$/.test(text)) return text
  const value = Number(text)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : text
}

/**
 * A number of a cell as the text that a person sees, dates as the archive writes them. What shows only the month or the
 * year of a first day is that month or year. A number that is no day of the calendar stays a number.
 */
export function shownNumber(raw: string, form: NumberForm | null, epoch: SerialEpoch): string {
  if (form === null) return plainNumber(raw)
  if (form.kind === 'padded') {
    return /^\d+$/.test(raw) ? raw.padStart(form.digits, '0') : plainNumber(raw)
  }
  const serial = Number(raw)
  if (form.shown === 'none') {
    const minute = Math.round((serial - Math.floor(serial)) * 24 * 60) % (24 * 60)
    return Number.isFinite(serial) && serial >= 0 && serial < 1 ? timeOfMinute(minute) : plainNumber(raw)
  }
  const moment = dayOfSerial(serial, epoch)
  if (moment === null) return plainNumber(raw)
  if (form.shown === 'month' && moment.day.endsWith('-01')) return moment.day.slice(0, 7)
  if (form.shown === 'year' && moment.day.endsWith('-01-01')) return moment.day.slice(0, 4)
  return form.hasTime ? `${moment.day} ${timeOfMinute(moment.minute)}` : moment.day
}
