import type { PersonInArticle } from '../domain/article'

/** Names that other articles are known to name, with in how many of them. */
export type RememberedNames = ReadonlyMap<string, number>

/** Remembers the names of one article after the other, for those that come later. */
export interface NameMemory {
  readonly names: RememberedNames
  /** Remembers the names that are certain in an article, each once; foreign and masked ones, and surnames alone, are not. */
  readonly remember: (people: readonly PersonInArticle[]) => void
}

/** More are not kept: the first ones of a large collection are those that come again. */
const MOST_NAMES = 200_000

/** An empty memory. */
export function createNameMemory(): NameMemory {
  const names = new Map<string, number>()
  const remember = (people: readonly PersonInArticle[]): void => {
    for (const { name, kind = 'full', confidence = 'certain' } of people) {
      if (kind !== 'full' || confidence !== 'certain') continue
      const count = names.get(name) ?? 0
      if (count > 0 || names.size < MOST_NAMES) names.set(name, count + 1)
    }
  }
  return { names, remember }
}
