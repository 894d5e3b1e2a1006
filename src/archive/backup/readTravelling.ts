import type { TravellingAmendment } from '../../domain/backup'
import type { FileContent } from '../../domain/fileContent'
import { isRecord } from '../../domain/fieldText'
import { RECORD_KINDS, type KeptRecord } from '../../domain/keptRecord'
import { parseKeptRecord } from '../../domain/parseKeptRecord'
import { ArchiveError, toArchiveError } from '../../domain/problem'
import {
  parseTravellingAddress,
  parseTravellingAmendment,
  parseTravellingBatch,
  parseTravellingClipping,
  parseTravellingFile,
  type TravellingBatch,
  type TravellingClipping,
  type TravellingFile,
} from '../../domain/travellingRows'
import { BackupRefusal } from '../../formats/backup/backupFile'
import { readBackup, type BackupPiece } from '../../formats/backup/readBackup'
import { BlobGatherer } from '../../storage/indexFileWriter'
import { filePieces } from './filePieces'
import { parseTravellingEdit } from './travellingEdit'

/** Rows given out at once: so many, or fewer when they are long. */
const BATCH = 500
const BATCH_BYTES = 4 * 1024 * 1024

/** Rows of a backup as they are read, checked. */
export type TravellingPiece =
  | { readonly section: 'preferences'; readonly preferences: unknown }
  | { readonly section: 'collections'; readonly rows: readonly { readonly address: string }[] }
  | { readonly section: 'records'; readonly rows: readonly KeptRecord[] }
  | { readonly section: 'amendments'; readonly rows: readonly TravellingAmendment[] }
  | { readonly section: 'batches'; readonly rows: readonly TravellingBatch[] }
  /** `content` is `null` where it was not wanted. */
  | { readonly section: 'files'; readonly file: TravellingFile; readonly content: FileContent | null }
  | { readonly section: 'clippings'; readonly rows: readonly TravellingClipping[] }

type RowPiece = Extract<BackupPiece, { readonly kind: 'row' }>
type RowsOf<Section> = Extract<TravellingPiece, { readonly section: Section }>

function malformed({ section, row }: RowPiece): BackupRefusal {
  return new BackupRefusal('damaged', `${section}, row ${String(row)}: it is not what it has to be`)
}

function recordOf(piece: RowPiece): KeptRecord {
  const record = parseKeptRecord(piece.value)
  if (record !== null) return record
  const kind: unknown = isRecord(piece.value) ? piece.value['kind'] : undefined
  if (typeof kind !== 'string' || RECORD_KINDS.some((known) => known === kind)) throw malformed(piece)
  throw new BackupRefusal('newer', `it holds records of a kind that this program does not know: ${kind}`)
}

function amendmentOf(piece: RowPiece): TravellingAmendment {
  const amendment = parseTravellingAmendment(piece.value)
  const edit = amendment === null ? null : parseTravellingEdit(amendment.edit)
  if (amendment === null || edit === null) throw malformed(piece)
  return { ...amendment, edit }
}

function required<Row>(piece: RowPiece, row: Row | null): Row {
  if (row === null) throw malformed(piece)
  return row
}

const ROWS = {
  collections: (piece: RowPiece) => required(piece, parseTravellingAddress(piece.value)),
  records: recordOf,
  amendments: amendmentOf,
  batches: (piece: RowPiece) => required(piece, parseTravellingBatch(piece.value)),
  clippings: (piece: RowPiece) => required(piece, parseTravellingClipping(piece.value)),
} as const
type ListSection = keyof typeof ROWS

function isListed(section: BackupPiece & RowPiece): section is RowPiece & { readonly section: ListSection } {
  return section.section in ROWS
}

const unreadable = (): BackupRefusal => new BackupRefusal('damaged', 'the file cannot be read')

async function* readPieces(
  file: FileContent,
  wantsContent: (file: TravellingFile) => boolean,
  onBytes: (bytes: number) => void,
): AsyncGenerator<TravellingPiece> {
  let rows: unknown[] = []
  let bytes = 0
  let section: ListSection | null = null
  let attached: { readonly file: TravellingFile; readonly content: BlobGatherer | null } | null = null
  const listed = (): TravellingPiece => {
    const piece = { section, rows } as unknown as RowsOf<ListSection>
    rows = []
    bytes = 0
    return piece
  }
  for await (const piece of readBackup(filePieces(file, onBytes, unreadable))) {
    if (piece.kind === 'content') attached?.content?.add(piece.bytes)
    else if (piece.kind === 'contentEnd') {
      if (attached === null) continue
      const { file: told, content } = attached
      const blob = content === null ? null : new Blob([content.take()], { type: told.type })
      yield { section: 'files', file: told, content: blob }
      attached = null
    } else {
      const isFull = rows.length >= BATCH || bytes >= BATCH_BYTES
      if (rows.length > 0 && (isFull || section !== piece.section)) yield listed()
      if (isListed(piece)) {
        section = piece.section
        rows.push(ROWS[piece.section](piece))
        bytes += piece.bytes
      } else if (piece.section === 'files') {
        const told = required(piece, parseTravellingFile(piece.value))
        attached = { file: told, content: wantsContent(told) ? new BlobGatherer() : null }
      } else {
        if (!isRecord(piece.value)) throw malformed(piece)
        yield { section: 'preferences', preferences: piece.value['preferences'] }
      }
    }
  }
  if (rows.length > 0) yield listed()
}

/**
 * Reads a backup, every row checked. What has come may be wrong until it has ended without a failure.
 *
 * @param wantsContent of which files the content is wanted
 * @param onBytes told how many bytes of the file have been read
 * @throws ArchiveError `backup-refused`, its subject `foreign`, `newer` or `damaged`; what `onBytes` throws
 */
export async function* readTravelling(
  file: FileContent,
  wantsContent: (file: TravellingFile) => boolean,
  onBytes: (bytes: number) => void,
): AsyncGenerator<TravellingPiece> {
  try {
    yield* readPieces(file, wantsContent, onBytes)
  } catch (cause) {
    if (cause instanceof BackupRefusal) throw new ArchiveError('backup-refused', cause.fault, cause.message)
    throw toArchiveError(cause)
  }
}
