import { fold } from '../text/fold'
import type { Dictionary } from './dictionary'

/** The form under which a name is the same however it is set: folded, without spaces. */
export function nameForm(name: string): string {
  return fold(name).replaceAll(/\s+/gu, '')
}

/** The names of a dictionary by their form; names that the dictionary gains are taken in when a form is next looked for. */
export class NameForms {
  readonly #dictionary: Dictionary
  /** Only the names that are not their own form, which are few. */
  readonly #others = new Map<string, number[]>()
  #known = 0

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
  }

  /** The numbers of the names that have one of some forms. */
  numbersOf(forms: Iterable<string>): ReadonlySet<number> {
    this.#takeIn()
    const numbers = new Set<number>()
    for (const form of forms) {
      const own = this.#dictionary.numberOf(form)
      if (own !== -1) numbers.add(own)
      for (const other of this.#others.get(form) ?? []) numbers.add(other)
    }
    return numbers
  }

  #takeIn(): void {
    const { names } = this.#dictionary
    for (; this.#known < names.length; this.#known++) {
      const name = names[this.#known]!
      const form = nameForm(name)
      if (form === name) continue
      const others = this.#others.get(form)
      if (others === undefined) this.#others.set(form, [this.#known])
      else others.push(this.#known)
    }
  }
}
