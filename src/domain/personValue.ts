/** Between a name and the number of the person among several of that name. */
const MARK = '~'

/** A person of the archive by the name, and by a number from 2 where a person of the same name is known apart. */
export interface PersonValue {
  readonly name: string
  readonly number: number
}

/** What a value of the person filter means: `徐明~2` is the second 徐明, `徐明` the first, or whoever has that name. */
export function readPersonValue(value: string): PersonValue {
  const match = /^(.+)~([2-9]|[1-9]\d{1,3})$/su.exec(value)
  return match === null ? { name: value, number: 1 } : { name: match[1]!, number: Number(match[2]) }
}

/** The name alone: as it may stand in a text. */
export function nameOfPerson(value: string): string {
  return readPersonValue(value).name
}

/** The inverse of {@link readPersonValue}: the value by which a person is filtered and addressed. */
export function personValue({ name, number }: PersonValue): string {
  return number < 2 ? name : `${name}${MARK}${String(number)}`
}

/** The value for one more person of a name, beside those that there are. */
export function nextPersonValue(name: string, taken: Iterable<string>): string {
  let number = 2
  for (const value of taken) {
    const one = readPersonValue(value)
    if (one.name === name) number = Math.max(number, one.number + 1)
  }
  return personValue({ name, number })
}
