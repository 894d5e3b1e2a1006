import type { DraftArticle } from './readArticle'
import { joinHalves } from './continuedPages'
import { headlineKey } from './headline'

/** Whether the second draft is where the first goes on: its mark names the first's page, or nothing gainsays it. */
function isContinuation(first: DraftArticle, second: DraftArticle): boolean {
  if (first.onward === null || second.before === null) return false
  const samePage = (one: unknown, other: string): boolean =>
    typeof one !== 'string' || other === '' || plainPage(one) === plainPage(other)
  if (!samePage(second.fields['page'], first.onward) || !samePage(first.fields['page'], second.before))
    return false
  const one = headlineKey(textOf(first.fields['title']))
  const other = headlineKey(textOf(second.fields['title']))
  return (
    one === '' ||
    other === '' ||
    one.includes(other) ||
    other.includes(one) ||
    first.fields['page'] !== undefined
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function plainPage(page: string): string {
  return page.toUpperCase().replace(/^([A-Z]*)0+(?=\d)/, '$1')
}

function join(first: DraftArticle, second: DraftArticle): DraftArticle {
  const pages = [first.fields['page'] ?? second.before, second.fields['page'] ?? first.onward].filter(
    (page): page is string => typeof page === 'string' && page !== '',
  )
  const page = [...new Set(pages)].join(',')
  const missing = Object.fromEntries(
    Object.entries(second.fields).filter(([field]) => first.fields[field] === undefined),
  )
  const quote = second.paragraphs[0] ?? ''
  // A sentence that ends with its page may end its paragraph there, or not.
  const isGuess = /[。！？!?…][”’」』）)]?$/.test((first.paragraphs.at(-1) ?? '').slice(-2))
  return {
    fields: { ...missing, ...first.fields, ...(page === '' ? {} : { page }) },
    evidence: [
      ...first.evidence.map((one) =>
        isGuess && one.field === 'paragraphs' ? { ...one, confidence: 'doubtful' as const } : one,
      ),
      ...second.evidence.filter((one) => missing[one.field] !== undefined),
    ],
    changes: [
      ...first.changes,
      ...second.changes,
      { kind: 'halves-joined', count: 2, quote: quote.slice(0, 60) },
    ],
    paragraphs: joinHalves(first.paragraphs, second.paragraphs),
    onward: second.onward,
    before: first.before,
    impossible: [...first.impossible, ...second.impossible],
  }
}

/** Drafts of one page with those joined that are halves of one article (下转第4版, 上接第1版). */
export function joinContinued(drafts: readonly DraftArticle[]): readonly DraftArticle[] {
  const joined: DraftArticle[] = []
  const used = new Set<DraftArticle>()
  const halves = drafts.filter((draft) => draft.before !== null)
  for (const draft of drafts) {
    if (used.has(draft)) continue
    let whole = draft
    for (;;) {
      if (whole.onward === null) break
      const rest = halves.find((other) => other !== draft && !used.has(other) && isContinuation(whole, other))
      if (rest === undefined) break
      used.add(rest)
      whole = join(whole, rest)
    }
    joined.push(whole)
  }
  return joined.filter((draft) => !used.has(draft))
}
