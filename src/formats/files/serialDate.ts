import { dateOfDayNumber } from '../../domain/partialDate'

/** Days from 1970-01-01 back to the day 0 of spreadsheets: 1899-12-30, and 1904-01-01 in some workbooks. */
const DAY_ZERO = { 1900: -25_569, 1904: -24_107 } as const
const MINUTES = 24 * 60
/** 1910-01-01 and 2099-12-31: outside of these a number of five digits in a column of dates is none. */
const FIRST_SERIAL = 3654
const LAST_SERIAL = 73_050

/** The day from which a workbook counts. */
export type SerialEpoch = 1900 | 1904

/**
 * The day and the minute of a serial number of spreadsheets (ECMA-376 part 1, 18.17.4): days since the end of 1899, the
 * time of day as a fraction. In the system of 1900 a day 60, 1900-02-29, is counted that never was: numbers below it are
 * one day less. `null` for a number before the first day, for that day 60, or behind the year 9999.
 */
export function dayOfSerial(
  serial: number,
  epoch: SerialEpoch,
): { readonly day: string; readonly minute: number } | null {
  if (!Number.isFinite(serial) || serial < (epoch === 1900 ? 1 : 0) || serial >= 2_958_466) return null
  const rounded = Math.round(serial * MINUTES)
  const days = Math.floor(rounded / MINUTES)
  if (epoch === 1900 && days === 60) return null
  const day = dateOfDayNumber(days + DAY_ZERO[epoch] + (epoch === 1900 && days < 60 ? 1 : 0))
  return day.length === 10 ? { day, minute: rounded - days * MINUTES } : null
}

/** A time of day, `HH:mm`. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/**
 * The date that a number of five digits most likely is where a date is expected: spreadsheets write it so when a column
 * lost its format. `null` for anything else.
 */
export function serialDate(text: string): string | null {
  if (!/^\d{5}$/.test(text)) return null
  const serial = Number(text)
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? (dayOfSerial(serial, 1900)?.day ?? null) : null
}
