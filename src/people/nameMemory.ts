import type { Article, PersonInArticle } from '../domain/article'
import { fold } from '../text/fold'
import { placesNamed } from './placesNamed'

/** Names of people, and of towns and villages without their sign, that other articles have, with how many of them. */
export interface RememberedNames {
  readonly names: ReadonlyMap<string, number>
  readonly places: ReadonlyMap<string, number>
}

/** Remembers the names of one article after the other, for those that come later. */
export interface NameMemory extends RememberedNames {
  /**
   * Remembers the names that are certain in an article, each once; foreign and masked ones, and surnames alone, are not.
   * Of its texts it remembers what they call a town or a village by its sign.
   */
  readonly remember: (
    people: readonly PersonInArticle[],
    article?: Pick<Article, 'title' | 'paragraphs'>,
  ) => void
}

/** More are not kept: the first ones of a large collection are those that come again. */
const MOST_NAMES = 200_000

/** An empty memory. */
export function createNameMemory(): NameMemory {
  const names = new Map<string, number>()
  const places = new Map<string, number>()
  const countUp = (counts: Map<string, number>, name: string): void => {
    const count = counts.get(name) ?? 0
    if (count > 0 || counts.size < MOST_NAMES) counts.set(name, count + 1)
  }
  const remember: NameMemory['remember'] = (people, article) => {
    if (article !== undefined) {
      const texts = [article.title, ...article.paragraphs].map(fold)
      for (const place of new Set(texts.flatMap(placesNamed))) countUp(places, place)
    }
    for (const { name, kind = 'full', confidence = 'certain' } of people) {
      if (kind !== 'full' || confidence !== 'certain') continue
      countUp(names, name)
    }
  }
  return { names, places, remember }
}
