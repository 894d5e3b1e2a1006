import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from '../../src/text/fold'
import {
  chinesePeople,
  foreignPeople,
  laterPlaces,
  laterWords,
  neverNames,
  placesNotNames,
  transcribedCharacters,
  wordsNotNames,
} from './nameLists'
import { readSurnameRates } from './surnameRates'

/**
 * Writes src/people/recognitionTable.ts: words with how frequent they are, characters of given names and of foreign
 * names, all counted from the dictionary of jieba (MIT), which the package @node-rs/jieba carries, and surnames. Where that
 * takes words for names, the dictionary of segmentit (MIT) knows better.
 */

const HAN = /^\p{Script=Han}+$/u
/** Rarer words than this are left out; they would cost more bytes than they bring. */
const LEAST_WORD_FREQUENCY = 12
/** The same of set phrases of four characters, within which three often look like a name (筚路蓝缕), and of short words. */
const LEAST_PHRASE_FREQUENCY = 5
const PHRASE_LENGTH = 4
const LEAST_PLACE_FREQUENCY = 3
const LONGEST_WORD = 6
/** What a word counts for at least that came into use after the dictionaries. */
const LATER_WORD_FREQUENCY = 200
/** The same of places that the dictionary has not, or takes for people. */
const PLACE_FREQUENCY = 60
/** A name whose given part is a word as frequent as this is most likely a word and a character before it (高水平). */
const FREQUENT_WORD = 300
/** Steps of a scale of logarithms to the base 2. */
const STEPS_PER_BIT = 4

/** Parts of speech of segmentit, as bits: names of people, and of places. */
const PERSON_BIT = 0x80
const PLACE_BIT = 0x40

/** Entries of the dictionary that are marked as names but are places, things or words. */
const NOT_KNOWN_AS_NAMES = /[会馆渠塔楼店院宫寺庙桥路街河湖岛县市镇乡村派门街庄府节]$/u

interface Entry {
  readonly word: string
  readonly frequency: number
  readonly tag: string
}

/** What places with a sign of their level are called without it, of two or three characters: 唐山 of 唐山市. */
function placeStems(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ word, tag }) => {
    const stem = tag === 'ns' ? /^(.{2,3}?)(?:市|自治[州县]|地区|县)$/u.exec(word)?.[1] : undefined
    return stem === undefined ? [] : [stem]
  })
}

/** Makes a place of a word that the dictionary has not, or takes for the name of a person. */
function addPlace(entries: Map<string, Entry>, word: string): void {
  const former = entries.get(word)
  if (former !== undefined && !former.tag.startsWith('nr') && former.frequency >= PLACE_FREQUENCY) return
  if (chinesePeople.has(word) || foreignPeople.has(word)) return
  const frequency = Math.max(former?.frequency ?? 0, PLACE_FREQUENCY)
  entries.set(word, {
    word,
    frequency,
    tag: former === undefined || former.tag.startsWith('nr') ? 'ns' : former.tag,
  })
}

function readDictionary(): readonly Entry[] {
  const require = createRequire(import.meta.url)
  const path = join(dirname(require.resolve('@node-rs/jieba/package.json')), 'dict.txt')
  const entries = new Map<string, Entry>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [written = '', count = '0', tag = ''] = line.trim().split(' ')
    const word = fold(written)
    if (!HAN.test(word)) continue
    const former = entries.get(word)
    const frequency = Number(count) + (former?.frequency ?? 0)
    entries.set(word, { word, frequency, tag: former?.tag ?? tag })
  }
  for (const word of laterWords)
    if ((entries.get(word)?.frequency ?? 0) < LATER_WORD_FREQUENCY)
      entries.set(word, { word, frequency: LATER_WORD_FREQUENCY, tag: 'n' })
  for (const word of laterPlaces) addPlace(entries, word)
  for (const stem of placeStems([...entries.values()])) addPlace(entries, stem)
  return [...entries.values()]
}

