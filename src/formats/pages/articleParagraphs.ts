import type { TextChange, TextChangeKind } from '../../domain/clipping'
import type { ArticleParts } from './articleParts'
import { readFromBefore, readOnward } from './continuedPages'
import { headlineKey } from './headline'
import { nameLikeness } from './personName'
import { findRepeated, isSummaryOf } from './repeatedParagraphs'
import type { ReadLine } from './readLine'

/** The paragraphs of an article as they are kept, and what was done to them. */
export interface ReadParagraphs {
  readonly paragraphs: readonly string[]
  readonly changes: readonly TextChange[]
  /** Whether a paragraph breaks off in the midst of a sentence, so that it may be a part of one. */
  readonly isBroken: boolean
  /** The page on which the text goes on, and from which it comes; `null` without a mark. */
  readonly onward: string | null
  readonly before: string | null
  /** A line of nothing but names above or below the text. */
  readonly author: { readonly names: readonly string[]; readonly line: ReadLine } | null
}

function change(kind: TextChangeKind, texts: readonly string[], count = texts.length): readonly TextChange[] {
  return count === 0 ? [] : [{ kind, count, quote: (texts[0] ?? '').slice(0, 60) }]
}

/** A line of nothing but names that plainly are some. */
function namesAlone(line: ReadLine | undefined): readonly string[] | null {
  if (line === undefined || line.kind !== 'short' || line.text.length > 24 || line.byline === null)
    return null
  const { isWhole, isPlain, writers } = line.byline
  const isSurname = writers.length > 0 && writers.every((name) => nameLikeness(name) === 'plain')
  return isWhole && isPlain && isSurname ? writers : null
}

/** The text of a line without the label 正文： before it. */
function textOfLine(line: ReadLine): string {
  const label = line.meta.values.find((value) => value.kind === 'body' && value.start <= 12)
  return (label === undefined ? line.text : line.text.slice(label.start)).replaceAll('\t', ' ').trim()
}

/** The most summaries of an article that are looked at. */
const MOST_SUMMARIES = 12

/** Whether a paragraph of some length with sentences in it ends without a mark. */
function breaksOff(text: string): boolean {
  return (
    text.length >= 24 &&
    /[\p{Script=Han}，、]$/u.test(text.slice(-2)) &&
    /[，。].{4}/.test(text.slice(0, 4000))
  )
}

/** Labels under which papers print a summary of their own; under the others a site or a database makes one. */
const PRINTED_SUMMARY = /^(?:核心提示|导语|导读|核心导读)$/

/** Reads the paragraphs of an article: furniture left out, broken lines joined, each paragraph once. `headings`: its headline's texts. */
export function readParagraphs(parts: ArticleParts, headings: readonly string[]): ReadParagraphs {
  const keys = new Set(headings.map(headlineKey))
  let lines = [...parts.body]
  while (lines.length > 1 && lines[0]!.kind === 'short' && keys.has(headlineKey(lines[0]!.text)))
    lines = lines.slice(1)
  let author: ReadParagraphs['author'] = null
  for (const end of ['first', 'last'] as const) {
    if (lines.length < 2) break
    const line = end === 'first' ? lines[0] : lines.at(-1)
    const names = namesAlone(line)
    if (names === null || line === undefined) continue
    const isSigned =
      end === 'last' && lines.slice(-4, -1).some((one) => /^(?:此致|敬礼|致礼|谨启|顺祝|祝)/.test(one.text))
    author ??= { names, line }
    if (!isSigned) lines = end === 'first' ? lines.slice(1) : lines.slice(0, -1)
  }

  let texts = lines.map(textOfLine).filter((text) => text !== '')
  const kept = parts.summaries.slice(0, MOST_SUMMARIES).filter((line) => {
    const label = line.meta.values[0]
    const text = label === undefined || label.kind !== 'summary' ? line.text : line.text.slice(label.start)
    const isOwn = label === undefined || label.kind !== 'summary' || PRINTED_SUMMARY.test(label.label)
    return isOwn && !texts.some((paragraph) => isSummaryOf(text, paragraph))
  })
  texts = [...kept.map((line) => line.text), ...texts]

  const before = readFromBefore(texts[0] ?? '')
  if (before !== null) texts = before.rest === '' ? texts.slice(1) : [before.rest, ...texts.slice(1)]
  const onwardAt = texts.findLastIndex((text) => readOnward(text) !== null)
  const onward = onwardAt === -1 ? null : readOnward(texts[onwardAt]!)
  if (onward !== null)
    texts = texts.flatMap((text, index) =>
      index === onwardAt ? (onward.rest === '' ? [] : [onward.rest]) : [text],
    )

  const { kept: unique, dropped } = findRepeated(texts)
  const repeated = dropped.map((index) => texts[index]!)
  const summaries = parts.summaries.filter((line) => !kept.includes(line)).map((line) => line.text)
  const furniture = parts.dropped.filter((line) => line.kind !== 'separator').map((line) => line.text)
  return {
    paragraphs: unique.map((index) => texts[index]!),
    changes: [
      ...change('repeated-dropped', [...repeated, ...summaries]),
      ...change('furniture-dropped', furniture),
    ],
    isBroken: parts.isProse && unique.some((index, at) => at < unique.length - 1 && breaksOff(texts[index]!)),
    onward: onward?.page ?? null,
    before: before?.page ?? null,
    author,
  }
}
