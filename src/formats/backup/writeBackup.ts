import { canonicalJson } from '../../domain/canonicalJson'
import { startContentHash } from '../hashContent'
import type { ByteChunks } from '../readChunks'
import { BACKUP_FORMAT, BACKUP_SECTIONS, BACKUP_VERSION, type BackupSection } from './backupFile'
import { GzipMembers } from './gzipMembers'

/** A row of a backup; one of the section `files` brings its content, of as many bytes as its field `bytes` says. */
export interface BackupRow {
  readonly value: object
  readonly content?: {
    readonly pieces: ByteChunks
    /** Whether it is of a kind that is packed already, such as a picture. */
    readonly isPacked: boolean
  }
}

/** The rows of every section, in batches as they come. */
export type BackupContent = Readonly<Record<BackupSection, () => AsyncIterable<readonly BackupRow[]>>>

/**
 * A backup file in pieces, never whole in memory; see {@link BACKUP_FORMAT} for how it is laid out.
 *
 * @throws RangeError when a content is not as long as its row says; what the content throws
 */
export async function* writeBackup(content: BackupContent): AsyncGenerator<Uint8Array> {
  const members = new GzipMembers()
  const whole = startContentHash()
  let section = startContentHash()
  const encoder = new TextEncoder()
  const put = (bytes: Uint8Array): void => {
    section.update(bytes)
    members.add(bytes)
  }
  const line = (value: object): Uint8Array => {
    const bytes = encoder.encode(`${canonicalJson(value)}\n`)
    put(bytes)
    return bytes
  }

  async function* putContent({ value, content: given }: BackupRow): AsyncGenerator<Uint8Array> {
    if (given === undefined) return
    members.setLevel(given.isPacked ? 0 : 6)
    let bytes = 0
    for await (const piece of given.pieces) {
      put(piece)
      bytes += piece.length
      yield* members.take()
    }
    const promised = (value as { readonly bytes?: unknown }).bytes
    if (promised !== bytes) throw new RangeError(`expected ${String(promised)} bytes, found ${String(bytes)}`)
    members.setLevel(6)
    put(encoder.encode('\n'))
  }

  whole.update(line({ format: BACKUP_FORMAT, version: BACKUP_VERSION }))
  for (const name of BACKUP_SECTIONS) {
    section = startContentHash()
    line({ section: name })
    let rows = 0
    for await (const batch of content[name]()) {
      for (const row of batch) {
        line(row.value)
        rows += 1
        yield* putContent(row)
      }
      yield* members.take()
    }
    const sha256 = section.finish()
    section = startContentHash()
    whole.update(line({ end: name, rows, sha256 }))
  }
  line({ end: 'backup', sha256: whole.finish() })
  members.finish()
  yield* members.take()
}
