import type { Article } from '../domain/article'
import { fold } from '../text/fold'
import type { PeopleResources } from './peopleResources'

/** A text of an article in the form in which names are looked for. */
export interface ArticleText {
  /** −1 is the title; null what has no number, the lines above and below it. */
  readonly paragraph: number | null
  readonly original: string
  /** Folded, and without the spaces that pad names of two characters. */
  readonly text: string
  /** For each character of `text`, and for its end, where it is in the original. */
  readonly placeOf: (at: number) => number
}

const PADDED = /(\p{Script=Han}) {1,3}(?=(\p{Script=Han})(?!\p{Script=Han}))/gu
const HAN = /\p{Script=Han}/u

/** The places of spaces that stand within a padded name (李　铭): between a surname and one character. */
function paddingOf(text: string, resources: PeopleResources): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (const { index, 0: padded, 1: surname = '' } of text.matchAll(PADDED)) {
    const before = text[index - 1] ?? ''
    const isAlone = !HAN.test(before) || !HAN.test(text[index - 2] ?? '') || /[长记席任员导]$/u.test(before)
    if (isAlone && !Number.isNaN(resources.surnames[surname.charCodeAt(0)]!))
      found.push([index + 1, index + padded.length])
  }
  return found
}

function readText(paragraph: number | null, original: string, resources: PeopleResources): ArticleText {
  const folded = fold(original)
  const padding = folded.includes(' ') ? paddingOf(folded, resources) : []
  if (padding.length === 0) return { paragraph, original, text: folded, placeOf: (at) => at }
  let text = ''
  const places: number[] = []
  let from = 0
  const take = (to: number): void => {
    for (let at = from; at < to; at += 1) places.push(at)
    text += folded.slice(from, to)
  }
  for (const [start, end] of padding) {
    take(start)
    from = end
  }
  take(folded.length)
  return { paragraph, original, text, placeOf: (at) => places[at] ?? original.length }
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
