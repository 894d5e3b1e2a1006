/** Digits that others follow, the greatest first, and behind them those that end a number. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-'
const BASE = 32

/** A step up or down as a number from 0: 0, −1, 1, −2, 2 … */
function folded(step: number): number {
  return step >= 0 ? step * 2 : -step * 2 - 1
}

function unfolded(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2
}

function digitsOf(number: number): string {
  let digits = DIGITS.charAt(BASE + (number % BASE))
  for (let rest = Math.floor(number / BASE); rest > 0; rest = Math.floor(rest / BASE)) {
    digits = DIGITS.charAt(rest % BASE) + digits
  }
  return digits
}

/**
 * Whole numbers as the steps from each to the next, the first from 0, in digits of which 32 end a number and 32 do not.
 * A table of neighbouring numbers is short in it, and shorter still when it is compressed.
 */
export function writeSteps(numbers: readonly number[]): string {
  return numbers.map((number, place) => digitsOf(folded(number - (numbers[place - 1] ?? 0)))).join('')
}

/** The numbers that {@link writeSteps} was given. */
export function readSteps(text: string): readonly number[] {
  const numbers: number[] = []
  let number = 0
  let step = 0
  for (const character of text) {
    const digit = DIGITS.indexOf(character)
    step = step * BASE + (digit % BASE)
    if (digit < BASE) continue
    number += unfolded(step)
    numbers.push(number)
    step = 0
  }
  return numbers
}
