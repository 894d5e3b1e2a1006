import type { CharacterLevels, RecognitionTable } from './recognitionTable'

/** Natural logarithms of probabilities, by character. */
export type CharacterLogs = ReadonlyMap<string, number>

/** What recognising people takes besides the text: words, names and how probable each is. */
export interface PeopleResources {
  /** The logarithm of the probability of each word. */
  readonly words: ReadonlyMap<string, number>
  readonly unknownWord: number
  readonly longestWord: number
  readonly places: ReadonlySet<string>
  readonly surnames: CharacterLogs
  readonly single: CharacterLogs
  readonly first: CharacterLogs
  readonly second: CharacterLogs
  readonly foreign: CharacterLogs
  readonly known: ReadonlySet<string>
  readonly foreignNames: ReadonlySet<string>
}

const FIRST_LEVEL = 48

function readLevels([characters = '', levels = '']: CharacterLevels, stepsPerBit: number): CharacterLogs {
  const logs = new Map<string, number>()
  for (let at = 0; at < characters.length; at += 1) {
    const bits = (levels.charCodeAt(at) - FIRST_LEVEL) / stepsPerBit
    logs.set(characters.charAt(at), -bits * Math.LN2)
  }
  return logs
}

/** Reads the table into what can be looked up; about 100 ms, to be done once. */
export function createPeopleResources(table: RecognitionTable): PeopleResources {
  const words = new Map<string, number>()
  let longestWord = 1
  for (const [frequencyClass, ofClass] of table.words.entries()) {
    const log = Math.log(1.5 * 2 ** frequencyClass) - Math.log(table.total)
    for (const [at, list] of ofClass.entries()) {
      const length = at + 1
      if (list !== '') longestWord = Math.max(longestWord, length)
      for (let start = 0; start < list.length; start += length) {
        words.set(list.slice(start, start + length), log)
      }
    }
  }
  const surnames = new Map(
    table.surnames.split(' ').map((entry) => {
      const surname = entry.replace(/\d+$/, '')
      return [surname, Math.log(Number(entry.slice(surname.length)) / 10_000)]
    }),
  )
  const { stepsPerBit } = table
  return {
    words,
    unknownWord: Math.log(0.5 / table.total),
    longestWord,
    places: new Set(table.places.split(' ')),
    surnames,
    single: readLevels(table.single, stepsPerBit),
    first: readLevels(table.first, stepsPerBit),
    second: readLevels(table.second, stepsPerBit),
    foreign: readLevels(table.foreign, stepsPerBit),
    known: new Set(table.known.split(' ')),
    foreignNames: new Set(table.foreignNames.split(' ')),
  }
}
