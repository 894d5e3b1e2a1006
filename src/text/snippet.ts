import type { Article } from '../domain/article'
import type { Snippet } from '../domain/resultRow'
import { mergeRanges, type TextRange } from '../domain/textRange'
import { fold } from './fold'
import type { RunMatcher } from './runMatcher'

/** Part of a snippet's length that may stand before its first hit. */
const LEAD = 0.3
/** How far, as a part of the length, an end may be moved to a sentence's end. */
const REACH = 0.25

const SENTENCE_END = /[。！？!?；;…]/u
const CLAUSE_END = /[，,、：:]/u
/** Closing marks that belong to the sentence before them. */
const CLOSING = /[”’」』》）)】]/u

interface Hit {
  readonly start: number
  readonly end: number
  readonly matcher: number
}

interface Window {
  readonly paragraph: number
  readonly distinct: number
  readonly hits: readonly Hit[]
}

function hitsIn(folded: string, matchers: readonly RunMatcher[]): readonly Hit[] {
  const hits: Hit[] = []
  matchers.forEach((matcher, number) => {
    for (let hit = matcher.find(folded, 0); hit !== null; hit = matcher.find(folded, hit[0] + 1)) {
      hits.push({ start: hit[0], end: hit[1], matcher: number })
    }
  })
  return hits.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The windows of one paragraph that begin with a hit, each with the hits that fit into `length`. */
function bestWindowIn(paragraph: number, hits: readonly Hit[], length: number): Window | null {
  let best: Window | null = null
  let last = 0
  const inside = new Map<number, number>()
  hits.forEach((first, number) => {
    while (last < hits.length && (last <= number || hits[last]!.end <= first.start + length)) {
      const { matcher } = hits[last]!
      inside.set(matcher, (inside.get(matcher) ?? 0) + 1)
      last++
    }
    if (
      best === null ||
      inside.size > best.distinct ||
      (inside.size === best.distinct && last - number > best.hits.length)
    ) {
      best = { paragraph, distinct: inside.size, hits: hits.slice(number, last) }
    }
    const left = (inside.get(first.matcher) ?? 0) - 1
    if (left > 0) inside.set(first.matcher, left)
    else inside.delete(first.matcher)
  })
  return best
}

function bestWindow(
  paragraphs: readonly string[],
  matchers: readonly RunMatcher[],
  length: number,
): Window | null {
  let best: Window | null = null
  for (const [number, text] of paragraphs.entries()) {
    const window = bestWindowIn(number, hitsIn(fold(text), matchers), length)
    if (window === null) continue
    const isBetter =
      best === null ||
      window.distinct > best.distinct ||
      (window.distinct === best.distinct && window.hits.length > best.hits.length)
    if (isBetter) best = window
  }
  return best
}

function isInsidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}

/** The first place in `[from, to]` after a mark (and what closes behind it), or −1. */
function placeAfterMark(text: string, mark: RegExp, from: number, to: number): number {
  for (let at = Math.max(from, 1); at <= to; at++) {
    if (!mark.test(text.charAt(at - 1))) continue
    let after = at
    while (after < text.length && (CLOSING.test(text.charAt(after)) || mark.test(text.charAt(after)))) after++
    return after <= to ? after : -1
  }
  return -1
}

/** The last place in `[from, to]` after a mark (and what closes behind it), or −1. */
function lastPlaceAfterMark(text: string, mark: RegExp, from: number, to: number): number {
  for (let at = to; at >= Math.max(from, 1); at--) {
    if (!mark.test(text.charAt(at - 1))) continue
    let after = at
    while (after < text.length && CLOSING.test(text.charAt(after))) after++
    return after
  }
  return -1
}

function startOf(text: string, firstHit: number, lastHitEnd: number, length: number): number {
  const reach = Math.round(length * REACH)
  const slack = Math.max(0, length - (lastHitEnd - firstHit))
  const atParagraphEnd = text.length - length
  const wanted = Math.max(0, Math.min(firstHit - Math.min(slack, Math.round(length * LEAD)), atParagraphEnd))
  // Near the beginning of the paragraph the snippet begins with it, if the hits then still fit.
  if (wanted <= reach / 2 && lastHitEnd <= length) return 0
  const limit = Math.min(firstHit, wanted + reach)
  const sentence = placeAfterMark(text, SENTENCE_END, wanted, limit)
  if (sentence !== -1) return sentence
  const clause = placeAfterMark(text, CLAUSE_END, wanted, limit)
  if (clause !== -1) return clause
  return isInsidePair(text, wanted) ? wanted - 1 : wanted
}

function endOf(text: string, start: number, lastHitEnd: number, length: number): number {
  const reach = Math.round(length * REACH)
  const wanted = Math.max(start + length, lastHitEnd)
  if (wanted + reach / 4 >= text.length) return text.length
  const sentence = lastPlaceAfterMark(text, SENTENCE_END, Math.max(lastHitEnd, wanted - reach), wanted)
  if (sentence !== -1) return sentence
  return isInsidePair(text, wanted) ? wanted + 1 : wanted
}

function cut(text: string, start: number, end: number, marks: readonly TextRange[]): Snippet {
  return {
    text: text.slice(start, end),
    marks: marks.map(([from, to]): TextRange => [Math.max(from, start) - start, Math.min(to, end) - start]),
    isCutAtStart: start > 0,
    isCutAtEnd: end < text.length,
  }
}

/**
 * The stretch of an article's paragraphs, of about `length` UTF-16 units (a quarter more or less, to end with a
 * sentence), that shows most of what was looked for: the most different terms, then the most hits, then the earliest.
 * It lies within one paragraph and splits no surrogate pair. Without hits it is the beginning of the first paragraph
 * that has text; an article without any gives an empty snippet.
 */
export function snippetOf(
  article: Pick<Article, 'paragraphs'>,
  matchers: readonly RunMatcher[],
  length: number,
): Snippet {
  const paragraphs = article.paragraphs.map((paragraph) => paragraph.trim())
  const window = bestWindow(paragraphs, matchers, length)
  if (window === null) {
    const text = paragraphs.find((paragraph) => paragraph !== '') ?? ''
    return cut(text, 0, endOf(text, 0, 0, length), [])
  }
  const text = paragraphs[window.paragraph] ?? ''
  const firstHit = window.hits[0]?.start ?? 0
  const lastHitEnd = Math.max(...window.hits.map((hit) => hit.end))
  const start = startOf(text, firstHit, lastHitEnd, length)
  const end = endOf(text, start, lastHitEnd, length)
  const shown = hitsIn(fold(text), matchers).filter((hit) => hit.end > start && hit.start < end)
  return cut(text, start, end, mergeRanges(shown.map((hit): TextRange => [hit.start, hit.end])))
}
