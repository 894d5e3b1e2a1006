import type { ClipInput } from '../../domain/clipping'
import type { ReadItem } from '../../formats/files/readItem'
import { loadPeopleResources } from '../../people/loadPeopleResources'
import type { PeopleResources } from '../../people/peopleResources'
import { withRecognizedPeople } from '../../people/withRecognizedPeople'
import type { ChosenFields } from './inputReader'

/**
 * What an input gives, with the people that are recognised in articles that come without. What that takes is loaded with
 * the first such article; where it cannot be had, articles stay as they are.
 */
export async function* readWithPeople(
  items: AsyncIterable<ReadItem>,
  load: () => Promise<PeopleResources>,
): AsyncGenerator<ReadItem, void> {
  for await (const item of items) {
    if (item.kind !== 'article' || item.read.article.people.length > 0) {
      yield item
      continue
    }
    const resources = await load().catch(() => null)
    const { read } = item
    yield resources === null
      ? item
      : { ...item, read: { ...read, article: withRecognizedPeople(read.article, resources) } }
  }
}

/** A way to read inputs that recognises people as well; see {@link readWithPeople}. */
export function recognizingPeople(
  read: (input: ClipInput, fields: ChosenFields) => AsyncGenerator<ReadItem, void>,
  load: () => Promise<PeopleResources> = loadPeopleResources,
): (input: ClipInput, fields: ChosenFields) => AsyncGenerator<ReadItem, void> {
  return (input, fields) => readWithPeople(read(input, fields), load)
}