/** Words of segmentit with their parts of speech. */
function readParts(): ReadonlyMap<string, number> {
  const source = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('segmentit')), 'segmentit.js'),
    'utf8',
  )
  const parts = new Map<string, number>()
  for (const [, word = '', bits = ''] of source.matchAll(/(\p{Script=Han}+)\|0x([0-9a-f]+)\|\d+/giu)) {
    parts.set(fold(word), (parts.get(fold(word)) ?? 0) | Number.parseInt(bits, 16))
  }
  return parts
}

const parts = readParts()
const A_PLACE = /[市县省区州镇乡村路街山河湖江海岛寺]$/u

/** Such a character counts for at least this many names. */
const LEAST_TRANSCRIBED = 2

/** What people's names end in as well as places (刘云山, 王廷江). */
const LIKE_A_LANDSCAPE = /[山江海]$/u

const written = readDictionary()
const surnames = readSurnameRates()
/** Words that the dictionary takes for no names, with how frequent they are. */
const plainWords = new Map(
  written.filter(({ tag }) => !tag.startsWith('nr')).map(({ word, frequency }) => [word, frequency]),
)

/** The least share of people whose surname a string of three characters is taken to begin with. */
const FREQUENT_SURNAME = 5 / 10_000
/** A word that is at least as frequent is one even where it stands within a string like a name. */
const WORD_WITHIN = 20

/** Whether three characters are a frequent surname and what is no word by itself, but for an ending as of a family's place. */
function looksLikeName(word: string): boolean {
  if (word.length !== 3 || (surnames.get(word.slice(0, 1)) ?? 0) < FREQUENT_SURNAME || word[1] === '家')
    return false
  return [word.slice(0, 2), word.slice(1)].every((within) => (plainWords.get(within) ?? 0) < WORD_WITHIN)
}

/** The dictionary's entry, put right where it takes a word or a place for a name, or a name for either. */
function corrected(entry: Entry): Entry {
  const { word, tag } = entry
  if (chinesePeople.has(word)) return { ...entry, tag: 'nr' }
  if (foreignPeople.has(word)) return { ...entry, tag: 'nrt' }
  if (placesNotNames.has(word)) return { ...entry, tag: 'ns' }
  const bits = parts.get(word)
  if (!tag.startsWith('nr')) {
    const isName =
      bits === undefined ? ['ns', 'nz', 'n'].includes(tag) : (bits & (PERSON_BIT | PLACE_BIT)) === PERSON_BIT
    return isName && looksLikeName(word) && isGivenLike(word.slice(1)) ? { ...entry, tag: 'nr' } : entry
  }
  if (wordsNotNames.has(word)) return { ...entry, tag: 'n' }
  if (bits !== undefined && (bits & PERSON_BIT) === 0) {
    return { ...entry, tag: (bits & PLACE_BIT) === 0 ? 'n' : 'ns' }
  }
  if (bits === undefined && word.length >= 3 && A_PLACE.test(word)) {
    return LIKE_A_LANDSCAPE.test(word) && looksLikeName(word) ? entry : { ...entry, tag: 'ns' }
  }
  if (bits === undefined && tag === 'nr' && word.length >= 4) return { ...entry, tag: 'n' }
  return entry
}

/** How often a character is the first or the second of a given name in the dictionary. */
const givenCounts = [new Map<string, number>(), new Map<string, number>()] as const
for (const { word, tag } of written) {
  if (tag !== 'nr' || word.length !== 3 || !surnames.has(word.slice(0, 1))) continue
  for (const at of [0, 1] as const) countUp(givenCounts[at], word[at + 1]!, 1)
}
/** How often a character is in foreign names of the dictionary. */
const foreign = new Map<string, number>()
for (const { word, tag } of written) {
  if (word.length < 3 || tag !== 'nrt' || plainWords.has(word)) continue
  for (const character of word) if (transcribedCharacters.has(character)) countUp(foreign, character, 1)
}
/** A character of as many of them is hardly one of a Chinese name beside another such. */
const FOREIGN_LETTER = 40
/** What both characters of a given name are at least found in, multiplied: once for each 400 or so names that have them. */
const LEAST_GIVEN_PRODUCT = 600

