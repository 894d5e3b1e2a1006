import { japaneseGiven, japaneseSurnames } from './nameElements'
import type { NameNode } from './nameNode'
import { firstUnits, type PeopleResources } from './peopleResources'

/** How often a word of running text is a name of a kind, as natural logarithms. */
const JAPANESE = Math.log(0.004 / 300)
const JAPANESE_GIVEN = -4.3
const JAPANESE_RARE_GIVEN = -6.5

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

const japaneseFirst = firstUnits(japaneseSurnames)

/** Names with a Japanese surname: 山本太郎. */
export function pushJapanese(
  nodes: NameNode[],
  text: string,
  start: number,
  to: number,
  resources: PeopleResources,
): void {
  if (japaneseFirst[text.charCodeAt(start)] !== 1) return
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
