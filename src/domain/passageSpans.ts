import type { TextSpan } from './article'
import type { Passage } from './passage'

/** Beyond the end of every paragraph; what collects a passage cuts its spans where the text ends. */
const END = Number.MAX_SAFE_INTEGER

/** The spans of a passage in the paragraphs of its article, one for each; what it takes of the title is left out. */
export function passageSpans({ start, end }: Pick<Passage, 'start' | 'end'>): readonly TextSpan[] {
  const spans: TextSpan[] = []
  for (let paragraph = Math.max(0, start[0]); paragraph <= end[0]; paragraph++) {
    const from = paragraph === start[0] ? start[1] : 0
    const to = paragraph === end[0] ? end[1] : END
    if (from < to) spans.push([paragraph, from, to])
  }
  return spans
}