/** Whether two characters are such as given names are made of. */
function isGivenLike(given: string): boolean {
  if (/[市县省区州镇乡村路街寺港站店城铺口人河湖]$/u.test(given)) return false
  if ([...given].every((character) => (foreign.get(character) ?? 0) >= FOREIGN_LETTER)) return false
  return (givenCounts[0].get(given[0]!) ?? 0) * (givenCounts[1].get(given[1]!) ?? 0) >= LEAST_GIVEN_PRODUCT
}

function countUp(counts: Map<string, number>, character: string, weight: number): void {
  counts.set(character, (counts.get(character) ?? 0) + weight)
}

const entries = written.map(corrected)
const total = entries.reduce((sum, { frequency }) => sum + frequency, 0)
const isNameTag = (tag: string): boolean => tag.startsWith('nr')
const wordFrequency = new Map(
  entries.filter(({ tag }) => !isNameTag(tag)).map(({ word, frequency }) => [word, frequency]),
)

/** The surname that a string begins with, or an empty string. */
function surnameOf(word: string): string {
  if (surnames.has(word.slice(0, 2)) && word.length > 2) return word.slice(0, 2)
  return surnames.has(word.slice(0, 1)) ? word.slice(0, 1) : ''
}

function isPlausibleName({ word, tag }: Entry): boolean {
  const surname = surnameOf(word)
  const given = word.slice(surname.length)
  if (tag !== 'nr' || surname === '' || given.length < 1 || given.length > 2) return false
  if (given.length === 2 && (wordFrequency.get(given) ?? 0) >= FREQUENT_WORD) return false
  return !NOT_KNOWN_AS_NAMES.test(word) && !wordFrequency.has(word)
}

/** Minus the logarithm of a probability on the scale of the table, as one character from 0 (certain) on. */
function level(probability: number): string {
  return String.fromCharCode(48 + Math.min(78, Math.round(-Math.log2(probability) * STEPS_PER_BIT)))
}

/** Characters with the levels of how probable each is at a place of a name. */
function characterLevels(counts: ReadonlyMap<string, number>, least: number): readonly [string, string] {
  const kept = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1))
  const sum = [...counts.values()].reduce((all, count) => all + count, 0)
  return [kept.map(([character]) => character).join(''), kept.map(([, count]) => level(count / sum)).join('')]
}

const single = new Map<string, number>()
const first = new Map<string, number>()
const second = new Map<string, number>()
const known: string[] = []
for (const entry of entries.filter(isPlausibleName)) {
  const given = Array.from(entry.word.slice(surnameOf(entry.word).length))
  const weight = 1 + Math.min(3, Math.log10(entry.frequency))
  if (given.length === 1) countUp(single, given[0]!, weight)
  else {
    countUp(first, given[0]!, weight)
    countUp(second, given[1]!, weight)
    if (entry.frequency >= 30) known.push(entry.word)
  }
}
for (const { word, frequency, tag } of entries) {
  const surname = surnameOf(word)
  const isPerson = tag === 'nr' && ((parts.get(word) ?? 0) & PERSON_BIT) !== 0 && word.length >= 2
  if (!isPerson || frequency < 5) continue
  if (surname !== '' && word.length - surname.length === 1) known.push(word)
}

/** Characters that given names often have, by common knowledge: they count for at least this share of them. */
const FREQUENT_GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉红建国民海波林春志永荣生健鹏峰斌'
const FREQUENT_SHARE = 0.006
for (const counts of [single, first, second]) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const character of FREQUENT_GIVEN) {
    counts.set(character, Math.max(counts.get(character) ?? 0, all * FREQUENT_SHARE))
  }
}

for (const character of transcribedCharacters)
  foreign.set(character, Math.max(foreign.get(character) ?? 0, LEAST_TRANSCRIBED))
const foreignNames: string[] = []
for (const { word, frequency, tag } of entries) {
  if (!['nrt', 'nrfg'].includes(tag) || wordFrequency.has(word)) continue
  if (word.length >= 2 && word.length <= 6 && frequency >= 3) foreignNames.push(word)
}
for (const { word, frequency, tag } of entries) {
  const isPerson = tag === 'nr' && ((parts.get(word) ?? 0) & PERSON_BIT) !== 0
  const given = word.length - surnameOf(word).length
  const isChinese = surnameOf(word) !== '' && given > 0 && given < 3
  if (isPerson && !isChinese && word.length >= 2 && word.length <= 6 && frequency >= 20)
    foreignNames.push(word)
}

