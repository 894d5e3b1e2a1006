import { fold } from './fold'

/** Readings of Han characters without tones, ü as v; syllables of several characters are parted by spaces. */
export interface PinyinTable {
  /** The characters of each syllable, by their plain reading. */
  readonly characters: Readonly<Record<string, string>>
  /** A second reading that is in use in names. */
  readonly secondReadings: Readonly<Record<string, string>>
  /** Surnames that are read in their own way (曾 zeng, 单 shan, 仇 qiu). */
  readonly surnames: Readonly<Record<string, string>>
  /** Surnames of two characters (尉迟 yu chi, 万俟 mo qi). */
  readonly compoundSurnames: Readonly<Record<string, string>>
  /** Names of places that are read in their own way (重庆 chong qing). */
  readonly places: Readonly<Record<string, string>>
}

/** The syllables that each character of a name may be read as; without any, it cannot be read. */
export type NameReading = readonly (readonly string[])[]

/** Reads names aloud. */
export interface Pinyin {
  /** A person's name: its surname only as surnames are read. */
  readPerson(name: string): NameReading
  /** The name of a newspaper or of anything else: places as they are called. */
  readTitle(name: string): NameReading
}

/** Letters that a name can be looked for by: two or more, none but those of pinyin. */
const LETTERS = /^[a-zü]{2,}$/u

/** The letters of a term as pinyin is compared, or `null` where it can be none: folded, ü as v. */
export function pinyinLetters(term: string): string | null {
  const folded = fold(term)
  return LETTERS.test(folded) ? folded.replaceAll('ü', 'v') : null
}

/** A syllable in all its spellings: passports have lyu and nyu for lü and nü. */
function spellingsOf(syllable: string): readonly string[] {
  return /^[ln]v$/.test(syllable) ? [syllable, `${syllable.charAt(0)}yu`] : [syllable]
}

function syllables(reading: string | undefined): readonly (readonly string[])[] {
  return reading === undefined ? [] : reading.split(' ').map(spellingsOf)
}

/** A reader of names by a table of readings. Names are folded by it; Latin letters in them are read as they are, marks are passed over. */
export function createPinyin(table: PinyinTable): Pinyin {
  const plain = new Map<string, string>()
  for (const [syllable, characters] of Object.entries(table.characters)) {
    for (const character of characters) plain.set(character, syllable)
  }

  function readCharacter(character: string): readonly string[] {
    if (/[a-z]/u.test(character)) return [character]
    const reading = plain.get(character)
    const second = table.secondReadings[character]
    return [reading, second].flatMap((one) => (one === undefined ? [] : spellingsOf(one)))
  }

  const lettersOf = (name: string): readonly string[] =>
    Array.from(fold(name)).filter((character) => /[\p{L}\p{N}]/u.test(character))

  return {
    readPerson(name) {
      const characters = lettersOf(name)
      const [first = '', second = ''] = characters
      // A name of two characters has a surname of one, whatever its characters look like (单于 is a surname, 单于飞 a person).
      const compound = characters.length > 2 ? syllables(table.compoundSurnames[first + second]) : []
      if (compound.length > 0) return [...compound, ...characters.slice(2).map(readCharacter)]
      const rest = characters.slice(1).map(readCharacter)
      return characters.length === 0 ? [] : [readSurname(first), ...rest]
    },
    readTitle(name) {
      const characters = lettersOf(name)
      const reading: (readonly string[])[] = []
      for (let at = 0; at < characters.length;) {
        const place = syllables(table.places[`${characters[at]!}${characters[at + 1] ?? ''}`])
        reading.push(...(place.length > 0 ? place : [readCharacter(characters[at]!)]))
        at += place.length || 1
      }
      return reading
    },
  }

  /** A surname has one reading: a second one of the character is for given names. */
  function readSurname(character: string): readonly string[] {
    const syllable = table.surnames[character] ?? plain.get(character)
    return syllable === undefined ? readCharacter(character) : spellingsOf(syllable)
  }
}

/** Whether letters are the full syllables of a reading from one of its characters on, to the end of some syllable; gives how many, or 0. */
function syllablesFrom(reading: NameReading, from: number, letters: string): number {
  let ends = new Set([0])
  for (let at = from; at < reading.length; at++) {
    const next = new Set<number>()
    for (const end of ends) {
      for (const syllable of reading[at]!) {
        if (letters.startsWith(syllable, end)) next.add(end + syllable.length)
      }
    }
    if (next.has(letters.length)) return at - from + 1
    if (next.size === 0) return 0
    ends = next
  }
  return 0
}

function areInitials(reading: NameReading, letters: string): boolean {
  return (
    reading.length === letters.length &&
    reading.every((readings, at) => readings.some((syllable) => syllable.charAt(0) === letters.charAt(at)))
  )
}

/**
 * Whether letters ({@link pinyinLetters}) are a name: its initials, all of them, or full syllables, at least two, of
 * one character after the other, and never a part of one. With `onlyFromStart` they begin with the name.
 */
export function isReading(reading: NameReading, letters: string, onlyFromStart: boolean): boolean {
  if (reading.length < 2) return false
  if (areInitials(reading, letters)) return true
  const last = onlyFromStart ? 0 : reading.length - 2
  for (let from = 0; from <= last; from++) {
    if (syllablesFrom(reading, from, letters) >= 2) return true
  }
  return false
}
