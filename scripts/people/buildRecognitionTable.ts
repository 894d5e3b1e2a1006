import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from '../../src/text/fold'
import { readSurnameRates } from './surnameRates'

/**
 * Writes src/people/recognitionTable.ts: words with how frequent they are, characters of given names and of foreign
 * names, all counted from the dictionary of jieba (MIT), which the package @node-rs/jieba carries, and surnames. Where that
 * takes words for names, the dictionary of segmentit (MIT) knows better.
 */

const HAN = /^\p{Script=Han}+$/u
/** Rarer words than this are left out; they would cost more bytes than they bring. */
const LEAST_WORD_FREQUENCY = 12
const LONGEST_WORD = 6
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

/** Words and places that both dictionaries take for names only. */
const WORDS_NOT_NAMES: ReadonlySet<string> = new Set(
  (
    '白雪 黎明 宁静 柴禾 苏醒 爱戴 梁柱 于今 沈思 二人 二世 二中 高一 高二 高三 高水平 高质量 高标准 高起点 高效率 高层次 高科技 周礼 季后赛 尤伯杯 汤姆斯杯 ' +
    '秦汉 明清 唐宋 万元 安全 平安 和平 文明 金牌 金秋 白石 明王朝 布政使'
  ).split(' '),
)
const PLACES_NOT_NAMES: ReadonlySet<string> = new Set(
  '马来 阳新 罗田 梅林 高陵 秦安 古田 华容 昌平 崇文 宣武 北斗 麦加 贝宁 里昂 吉达 洪山 老山 金平 蒲圻 巴蜀 休斯敦 阿森纳 黄淮 江淮 亚马孙 埃塞'.split(
    ' ',
  ),
)

/** The dictionary's entry, put right where it takes a word or a place for a name. */
function corrected(entry: Entry): Entry {
  const { word, tag } = entry
  if (!tag.startsWith('nr')) return entry
  if (WORDS_NOT_NAMES.has(word)) return { ...entry, tag: 'n' }
  if (PLACES_NOT_NAMES.has(word)) return { ...entry, tag: 'ns' }
  const bits = parts.get(word)
  if (bits !== undefined && (bits & PERSON_BIT) === 0) {
    return { ...entry, tag: (bits & PLACE_BIT) === 0 ? 'n' : 'ns' }
  }
  if (bits === undefined && word.length >= 3 && A_PLACE.test(word)) return { ...entry, tag: 'ns' }
  if (bits === undefined && tag === 'nr' && word.length >= 4) return { ...entry, tag: 'n' }
  return entry
}

const entries = readDictionary().map(corrected)
const surnames = readSurnameRates()
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

function countUp(counts: Map<string, number>, character: string, weight: number): void {
  counts.set(character, (counts.get(character) ?? 0) + weight)
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

const foreign = new Map<string, number>()
const foreignNames: string[] = []
for (const { word, frequency, tag } of entries) {
  if (!['nrt', 'nrfg'].includes(tag) || wordFrequency.has(word)) continue
  if (word.length >= 3 && tag === 'nrt') for (const character of word) countUp(foreign, character, 1)
  if (word.length >= 2 && word.length <= 6 && frequency >= 3) foreignNames.push(word)
}
for (const { word, frequency, tag } of entries) {
  const isPerson = tag === 'nr' && ((parts.get(word) ?? 0) & PERSON_BIT) !== 0
  const given = word.length - surnameOf(word).length
  const isChinese = surnameOf(word) !== '' && given > 0 && given < 3
  if (isPerson && !isChinese && word.length >= 2 && word.length <= 6 && frequency >= 20)
    foreignNames.push(word)
}

const words: string[][] = []
const places: string[] = []
for (const { word, frequency, tag } of entries) {
  const { length } = Array.from(word)
  if (length !== word.length || length > LONGEST_WORD || (length > 4 && frequency < 40)) continue
  const isPlace = tag === 'ns' && length > 1
  if (
    length > 1 &&
    (isNameTag(tag) || frequency < (isPlace ? 3 : parts.has(word) && length < 4 ? 5 : LEAST_WORD_FREQUENCY))
  )
    continue
  if (isPlace) places.push(word)
  const ofClass = (words[Math.floor(Math.log2(frequency + 1))] ??= [])
  ofClass[length - 1] = (ofClass[length - 1] ?? '') + word
}
const wordLists = Array.from(words, (ofClass: string[] | undefined) =>
  Array.from(ofClass ?? [], (list: string | undefined) => list ?? ''),
)

/** Words more frequent than this hardly are names, whatever stands beside them. */
const MOST_FREQUENT_NAME = 3000
const LEAST_GIVEN = 4
const NOMINAL = /^(?:n|nr|nz|ns|t|z|a|an|i|l)$/u
/** Nouns and adjectives that people are named with, too: a surname and a character or two of given names (白雪, 方正). */
const nameLike = entries
  .filter(({ word, frequency, tag }) => {
    const given = word.slice(1)
    if (word.length !== 2 || !surnames.has(word.slice(0, 1))) return false
    return (
      NOMINAL.test(tag) &&
      frequency <= MOST_FREQUENT_NAME &&
      (single.get(given) ?? 0) >= LEAST_GIVEN &&
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
  foreign: characterLevels(foreign, 3),
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
