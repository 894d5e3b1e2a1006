import type { ClipInput } from '../../domain/clipping'
import type { NewspaperDescription } from '../../domain/collection'
import type { ReadItem } from '../../formats/files/readItem'
import { loadPeopleResources } from '../../people/loadPeopleResources'
import { createNameMemory } from '../../people/nameMemory'
import type { PeopleResources } from '../../people/peopleResources'
import { withRecognizedPeople } from '../../people/withRecognizedPeople'
import type { ChosenFields } from './inputReader'

/**
 * What an input gives, with the people that are recognised in its articles, those that are given checked. What that takes
 * is loaded with the first article; where it cannot be had, articles stay as they are.
 *
 * @param newspapers those that are known, with the places they are at home in
 */
export async function* readWithPeople(
  items: AsyncIterable<ReadItem>,
  load: () => Promise<PeopleResources>,
  newspapers: readonly NewspaperDescription[] = [],
): AsyncGenerator<ReadItem, void> {
  const memory = createNameMemory()
  for await (const item of items) {
    const resources = item.kind === 'article' ? await load().catch(() => null) : null
    if (item.kind !== 'article' || resources === null) {
      yield item
      continue
    }
    const article = withRecognizedPeople(item.read.article, resources, newspapers, memory)
    yield { ...item, read: { ...item.read, article } }
  }
}

/** A way to read inputs. */
type Read = (
  input: ClipInput,
  fields: ChosenFields,
  newspapers?: readonly NewspaperDescription[],
) => AsyncGenerator<ReadItem, void>

/** A way to read inputs that recognises people as well; see {@link readWithPeople}. */
export function recognizingPeople(
  read: (input: ClipInput, fields: ChosenFields) => AsyncGenerator<ReadItem, void>,
  load: () => Promise<PeopleResources> = loadPeopleResources,
): Read {
  return (input, fields, newspapers) => readWithPeople(read(input, fields), load, newspapers)
}
