import { cardSource, type CardContent, type CardSource } from './card'
import type { Article, TextSpan } from './article'

/** What an article is now, as far as its cards ask. */
export interface ArticleNow {
  readonly source: CardSource
  readonly paragraphs: readonly string[]
}

/** How a card stands to the article that it is from. */
export type CardStanding =
  /** The article has the text as the card has it. */
  | { readonly kind: 'same'; readonly source: CardSource }
  /** The archive has the article no longer. */
  | { readonly kind: 'gone' }
  /** The article has another text now. */
  | {
      readonly kind: 'changed'
      readonly source: CardSource
      readonly text: string
      readonly spans: readonly TextSpan[]
    }

/** What an article is to its cards. */
export function articleNow(article: Article): ArticleNow {
  return { source: cardSource(article), paragraphs: article.paragraphs }
}

/** The text of spans, a line for each; a span beyond the text gives what there is of it. */
export function textOfSpans(paragraphs: readonly string[], spans: readonly TextSpan[]): string {
  return spans.map(([paragraph, start, end]) => paragraphs[paragraph]?.slice(start, end) ?? '').join('\n')
}

/** Whether a passage stands anywhere in a text: one paragraph within one, several from paragraph to paragraph. */
function standsIn(paragraphs: readonly string[], passage: string): boolean {
  const whole = `\n${paragraphs.join('\n')}\n`
  return whole.includes(passage)
}

/**
 * How a card stands to its article; a passage that only stands elsewhere now is the same. Of a changed passage the text
 * is that of its paragraphs, or of the whole article where they are gone.
 *
 * @param now `null` when the archive has the article no longer
 */
export function cardStanding(
  card: Pick<CardContent, 'spans' | 'text'>,
  now: ArticleNow | null,
): CardStanding {
  if (now === null) return { kind: 'gone' }
  const { source, paragraphs } = now
  const { spans, text } = card
  const isSame =
    spans.length === 0
      ? paragraphs.join('\n') === text
      : textOfSpans(paragraphs, spans) === text || standsIn(paragraphs, text)
  if (isSame) return { kind: 'same', source }
  const wholeParagraphs = spans.flatMap(([paragraph]): readonly TextSpan[] => {
    const { length } = paragraphs[paragraph] ?? ''
    return length === 0 ? [] : [[paragraph, 0, length]]
  })
  return {
    kind: 'changed',
    source,
    spans: wholeParagraphs,
    text: wholeParagraphs.length === 0 ? paragraphs.join('\n') : textOfSpans(paragraphs, wholeParagraphs),
  }
}
