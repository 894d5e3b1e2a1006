import { isRecord } from '../../domain/fieldText'
import { GzipDamage, gunzipIfNeeded } from '../gunzip'
import { startContentHash } from '../hashContent'
import type { ByteChunks } from '../readChunks'
import {
  BACKUP_FORMAT,
  BACKUP_SECTIONS,
  BACKUP_VERSION,
  BackupRefusal,
  LARGEST_BACKUP_FILE,
  type BackupSection,
} from './backupFile'
import { ByteReader } from './byteReader'

/** A piece of a backup as it is read. */
export type BackupPiece =
  /** A row of a section; `row` is its number in it, from 1, `bytes` how long it is. Its content, if it has one, follows. */
  | {
      readonly kind: 'row'
      readonly section: BackupSection
      readonly row: number
      readonly bytes: number
      readonly value: unknown
    }
  /** Some of the content of the row before. */
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  /** All content of the row before has come. */
  | { readonly kind: 'contentEnd' }

const damaged = (message: string): BackupRefusal => new BackupRefusal('damaged', message)

/** The head of a backup, from its first line. @throws BackupRefusal */
function checkHead(line: Uint8Array | null): void {
  const head = line === null ? undefined : parseLine(line)
  if (!isRecord(head) || head['format'] !== BACKUP_FORMAT) {
    throw new BackupRefusal('foreign', 'its first line is not that of a backup')
  }
  const { version } = head
  if (version === BACKUP_VERSION) return
  if (typeof version === 'number' && Number.isInteger(version) && version > BACKUP_VERSION) {
    throw new BackupRefusal(
      'newer',
      `version ${String(version)}, this program reads ${String(BACKUP_VERSION)}`,
    )
  }
  throw damaged('its version is none')
}

/** The JSON of a line; `undefined` when it is none. */
function parseLine(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line))
  } catch {
    return undefined
  }
}

/** The bytes that follow a row of the section `files`. */
function contentBytes(value: unknown, where: string): number {
  const bytes = isRecord(value) ? value['bytes'] : undefined
  if (typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 0 && bytes <= LARGEST_BACKUP_FILE) {
    return bytes
  }
  throw damaged(`${where}: expected a size of at most ${String(LARGEST_BACKUP_FILE)} bytes`)
}

async function* readPieces(chunks: ByteChunks): AsyncGenerator<BackupPiece> {
  const whole = startContentHash()
  const reader = new ByteReader(gunzipIfNeeded(chunks))
  const head = await reader.line([whole]).catch((cause: unknown) => {
    // A line without an end, or one longer than any, is not that of a backup.
    if (cause instanceof BackupRefusal) return null
    throw cause
  })
  checkHead(head)
  for (const section of BACKUP_SECTIONS) {
    const hash = startContentHash()
    const opening = parseLine((await reader.line([hash])) ?? new Uint8Array())
    if (!isRecord(opening) || opening['section'] !== section) throw damaged(`expected the section ${section}`)
    for (let row = 1; ; row += 1) {
      const where = `${section}, row ${String(row)}`
      const line = await reader.line([])
      const value = line === null ? undefined : parseLine(line)
      if (line === null || value === undefined) throw damaged(`${where}: cut off or changed`)
      if (isRecord(value) && value['end'] === section) {
        if (value['sha256'] !== hash.finish() || value['rows'] !== row - 1)
          throw damaged(`${section}: changed`)
        whole.update(line)
        whole.update(NEWLINE)
        break
      }
      hash.update(line)
      hash.update(NEWLINE)
      yield { kind: 'row', section, row, bytes: line.length, value }
      if (section !== 'files') continue
      for await (const bytes of reader.bytes(contentBytes(value, where), [hash])) {
        yield { kind: 'content', bytes }
      }
      const end = await reader.line([hash])
      if (end === null || end.length > 0) throw damaged(`${where}: its content is cut off or changed`)
      yield { kind: 'contentEnd' }
    }
  }
  const sha256 = whole.finish()
  const closing = parseLine((await reader.line([])) ?? new Uint8Array())
  if (!isRecord(closing) || closing['end'] !== 'backup' || closing['sha256'] !== sha256) {
    throw damaged('its end is missing or changed')
  }
  if ((await reader.line([])) !== null) throw damaged('something follows its end')
}

const NEWLINE = new Uint8Array([0x0a])

/**
 * Reads a backup piece by piece; see {@link BACKUP_FORMAT}. What has come may be wrong until it has ended without a
 * failure: only then is every hash known to be right.
 *
 * @throws BackupRefusal for a file that is no backup, is of a newer program, is cut off or changed
 */
export async function* readBackup(chunks: ByteChunks): AsyncGenerator<BackupPiece> {
  try {
    yield* readPieces(chunks)
  } catch (cause) {
    throw cause instanceof GzipDamage ? damaged(cause.message) : cause
  }
}