/** How frequent a word has to be to be kept. */
function leastFrequency(word: string, tag: string): number {
  if (tag === 'ns') return LEAST_PLACE_FREQUENCY
  const isSetPhrase = word.length === PHRASE_LENGTH && (tag === 'i' || tag === 'l')
  const isShort = parts.has(word) && word.length < PHRASE_LENGTH
  return isSetPhrase || isShort ? LEAST_PHRASE_FREQUENCY : LEAST_WORD_FREQUENCY
}

const words: string[][] = []
const places: string[] = []
for (const { word, frequency, tag } of entries) {
  const { length } = Array.from(word)
  if (length !== word.length || length > LONGEST_WORD || (length > 4 && frequency < 40)) continue
  const isPlace = tag === 'ns' && length > 1
  if (length > 1 && (isNameTag(tag) || frequency < leastFrequency(word, tag))) continue
  if (isPlace) places.push(word)
  const ofClass = (words[Math.floor(Math.log2(frequency + 1))] ??= [])
  ofClass[length - 1] = (ofClass[length - 1] ?? '') + word
}
const wordLists = Array.from(words, (ofClass: string[] | undefined) =>
  Array.from(ofClass ?? [], (list: string | undefined) => list ?? ''),
)

/** Words more frequent than this hardly are names, whatever stands beside them. */
const MOST_FREQUENT_NAME = 3000
/** The same of places: of the well-known ones (苏丹, 江西) people are hardly named. */
const MOST_FREQUENT_PLACE_NAME = 300
const LEAST_GIVEN = 4
/** Of 10,000 people, how many have the surname, times how often the rest is a given name: enough for rarer ones (白雪). */
const LEAST_OF_BOTH = 12
const NOMINAL = /^(?:n|nr|nz|ns|t|z|a|an|i|l)$/u
/** Whether both dictionaries take a word for a place. */
function isPlaceOnly(word: string, tag: string): boolean {
  const bits = parts.get(word)
  return tag === 'ns' && bits !== undefined && (bits & PLACE_BIT) !== 0
}

/** Nouns and adjectives that people are named with, too: a surname and a character or two of given names (白雪, 方正). */
const nameLike = entries
  .filter(({ word, frequency, tag }) => {
    const given = word.slice(1)
    if (word.length !== 2 || !surnames.has(word.slice(0, 1))) return false
    if (placesNotNames.has(word) || neverNames.has(word)) return false
    const asGiven = single.get(given) ?? 0
    const asBoth = asGiven * 10_000 * (surnames.get(word.slice(0, 1)) ?? 0)
    return (
      NOMINAL.test(tag) &&
      frequency <= (isPlaceOnly(word, tag) ? MOST_FREQUENT_PLACE_NAME : MOST_FREQUENT_NAME) &&
      (asGiven >= LEAST_GIVEN || asBoth >= LEAST_OF_BOTH) &&
      wordFrequency.has(word)
    )
  })
  .map(({ word }) => word)
  .sort()

const table = {
  total,
  stepsPerBit: STEPS_PER_BIT,
  surnames: [...surnames]
    .map(([surname, rate]) => `${surname}${String(Math.round(rate * 10_000))}`)
    .join(' '),
  single: characterLevels(single, 1),
  first: characterLevels(first, 1),
  second: characterLevels(second, 1),
  foreign: characterLevels(foreign, LEAST_TRANSCRIBED),
  words: wordLists,
  places: places.sort().join(' '),
  known: [...new Set(known)].sort().join(' '),
  nameLike: nameLike.join(''),
  foreignNames: [...new Set(foreignNames)].sort().join(' '),
}
const text = JSON.stringify(table)
const out = resolve(dirname(fileURLToPath(import.meta.url)), '../../src/people/recognitionTable.json')
writeFileSync(out, `${text}\n`)
const sha256 = createHash('sha256').update(text).digest('hex')
process.stdout.write(`${out}: ${String(text.length)} characters, sha256 ${sha256}\n`)
