import type { Article } from '../domain/article'
import { fold } from '../text/fold'
import { nameSlots, type NameSlots } from './nameSlots'
import { occupations, officeHeads, wordBefore } from './officeTitles'
import type { PeopleResources } from './peopleResources'

/** A text of an article in the form in which names are looked for. */
export interface ArticleText {
  /** −1 is the title; null what has no number, the lines above and below it. */
  readonly paragraph: number | null
  readonly original: string
  /** Folded, and without the spaces that pad names of two characters. */
  readonly text: string
  readonly slots: NameSlots
  /** For each character of `text`, and for its end, where it is in the original. */
  readonly placeOf: (at: number) => number
}

const PADDED =
  /(\p{Script=Han})( {1,3})(\p{Script=Han})(?:( {1,3})(\p{Script=Han}))?(?=[为的任]|同志|\P{Script=Han}|$)/gu
/** Verbs of a decision whose object somebody is: 免去李　铭的…职务. */
const DECIDES = /(?:任命|免去|选举|补选|聘任|接受|撤销|罢免|决定|授予|追授)$/u
const HAN = /\p{Script=Han}/u

/** A name that is padded with spaces (李　铭): where it starts, and where its spaces are. */
interface PaddedName {
  readonly start: number
  readonly end: number
  readonly spaces: readonly (readonly [start: number, end: number])[]
}

/** Padded names: a surname and one or two characters, by themselves or behind an office. */
function paddedNames(text: string, resources: PeopleResources): readonly PaddedName[] {
  const found: PaddedName[] = []
  PADDED.lastIndex = 0
  for (let match = PADDED.exec(text); match !== null; match = PADDED.exec(text)) {
    const { index, 0: padded, 1: surname = '', 2: first = '', 4: second } = match
    const before = text[index - 1] ?? ''
    const isAlone =
      !HAN.test(before) ||
      !HAN.test(text[index - 2] ?? '') ||
      DECIDES.test(text.slice(Math.max(0, index - 2), index)) ||
      wordBefore(text, index, officeHeads) !== '' ||
      wordBefore(text, index, occupations) !== ''
    if (!isAlone || Number.isNaN(resources.surnames[surname.charCodeAt(0)]!)) {
      // What comes behind the first character may be padded for itself (记者　李　铭).
      PADDED.lastIndex = index + 1
      continue
    }
    const at = index + 1
    const end = index + padded.length
    const spaces: (readonly [number, number])[] = [[at, at + first.length]]
    if (second !== undefined) spaces.push([end - 1 - second.length, end - 1])
    found.push({ start: index, end, spaces })
  }
  return found
}

function readText(paragraph: number | null, original: string, resources: PeopleResources): ArticleText {
  const folded = fold(original)
  const padded = folded.includes(' ') ? paddedNames(folded, resources) : []
  if (padded.length === 0)
    return { paragraph, original, text: folded, slots: nameSlots(folded, []), placeOf: (at) => at }
  let text = ''
  const places: number[] = []
  const names: (readonly [number, number])[] = []
  let from = 0
  const take = (to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at)
    text += folded.slice(from, to)
  }
  for (const { start, end, spaces } of padded) {
    take(start)
    from = start
    const begin = text.length
    for (const [spaceStart, spaceEnd] of spaces) {
      take(spaceStart)
      from = spaceEnd
    }
    take(end)
    from = end
    names.push([begin, text.length])
  }
  take(folded.length)
  const placeOf = (at: number): number => places[at] ?? original.length
  return { paragraph, original, text, slots: nameSlots(text, names), placeOf }
}

/** The headlines and the paragraphs of an article, ready to be read. */
export function articleTexts(
  article: Pick<Article, 'title' | 'paragraphs'> & Partial<Pick<Article, 'kicker' | 'subtitle'>>,
  resources: PeopleResources,
): readonly ArticleText[] {
  const { kicker, title, subtitle, paragraphs } = article
  const head = (text: string | undefined): readonly ArticleText[] =>
    text === undefined ? [] : [readText(null, text, resources)]
  return [
    ...head(kicker),
    readText(-1, title, resources),
    ...head(subtitle),
    ...paragraphs.map((text, at) => readText(at, text, resources)),
  ]
}

/** Where `start` to `end` of the text is in the original, without spaces at its end. */
export function originalRange(
  { placeOf }: ArticleText,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [placeOf(start), end === start ? placeOf(end) : placeOf(end - 1) + 1]
}
