import { pushJapanese } from './japaneseNames'
import { surnamesLikeWords } from './nameElements'
import type { NameNode } from './nameNode'
import { titlesAfterSurname } from './officeTitles'
import type { CharacterLogs, PeopleResources } from './peopleResources'
import { pushForeign, pushKnown, pushMinority, pushOfWomen } from './transcribedNames'
import { WordTrie } from './wordTrie'

/** How often a word of running text is a name of a kind, as natural logarithms. */
const CHINESE = Math.log(0.025)
const TWO_CHARACTERS = Math.log(0.25)
const THREE_CHARACTERS = Math.log(0.75)
const MASKED = Math.log(0.002)
const BEFORE_A_TITLE = Math.log(0.01)
const UNSEEN_GIVEN = -11
const BETWEEN_TWO_SURNAMES = -4
/** How often a given name is one certain word, which its characters by themselves do not tell (长征, 晚霞). */
const GIVEN_WORD = -12
const MOST_FREQUENT_GIVEN = -8.5
const KNOWN = 4
const KNOWN_TWO = 2

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
  pushJapanese(nodes, text, start, to, resources)
  pushMinority(nodes, text, start, to)
  pushOfWomen(nodes, text, start, to, resources)
  pushKnown(nodes, text, start, to, resources)
  return nodes
}
