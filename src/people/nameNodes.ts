import type { NameKind } from '../domain/article'
import {
  japaneseGiven,
  japaneseSurnames,
  minorityElements,
  surnamesLikeWords,
  uyghurElements,
} from './nameElements'
import { titlesAfterSurname, wordAfter } from './officeTitles'
import { firstUnits, type CharacterLogs, type PeopleResources } from './peopleResources'
import { WordTrie } from './wordTrie'

/** A string that may be a name: where it ends, and how probable it is as one, as a natural logarithm. */
export interface NameNode {
  readonly end: number
  readonly kind: NameKind
  readonly log: number
  /** By how much it is more probable where the text speaks for a name, since its given name is a word (晚霞, 长征). */
  readonly asWord: number
}

/** How often a word of running text is a name of a kind, as natural logarithms. */
const CHINESE = Math.log(0.025)
const TWO_CHARACTERS = Math.log(0.25)
const THREE_CHARACTERS = Math.log(0.75)
const MASKED = Math.log(0.002)
const BEFORE_A_TITLE = Math.log(0.01)
const FOREIGN = Math.log(0.006)
const JAPANESE = Math.log(0.004 / 300)
const JAPANESE_GIVEN = -4.3
const JAPANESE_RARE_GIVEN = -6.5
const MINORITY = Math.log(0.0006)
const MINORITY_ELEMENT = Math.log(1 / 80)
const UYGHUR_ENDING = -1.5
const UNSEEN_GIVEN = -11
const BETWEEN_TWO_SURNAMES = -4
/** How often a given name is one certain word, which its characters by themselves do not tell (长征, 晚霞). */
const GIVEN_WORD = -12
const MOST_FREQUENT_GIVEN = -8.5
const KNOWN = 4
const KNOWN_TWO = 2
const UNSEEN_FOREIGN = -9
const RARE_FOREIGN = -5
const KNOWN_WHOLE = -13.5
const DOT = 9
/** A name with a dot hardly goes on over 和. */
const AND = -5
const LONGEST_PART = 8
const MOST_PARTS = 5

/** Characters of names of peoples whose names are written like foreign ones. */
export const minorityLetters: ReadonlySet<string> = new Set([...minorityElements].join(''))

/** Last characters of bodies, places and things, which given names hardly end in. */
const LAST_OF_THINGS: ReadonlySet<string> = new Set(
  '号市县区镇乡村路街厂店局部院所站团组社委会厅处科署校馆港省州队庄刊们的了着过在是和与及了不也就都要又被把对向从已答诉再用画挂拖休登说问将则仍均曾老券票剪刀器楼房舍瓶碗桌椅鞋帽裤',
)
const OF_A_THING = -6
/** The same of what is in the landscape, after which people are named as well. */
const LAST_OF_LANDSCAPE: ReadonlySet<string> = new Set('台河湖桥山岛')
const OF_A_LANDSCAPE = -1.5
/** Of places only. */
const LAST_OF_PLACES: ReadonlySet<string> = new Set('渡坡寺庙屯巷沟')
const OF_A_PLACE = -12

/** 都姓田: whose surname is told, has no name there. */
const NEVER_BEGINS_GIVEN = '姓'

function givenLogs(text: string, start: number, end: number, resources: PeopleResources): number {
  const character = text[end - 1]!
  const last = LAST_OF_PLACES.has(character)
    ? OF_A_PLACE
    : LAST_OF_THINGS.has(character)
      ? OF_A_THING
      : LAST_OF_LANDSCAPE.has(character)
        ? OF_A_LANDSCAPE
        : 0
  return last + givenOf(text, start, end, resources)
}

function logOf(logs: CharacterLogs, unit: number): number {
  const log = logs[unit]!
  return Number.isNaN(log) ? UNSEEN_GIVEN : log
}

/** Whether two characters are a word that is frequent enough to name somebody by, and not too frequent. */
function isWordForAName(text: string, start: number, { words }: PeopleResources): boolean {
  const node = words.step(1, text.charCodeAt(start))
  const word = node === 0 ? 0 : words.step(node, text.charCodeAt(start + 1))
  return word !== 0 && words.valueAt(word) < MOST_FREQUENT_GIVEN
}

function givenOf(text: string, start: number, end: number, resources: PeopleResources): number {
  if (end - start === 1) return TWO_CHARACTERS + logOf(resources.single, text.charCodeAt(start))
  const first = logOf(resources.first, text.charCodeAt(start))
  return THREE_CHARACTERS + first + logOf(resources.second, text.charCodeAt(start + 1))
}

