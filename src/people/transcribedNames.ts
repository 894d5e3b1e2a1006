import type { NameKind } from '../domain/article'
import { minorityElements, uyghurElements } from './nameElements'
import type { NameNode } from './nameNode'
import { wordAfter } from './officeTitles'
import { firstUnits, type PeopleResources } from './peopleResources'

/** How often a word of running text is a name of a kind, as natural logarithms. */
const FOREIGN = Math.log(0.006)
const MINORITY = Math.log(0.0006)
const MINORITY_ELEMENT = Math.log(1 / 80)
const UYGHUR_ENDING = -1.5
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

const minorityFirst = firstUnits(minorityElements)

function hasDotWithin(text: string, start: number, to: number): boolean {
  for (let at = start; at < to; at += 1) if (text[at] === '·') return true
  return false
}

/** Names in letters of transcription: 杜兰德, 皮埃尔·杜兰德. */
export function pushForeign(
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

/** Endings that many Uyghur and Tibetan names have beside their parts (吐尔逊江, 买买提明, 卓玛措). */
const UYGHUR_ENDINGS = ['古丽', '江', '明', '汗']
const TIBETAN_ENDINGS = ['措', '草', '吉', '杰', '加']
/** What many names of Uyghur women end in, whatever letters stand before it (帕丽古丽). */
const OF_WOMEN = '古丽'
const LONGEST_BEFORE_IT = 3
/** How often a name of a woman has one of the letters before it. */
const LETTER_BEFORE_IT = Math.log(1 / 60)
const OTHER_BEFORE_IT = -9

/** Names of parts that Tibetan, Mongol and Uyghur names have: 扎西次仁, 吐尔逊江. */
export function pushMinority(nodes: NameNode[], text: string, start: number, to: number): void {
  if (minorityFirst[text.charCodeAt(start)] !== 1) return
  let log = MINORITY
  let at = start
  let kind: NameKind = 'full'
  for (let count = 0; count < 4; count += 1) {
    const element = wordAfter(text.slice(at, Math.min(to, at + 5)), 0, minorityElements, 5)
    if (element === '') return
    at += element.length
    log += MINORITY_ELEMENT
    const endings = uyghurElements.has(element) ? UYGHUR_ENDINGS : TIBETAN_ENDINGS
    const ending = endings.find((word) => text.startsWith(word, at))
    const end = at + (ending?.length ?? 0)
    if (ending !== undefined && end <= to && text[end] !== '·')
      nodes.push({ end, kind, log: log + UYGHUR_ENDING, asWord: 0 })
    if (text[end] === '·') {
      at = end + 1
      kind = 'foreign'
    } else nodes.push({ end: at, kind, log, asWord: 0 })
  }
}

/** Names of women that end in 古丽: 海日古丽. */
export function pushOfWomen(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  { foreign }: PeopleResources,
): void {
  if (Number.isNaN(foreign[text.charCodeAt(start)]!)) return
  let log = MINORITY
  for (let at = start; at - start <= LONGEST_BEFORE_IT; at += 1) {
    const end = at + OF_WOMEN.length
    if (end > to) return
    if (at > start && text[at] === OF_WOMEN[0] && text.startsWith(OF_WOMEN, at)) {
      if (text[end] !== '·') nodes.push({ end, kind: 'full', log, asWord: 0 })
      return
    }
    log += Number.isNaN(foreign[text.charCodeAt(at)]!) ? OTHER_BEFORE_IT : LETTER_BEFORE_IT
  }
}

/** Names that are known as a whole, whatever they are made of. */
export function pushKnown(
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
