import { forEachRun, HAN, TOKENIZER_FINGERPRINT } from '../../text/tokens'
import type { PackedOptions } from '../packed/packedOptions'
import type { SearchedText } from '../searchedText'

/** An article as it is indexed: its id, and the parts of its searched text as fields. */
export interface IndexedArticle {
  readonly id: string
  /** Title, kicker and subtitle, each on a line. */
  readonly title: string
  /** The names of people and authors, a line break before, between and after them. */
  readonly names: string
  /** The paragraphs, each on a line. */
  readonly text: string
}

/** The fields of articles and how they are cut: the options under which the segment of every index part is made. */
export const ARTICLE_FIELDS: PackedOptions<IndexedArticle> = {
  fields: ['title', 'names', 'text'],
  packed: {
    fingerprint: TOKENIZER_FINGERPRINT,
    tokenizeRuns: (folded, _field, sink) => {
      forEachRun(folded, (kind, start, end) => {
        if (kind === HAN) sink.run(folded, start, end)
        else sink.word(folded.slice(start, end))
      })
    },
  },
}

/** The fields of an article, from its searched text. */
export function indexedArticle(id: string, { text, headEnd, namesEnd }: SearchedText): IndexedArticle {
  return {
    id,
    title: text.slice(0, headEnd),
    names: text.slice(headEnd, namesEnd + 1),
    text: text.slice(namesEnd + 1),
  }
}
