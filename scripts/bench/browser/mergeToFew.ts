import { planMerge } from '../../../src/search/packed/planMerge'

/** Tokens at which a part of an index is finished and another is begun; about 250 MB of memory are in use then. */
export const TOKENS_IN_PART = 10_000_000

/** Neighbours are merged until no more parts than this are left. */
const MOST_PARTS = 4

/** Merges neighbours until few are left, in their order; `merge` is given two or more. */
export async function mergeToFew<Part extends { readonly documents: number }>(
  parts: readonly Part[],
  merge: (group: readonly Part[]) => Promise<Part>,
): Promise<readonly Part[]> {
  const left = [...parts]
  const groups = planMerge(
    parts.map(({ documents }) => documents),
    MOST_PARTS,
  )
  for (const { start, end } of groups.toReversed()) {
    left.splice(start, end - start, await merge(parts.slice(start, end)))
  }
  return left
}

/** How many there are, in words. */
export function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
