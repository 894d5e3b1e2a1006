import type { Article, PersonInArticle, TextSpan } from '../../domain/article'

/** Number by which a span says that it stands in the title. */
const TITLE = -1

/** The texts that people are named in. */
export type NamedTexts = Pick<Article, 'title' | 'paragraphs'>

/** Where texts went: by the old number the new one, and the old and new texts that are none of these. */
interface TextMoves {
  readonly movedTo: ReadonlyMap<number, number>
  readonly rewritten: readonly number[]
}

function textOf({ title, paragraphs }: NamedTexts, number: number): string {
  return number === TITLE ? title : (paragraphs[number] ?? '')
}

/** Paragraphs that are the same before and after, each once and in order where there are several of one text. */
function movesBetween(before: NamedTexts, after: NamedTexts): TextMoves {
  const places = new Map<string, number[]>()
  before.paragraphs.forEach((paragraph, number) => {
    const same = places.get(paragraph)
    if (same === undefined) places.set(paragraph, [number])
    else same.push(number)
  })
  const movedTo = new Map<number, number>()
  const rewritten: number[] = []
  after.paragraphs.forEach((paragraph, number) => {
    const old = places.get(paragraph)?.shift()
    if (old === undefined) rewritten.push(number)
    else movedTo.set(old, number)
  })
  if (before.title === after.title) movedTo.set(TITLE, TITLE)
  else rewritten.push(TITLE)
  return { movedTo, rewritten }
}

/** Every place of a writing in a text, none within another. */
function placesOf(writing: string, text: string): readonly (readonly [start: number, end: number])[] {
  const places: [number, number][] = []
  for (let at = text.indexOf(writing); at >= 0; at = text.indexOf(writing, at + writing.length)) {
    places.push([at, at + writing.length])
  }
  return places
}

/** What stands at some spans, where it is long enough to be found again: one character alone is a word of its own. */
function writingsAt(spans: readonly TextSpan[], texts: NamedTexts): ReadonlySet<string> {
  const writings = spans.map(([number, start, end]) => textOf(texts, number).slice(start, end))
  return new Set(writings.filter((writing) => writing.length > 1))
}

/** Spans in the order of the text; of those that overlap the first, and of these the longest. */
function inOrder(spans: readonly TextSpan[]): readonly TextSpan[] {
  const sorted = [...spans].sort((one, other) => one[0] - other[0] || one[1] - other[1] || other[2] - one[2])
  const kept: TextSpan[] = []
  for (const span of sorted) {
    const last = kept.at(-1)
    if (last?.[0] !== span[0] || last[2] <= span[1]) kept.push(span)
  }
  return kept
}

/**
 * The people of an article whose title or paragraphs were changed. Where a paragraph is as it was, what it says of people
 * moves with it; in those that were rewritten their names and offices are looked for as they were written before, and what
 * is not found is dropped.
 */
export function mendMentions(
  people: readonly PersonInArticle[],
  before: NamedTexts,
  after: NamedTexts,
): readonly PersonInArticle[] {
  if (
    !people.some(({ mentions, officeMentions }) => mentions !== undefined || officeMentions !== undefined)
  ) {
    return people
  }
  const { movedTo, rewritten } = movesBetween(before, after)

  function moved([number, start, end]: TextSpan): TextSpan | null {
    const to = movedTo.get(number)
    return to === undefined || end > textOf(after, to).length ? null : [to, start, end]
  }

  function found(writing: string): readonly TextSpan[] {
    return rewritten.flatMap((number) =>
      placesOf(writing, textOf(after, number)).map(([start, end]): TextSpan => [number, start, end]),
    )
  }

  return people.map((person) => {
    const { mentions, officeMentions, ...rest } = person
    const lost = (mentions ?? []).filter(([number]) => !movedTo.has(number))
    const spans = [
      ...(mentions ?? []).map(moved).filter((span) => span !== null),
      ...[...writingsAt(lost, before)].flatMap(found),
    ]
    const offices = (officeMentions ?? []).flatMap((mention) => {
      const at = moved(mention.at)
      if (at !== null) return [{ ...mention, at }]
      const [writing] = writingsAt([mention.at], before)
      const place = writing === undefined ? undefined : found(writing)[0]
      return place === undefined ? [] : [{ ...mention, at: place }]
    })
    return {
      ...rest,
      ...(mentions === undefined ? {} : { mentions: inOrder(spans) }),
      ...(officeMentions === undefined ? {} : { officeMentions: offices }),
    }
  })
}

/** The people of an article without those places that lie outside its texts. */
export function fittingMentions(
  people: readonly PersonInArticle[],
  texts: NamedTexts,
): readonly PersonInArticle[] {
  const fits = ([number, start, end]: TextSpan): boolean =>
    start >= 0 && start < end && end <= textOf(texts, number).length
  return people.map((person) => {
    const { mentions, officeMentions, ...rest } = person
    return {
      ...rest,
      ...(mentions === undefined ? {} : { mentions: mentions.filter(fits) }),
      ...(officeMentions === undefined
        ? {}
        : { officeMentions: officeMentions.filter(({ at }) => fits(at)) }),
    }
  })
}