/** See {@link NameNode.asWord}. */
function gainAsWord(
  text: string,
  start: number,
  end: number,
  log: number,
  resources: PeopleResources,
): number {
  if (end - start === 1 || log >= GIVEN_WORD) return 0
  return isWordForAName(text, start, resources) ? GIVEN_WORD - log : 0
}

/** The logarithm of the share of people with the surname of that length at `start`; NaN where there is none. */
function surnameAt(text: string, start: number, length: number, resources: PeopleResources): number {
  const { surnames, compoundSurnames, compoundFirst } = resources
  if (length === 1) return surnames[text.charCodeAt(start)]!
  if (compoundFirst[text.charCodeAt(start)] !== 1) return Number.NaN
  return compoundSurnames.get(text.slice(start, start + length)) ?? Number.NaN
}

const titles = new WordTrie()
for (const title of titlesAfterSurname) titles.set(title, title.length)

/** Whether a title that may follow a surname stands at a place. */
function isTitleAt(text: string, start: number): boolean {
  let node = 1
  for (let at = start; at < text.length; at += 1) {
    node = titles.step(node, text.charCodeAt(at))
    if (node === 0) return false
    if (!Number.isNaN(titles.valueAt(node))) return true
  }
  return false
}

const japaneseFirst = firstUnits(japaneseSurnames)
const minorityFirst = firstUnits(minorityElements)

function pushMasked(nodes: NameNode[], text: string, begin: number, to: number, surname: number): void {
  for (let end = begin + 1; end <= Math.min(to, begin + 2); end += 1) {
    if (end > begin + 1 && text[end - 1] !== text[begin]) return
    nodes.push({ end, kind: 'masked', log: MASKED + surname, asWord: 0 })
  }
}

function pushChinese(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): void {
  for (const length of [1, 2]) {
    const begin = start + length
    if (begin > to) return
    const surname = surnameAt(text, start, length, resources)
    if (Number.isNaN(surname)) continue
    if (text[begin] === NEVER_BEGINS_GIVEN) continue
    if ((text[begin] === '某' || text[begin] === '×') && begin < to) {
      pushMasked(nodes, text, begin, to, surname)
      continue
    }
    for (let end = begin + 1; end <= Math.min(to, begin + 2) && text[end - 1] !== '·'; end += 1) {
      const isKnown = resources.known.has(text.slice(start, end))
      const bonus = isKnown ? (end - start === 2 ? KNOWN_TWO : KNOWN) : 0
      const given = givenLogs(text, begin, end, resources) + bonus
      const asWord = surnamesLikeWords.has(text[start]!) ? 0 : gainAsWord(text, begin, end, given, resources)
      nodes.push({ end, kind: 'full', log: CHINESE + surname + given, asWord })
    }
    if (length === 2) continue
    const second = surnameAt(text, begin, 1, resources)
    if (begin + 3 <= to && !Number.isNaN(second) && !text.slice(begin, begin + 3).includes('·')) {
      const given = givenLogs(text, begin + 1, begin + 3, resources)
      nodes.push({
        end: begin + 3,
        kind: 'full',
        log: CHINESE + surname + second + given + BETWEEN_TWO_SURNAMES,
        asWord: 0,
      })
    }
    if (!surnamesLikeWords.has(text[start]!) && isTitleAt(text, begin)) {
      nodes.push({ end: begin, kind: 'surname', log: BEFORE_A_TITLE + surname, asWord: 0 })
    }
  }
}

function hasDotWithin(text: string, start: number, to: number): boolean {
  for (let at = start; at < to; at += 1) if (text[at] === '·') return true
  return false
}

function pushForeign(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): void {
  const isDotted = hasDotWithin(text, start, Math.min(to, start + LONGEST_PART + 1))
  let log = FOREIGN
  let part = 0
  let parts = 1
  for (let at = start; at < to; at += 1) {
    if (text[at] === '·') {
      if (part === 0 || parts === MOST_PARTS) return
      log += DOT
      parts += 1
      part = 0
      continue
    }
    const unit = text.charCodeAt(at)
    let character = resources.foreign[unit]!
    if (isDotted && !(character > RARE_FOREIGN) && minorityLetters.has(text[at]!)) character = RARE_FOREIGN
    if (Number.isNaN(character)) {
      if (parts === 1) return
      character = UNSEEN_FOREIGN
    }
    part += 1
    if (part > LONGEST_PART) return
    log += character + 0.25
    if (parts > 1 && (text[at] === '和' || text[at] === '与')) log += AND
    const end = at + 1
    if (text[end] === '·') continue
    if (parts === 1 && end - start < 2) continue
    nodes.push({ end, kind: 'foreign', log: log - (parts === 1 && end - start === 2 ? 2 : 0), asWord: 0 })
  }
}

