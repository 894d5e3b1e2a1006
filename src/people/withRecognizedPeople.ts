import type { Article } from '../domain/article'
import type { NewspaperDescription } from '../domain/collection'
import type { PeopleResources } from './peopleResources'
import { recognizePeople } from './recognizePeople'

/**
 * An article with the people that are recognised in it, where it has none; one that has people stays as it is.
 *
 * @param described newspapers with the places they are at home in
 */
export function withRecognizedPeople(
  article: Article,
  resources: PeopleResources,
  described: readonly NewspaperDescription[] = [],
): Article {
  if (article.people.length > 0) return article
  const people = recognizePeople(article, resources, described)
  return people.length === 0 ? article : { ...article, people }
}
