import type { CharacterLevels, RecognitionTable } from './recognitionTable'
import { WordTrie } from './wordTrie'

/** Natural logarithms of probabilities by UTF-16 unit; NaN where a character does not occur. */
export type CharacterLogs = Float32Array

/** What recognising people takes besides the text: words, names and how probable each is. */
export interface PeopleResources {
  /** The logarithm of the probability of each word. */
  readonly words: WordTrie
  /** The same of words of one character, by UTF-16 unit, and of unknown ones. */
  readonly characters: CharacterLogs
  readonly places: ReadonlySet<string>
  readonly surnames: CharacterLogs
  readonly compoundSurnames: ReadonlyMap<string, number>
  /** Which UTF-16 units one of these begins with. */
  readonly compoundFirst: Uint8Array
  readonly single: CharacterLogs
  readonly first: CharacterLogs
  readonly second: CharacterLogs
  readonly foreign: CharacterLogs
  readonly known: ReadonlySet<string>
  /** Nouns and adjectives that people are named with, too. */
  readonly nameLike: ReadonlySet<string>
  readonly foreignNames: WordTrie
}

const FIRST_LEVEL = 48
const UNITS = 0x10000

function readLevels([characters = '', levels = '']: CharacterLevels, stepsPerBit: number): CharacterLogs {
  const logs = new Float32Array(UNITS).fill(Number.NaN)
  for (let at = 0; at < characters.length; at += 1) {
    const bits = (levels.charCodeAt(at) - FIRST_LEVEL) / stepsPerBit
    logs[characters.charCodeAt(at)] = -bits * Math.LN2
  }
  return logs
}

/** Which UTF-16 units one of some words begins with: 1 for these, else 0. */
export function firstUnits(words: Iterable<string>): Uint8Array {
  const units = new Uint8Array(UNITS)
  for (const word of words) units[word.charCodeAt(0)] = 1
  return units
}

/** Reads the table into what can be looked up; about 100 ms, to be done once. */
export function createPeopleResources(table: RecognitionTable): PeopleResources {
  const words = new WordTrie()
  const characters = new Float32Array(UNITS).fill(Math.log(0.5 / table.total))
  for (const [frequencyClass, ofClass] of table.words.entries()) {
    const log = Math.log(1.5 * 2 ** frequencyClass) - Math.log(table.total)
    for (const [at, list] of ofClass.entries()) {
      const length = at + 1
      for (let start = 0; start < list.length; start += length) {
        if (length === 1) characters[list.charCodeAt(start)] = log
        else words.set(list.slice(start, start + length), log)
      }
    }
  }
  const surnames = new Float32Array(UNITS).fill(Number.NaN)
  const compoundSurnames = new Map<string, number>()
  for (const entry of table.surnames.split(' ')) {
    const surname = entry.replace(/\d+$/, '')
    const log = Math.log(Number(entry.slice(surname.length)) / 10_000)
    if (surname.length === 1) surnames[surname.charCodeAt(0)] = log
    else compoundSurnames.set(surname, log)
  }
  const foreignNames = new WordTrie()
  for (const name of table.foreignNames.split(' ')) foreignNames.set(name, name.length)
  const { stepsPerBit } = table
  return {
    words,
    characters,
    places: new Set(table.places.split(' ')),
    surnames,
    compoundSurnames,
    compoundFirst: firstUnits(compoundSurnames.keys()),
    single: readLevels(table.single, stepsPerBit),
    first: readLevels(table.first, stepsPerBit),
    second: readLevels(table.second, stepsPerBit),
    foreign: readLevels(table.foreign, stepsPerBit),
    known: new Set(table.known.split(' ')),
    nameLike: new Set(table.nameLike.match(/../gsu) ?? []),
    foreignNames,
  }
}
