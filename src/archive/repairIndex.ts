import { ArchiveError } from '../domain/problem'
import type { IndexPart } from '../search/parts/indexPart'
import type { IndexKeeper } from './indexKeeper'
import { isIndexDamage } from './partFiles'
import type { PartOnShelf } from './partShelf'

function damageOf(part: IndexPart): unknown {
  try {
    part.verify()
    return null
  } catch (cause) {
    if (!isIndexDamage(cause)) throw cause
    return cause
  }
}

function changedOnDisk({ names }: PartOnShelf): ArchiveError {
  return new ArchiveError('storage-lost', names?.index ?? '', 'a file of the index is not as it was written')
}

/** Says whether a part is as it was written. */
export type PartExamination = (part: PartOnShelf) => Promise<boolean>

/**
 * Reads all parts once and takes out those that are damaged; one whose file can be read when it is opened anew stays.
 * Gives back what was wrong with the first of them, `null` when nothing was. What they held is to be indexed again.
 *
 * @param isIntact asked about parts that can be read, where more than that is wanted
 */
export async function dropDamagedParts(
  keeper: IndexKeeper,
  pause: () => Promise<void>,
  isIntact: PartExamination = () => Promise.resolve(true),
): Promise<unknown> {
  const { shelf, files } = keeper
  let damage: unknown = null
  const parts: PartOnShelf[] = []
  const dropped: PartOnShelf[] = []
  for (const shelved of shelf.parts) {
    const { part, names } = shelved
    const found = damageOf(part) ?? ((await isIntact(shelved)) ? null : changedOnDisk(shelved))
    await pause()
    if (found === null) {
      parts.push(shelved)
      continue
    }
    damage ??= found
    const reopened = names === null ? null : await files.open(names)
    if (reopened !== null && damageOf(reopened) === null && (await isIntact(shelved))) {
      parts.push({ ...shelved, part: reopened })
    } else {
      reopened?.close()
      dropped.push(shelved)
    }
  }
  if (damage === null) return null
  for (const { names } of [...dropped, ...shelf.replaceAll(parts)]) keeper.giveUp(names)
  keeper.revision += 1
  return damage
}
