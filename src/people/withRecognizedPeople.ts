import type { Article } from '../domain/article'
import type { NewspaperDescription } from '../domain/collection'
import { checkGivenPeople } from './checkGivenPeople'
import { createNameMemory, type NameMemory } from './nameMemory'
import type { PeopleResources } from './peopleResources'
import { recognizePeople } from './recognizePeople'

/**
 * An article with the people that are recognised in it. Those that it was given with are checked and kept; see
 * `checkGivenPeople`. An article whose people are doubtful says so in `doubtful`.
 *
 * @param described newspapers with the places they are at home in
 * @param memory names of the articles before it, to which its own are added
 */
export function withRecognizedPeople(
  article: Article,
  resources: PeopleResources,
  described: readonly NewspaperDescription[] = [],
  memory: NameMemory = createNameMemory(),
): Article {
  const recognized = recognizePeople(article, resources, described, memory)
  memory.remember(recognized, article)
  const { people, isDoubtful } = checkGivenPeople(article, recognized)
  if (people.length === 0) return article
  const doubtful = isDoubtful ? [...new Set([...article.doubtful, 'people'])] : article.doubtful
  return { ...article, people, doubtful }
}
