import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'
import { fold } from '../src/text/fold'

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff

/**
 * Characters of given names, places and newspapers with a second reading that is in living use there; either is right.
 * What pinyin-pro takes for the plain reading need not be repeated.
 */
const SECOND_READINGS: Readonly<Record<string, string>> = {
  乐: 'yue',
  仔: 'zi',
  会: 'kuai',
  传: 'zhuan',
  单: 'shan',
  卜: 'bo',
  参: 'shen',
  堡: 'bu',
  强: 'jiang',
  晟: 'cheng',
  曾: 'zeng',
  朝: 'zhao',
  柏: 'bo',
  泊: 'po',
  洞: 'tong',
  浚: 'xun',
  涡: 'guo',
  番: 'pan',
  盛: 'cheng',
  茜: 'xi',
  荥: 'xing',
  莘: 'xin',
  蚌: 'beng',
  行: 'hang',
  解: 'xie',
  调: 'diao',
  车: 'ju',
  还: 'huan',
  都: 'du',
  重: 'chong',
  铅: 'yan',
  长: 'zhang',
  阿: 'e',
  厦: 'xia',
}

/** Readings as surnames that pinyin-pro does not know as such (汉语大词典). */
const SURNAME_READINGS: Readonly<Record<string, string>> = {
  种: 'chong',
  祭: 'zhai',
  秘: 'bi',
  黑: 'he',
  洗: 'xian',
  覃: 'qin',
  隗: 'wei',
}

/** Surnames of two characters (百家姓 and later lists); the reader of names must not take their first character for one. */
const COMPOUND_SURNAMES = [
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙',
  '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷',
  '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 公输 单于 贺兰 完颜 纳兰 达奚 哥舒',
]
  .join(' ')
  .split(' ')

/** Readings of two-character surnames that pinyin-pro does not know as such (汉语大词典). */
const COMPOUND_READINGS: Readonly<Record<string, string>> = {
  乐正: 'yue zheng',
  子车: 'zi ju',
  单于: 'chan yu',
}

/** Places in the names of newspapers that are read in their own way (行政区划地名 as read locally). */
const PLACES: Readonly<Record<string, string>> = {
  重庆: 'chong qing',
  长沙: 'chang sha',
  长春: 'chang chun',
  长江: 'chang jiang',
  厦门: 'xia men',
  乐清: 'yue qing',
  乐山: 'le shan',
  六安: 'lu an',
  六合: 'lu he',
  成都: 'cheng du',
  首都: 'shou du',
  西藏: 'xi zang',
  朝阳: 'chao yang',
  台州: 'tai zhou',
  丽水: 'li shui',
  番禺: 'pan yu',
  蚌埠: 'beng bu',
  大连: 'da lian',
  参考: 'can kao',
  都市: 'du shi',
}

const READING = /^[a-zü]+$/u

function readingOf(character: string, isSurname: boolean): string | null {
  const reading = pinyin(character, { toneType: 'none', v: true, mode: isSurname ? 'surname' : 'normal' })
  return READING.test(reading) ? reading : null
}

function record(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, value]) => `    ${name}: '${value}',\n`).join('')
}

/** The whole text of `src/text/pinyinTable.ts`. */
export function pinyinTableSource(): string {
  const bySyllable = new Map<string, string>()
  const surnames: (readonly [string, string])[] = []
  const seconds: (readonly [string, string])[] = []
  for (let codePoint = FIRST_HAN; codePoint <= LAST_HAN; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    // Names are folded before they are read.
    if (fold(character) !== character) continue
    const reading = readingOf(character, false)
    if (reading === null) continue
    bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character)
    const second = SECOND_READINGS[character]
    if (second !== undefined && second !== reading) seconds.push([character, second])
    const surname = SURNAME_READINGS[character] ?? readingOf(character, true)
    if (surname !== null && surname !== reading) surnames.push([character, surname])
  }
  const compounds = COMPOUND_SURNAMES.map((surname): readonly [string, string] => [
    surname,
    COMPOUND_READINGS[surname] ?? pinyin(surname, { toneType: 'none', v: true, mode: 'surname' }),
  ])
  const syllables = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1))
  return `// Written by scripts/generatePinyinTable.ts from pinyin-pro (MIT); not to be edited by hand.
import type { PinyinTable } from './pinyin'

/** Mandarin readings of folded characters, without tones, ü as v. */
export const pinyinTable: PinyinTable = {
  characters: {
${record(syllables)}  },
  secondReadings: {
${record(seconds)}  },
  surnames: {
${record(surnames)}  },
  compoundSurnames: {
${record(compounds)}  },
  places: {
${record(Object.entries(PLACES))}  },
}
`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  writeFileSync(new URL('../src/text/pinyinTable.ts', import.meta.url), pinyinTableSource())
}