/** What hardly is within a given name: words that join others, and offices. */
const NEVER_GIVEN: ReadonlySet<string> = new Set('的了被还在是与及又也就都把让向对从已将说则之町')

/** Firms that are called by their founders' surnames. */
const JAPANESE_FIRMS: ReadonlySet<string> = new Set([
  '丰田',
  '本田',
  '野村',
  '铃木',
  '松下',
  '川崎',
  '石川',
  '大和',
])

function pushJapanese(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): void {
  for (const length of [3, 2]) {
    const surname = text.slice(start, start + length)
    if (start + length > to || !japaneseSurnames.has(surname)) continue
    const isWord = resources.words.get(surname) !== undefined
    if (!isWord && !JAPANESE_FIRMS.has(surname))
      nodes.push({ end: start + length, kind: 'foreign', log: JAPANESE - 1.5, asWord: 0 })
    let log = JAPANESE
    for (let end = start + length + 1; end <= Math.min(to, start + length + 3); end += 1) {
      if (NEVER_GIVEN.has(text[end - 1]!)) return
      if (text[end - 1] === '和' && !japaneseGiven.has(text[end] ?? '')) return
      const isUsual = japaneseGiven.has(text[end - 1]!)
      log += isUsual ? JAPANESE_GIVEN : isWord ? JAPANESE_RARE_GIVEN - 2.5 : JAPANESE_RARE_GIVEN
      nodes.push({ end, kind: 'foreign', log, asWord: 0 })
    }
    return
  }
}

/** Endings that many Uyghur names have beside their parts (吐尔逊江, 买买提明). */
const UYGHUR_ENDINGS = ['古丽', '江', '明', '汗']

function pushMinority(nodes: NameNode[], text: string, start: number, to: number): void {
  let log = MINORITY
  let at = start
  let kind: NameKind = 'full'
  for (let count = 0; count < 4; count += 1) {
    const element = wordAfter(text.slice(at, Math.min(to, at + 5)), 0, minorityElements, 5)
    if (element === '') return
    at += element.length
    log += MINORITY_ELEMENT
    const ending = uyghurElements.has(element)
      ? UYGHUR_ENDINGS.find((word) => text.startsWith(word, at))
      : undefined
    const end = at + (ending?.length ?? 0)
    if (ending !== undefined && end <= to && text[end] !== '·')
      nodes.push({ end, kind, log: log + UYGHUR_ENDING, asWord: 0 })
    if (text[end] === '·') {
      at = end + 1
      kind = 'foreign'
    } else nodes.push({ end: at, kind, log, asWord: 0 })
  }
}

/** Names that are known as a whole, whatever they are made of. */
function pushKnown(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): void {
  let node = 1
  for (let at = start; at < to; at += 1) {
    node = resources.foreignNames.step(node, text.charCodeAt(at))
    if (node === 0) return
    const length = resources.foreignNames.valueAt(node)
    if (!Number.isNaN(length))
      nodes.push({
        end: at + 1,
        kind: 'foreign',
        log: length === 2 ? KNOWN_WHOLE - 1.5 : KNOWN_WHOLE,
        asWord: 0,
      })
  }
}

/** What may be a name from `start` on, within a run of Han characters that ends at `to`. */
export function nameNodesAt(
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): readonly NameNode[] {
  const nodes: NameNode[] = []
  // What follows a dot between names is part of the name before it.
  if (text[start - 1] === '·') return nodes
  pushChinese(nodes, text, start, to, resources)
  pushForeign(nodes, text, start, to, resources)
  const unit = text.charCodeAt(start)
  if (japaneseFirst[unit] === 1) pushJapanese(nodes, text, start, to, resources)
  if (minorityFirst[unit] === 1) pushMinority(nodes, text, start, to)
  pushKnown(nodes, text, start, to, resources)
  return nodes
}
