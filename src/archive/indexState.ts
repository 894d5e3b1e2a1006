import type { RowSet } from '../search/parts/indexPart'
import { fileNumberOf } from '../storage/archiveStore'
import { parseStoredIndex, STORED_INDEX_VERSION, type StoredIndex } from './storedIndex'
import { RowKeys } from './articleRuns'
import type { IndexKeeper } from './indexKeeper'
import type { AmendedRows } from './mending/amendedRows'
import type { PartOnShelf, PartShelf } from './partShelf'
import { addRow, hasRow, noRows } from './rowSets'
import { SharedIds } from './sharedIds'

/** The rows of a part that are not to be kept: those that are not shown, and those that are to be indexed anew. */
function withoutOutdated(keys: RowKeys, removed: RowSet | null, amended: AmendedRows): RowSet | null {
  if (!keys.files().some((file) => amended.hasOutdated(file))) return removed
  const all = removed?.slice() ?? noRows(keys.rows)
  for (let row = 0; row < keys.rows; row++) {
    const key = keys.keyOf(row)
    if (amended.outdatedOf(fileNumberOf(key)).has(key)) addRow(all, row)
  }
  return all
}

/** The state of an index as the store keeps it: of its parts only those that are in files. */
export function stateOf(keeper: IndexKeeper): StoredIndex {
  const { rows, decisions } = keeper.amendments
  return {
    version: STORED_INDEX_VERSION,
    visible: keeper.visible,
    parts: keeper.shelf.parts.flatMap(({ part, keys, names, isPublished, removed }) =>
      names === null
        ? []
        : [
            {
              name: names.index,
              texts: names.texts,
              isPublished,
              rows: part.rows,
              runs: keys.runs,
              removed: withoutOutdated(keys, removed, rows),
            },
          ],
    ),
    shared: keeper.shared.entries(),
    amended: rows.version,
    deleted: rows.deletedRows(),
    decided: decisions.applied,
    hidden: decisions.hiddenRows(new Set(keeper.visible.map(({ number }) => number))),
  }
}

/**
 * The articles of a part that are shown neither by the other parts nor hidden: what is worth keeping of it beside them.
 *
 * @param gone keys of articles that are not to be shown as it has them
 */
function besides(own: PartOnShelf, shelf: PartShelf, gone: Iterable<number>): PartOnShelf | null {
  const covered = new Set(gone)
  for (const file of own.keys.files()) {
    for (const ordinal of shelf.liveOrdinalsOf(file)) covered.add(shelf.keyOf(ordinal))
  }
  const removed = noRows(own.part.rows)
  let live = 0
  for (let row = 0; row < own.part.rows; row++) {
    const isGone = own.removed !== null && hasRow(own.removed, row)
    if (isGone || covered.has(own.keys.keyOf(row)) || shelf.index.ordinalOf(own.part.idOf(row)) >= 0) {
      addRow(removed, row)
    } else live += 1
  }
  return live === 0 ? null : { ...own, removed }
}

/**
 * Takes over a state that the store has kept, with the parts that it names; parts that are open already stay so, and of
 * what is not in the state the keeper keeps what it has. A part that is missing or damaged is left out: what it held is
 * indexed again. Says whether the keeper now is what is stored, exactly; a `foreign` state, which is not ours, has no
 * effect.
 */
export async function adoptState(
  keeper: IndexKeeper,
  value: unknown,
): Promise<'exact' | 'in-part' | 'foreign'> {
  const stored = parseStoredIndex(value)
  if (stored === null) return 'foreign'
  const { shelf, files, amendments } = keeper
  const own = shelf.parts
  const parts: PartOnShelf[] = []
  let isExact = true
  const giveUp = (names: PartOnShelf['names']): void => {
    isExact = false
    keeper.giveUp(names)
  }
  for (const { name, texts, isPublished, rows, runs, removed } of stored.parts) {
    const names = { index: name, texts }
    const held = own.find((shelved) => shelved.names?.index === name)
    const part = held?.part ?? (await files.open(names))
    if (part?.rows === rows) {
      parts.push({ part, keys: new RowKeys(runs), names, isPublished, tokens: 0, removed })
    } else {
      part?.close()
      giveUp(names)
    }
  }
  const named = new Set(parts.map(({ part }) => part))
  const others = own.filter(({ part }) => !named.has(part))
  const outdated = await amendments.changedSince(stored.amended)
  const visible = new Map([...keeper.visible, ...stored.visible].map((file) => [file.number, file]))
  const shared = new SharedIds(stored.shared)
  for (const { number, collection } of visible.values()) shelf.show(number, collection)
  const refused = shelf.replaceAll(parts, new Set(others.map(({ part }) => part)))
  for (const { names } of refused) giveUp(names)
  const gone = [...shared.hiddenKeys(), ...amendments.resume(stored.deleted, outdated)]
  amendments.decisions.resume(stored.decided, stored.hidden)
  if (outdated.size > 0) {
    keeper.revision += 1
    isExact = false
  }
  for (const other of others) {
    const kept = besides(other, shelf, gone)
    if (kept === null) {
      other.part.close()
      continue
    }
    shelf.attach(kept)
    keeper.revision += 1
    isExact = false
  }
  const shown = new Set([...stored.visible.map(({ number }) => number), ...shelf.liveFiles()])
  keeper.resume(
    [...visible.values()].filter(({ number }) => shown.has(number)),
    shared,
  )
  return isExact ? 'exact' : 'in-part'
}
