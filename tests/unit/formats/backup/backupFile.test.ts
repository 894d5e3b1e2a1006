import fc from 'fast-check'
import { gunzipSync, gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BACKUP_SECTIONS, type BackupSection } from '../../../../src/formats/backup/backupFile'
import { readBackup } from '../../../../src/formats/backup/readBackup'
import { writeBackup, type BackupContent, type BackupRow } from '../../../../src/formats/backup/writeBackup'
import { joinChunks } from '../../../../src/formats/readChunks'
import { inChunks } from '../../builders/inChunks'

type Rows = Partial<Record<BackupSection, readonly BackupRow[]>>

/** Rows as the content of a backup, in batches of a size. */
function contentOf(rows: Rows, batch = 3): BackupContent {
  const batches = (section: BackupSection) =>
    async function* (): AsyncGenerator<readonly BackupRow[]> {
      const all = rows[section] ?? []
      for (let from = 0; from < all.length; from += batch) {
        yield await Promise.resolve(all.slice(from, from + batch))
      }
    }
  return Object.fromEntries(
    BACKUP_SECTIONS.map((section) => [section, batches(section)]),
  ) as unknown as BackupContent
}

async function write(rows: Rows, batch?: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeBackup(contentOf(rows, batch))) pieces.push(piece)
  return joinChunks(pieces)
}

/** What a backup holds: rows by section, and the contents of its files. */
async function read(bytes: Uint8Array, chunkBytes = 1000) {
  const rows: [BackupSection, unknown][] = []
  const contents: number[][] = []
  for await (const piece of readBackup(inChunks(bytes, chunkBytes))) {
    if (piece.kind === 'row') {
      rows.push([piece.section, piece.value])
      if (piece.section === 'files') contents.push([])
    } else if (piece.kind === 'content') contents.at(-1)!.push(...piece.bytes)
  }
  return { rows, contents }
}

function fileRow(content: Uint8Array, isPacked: boolean): BackupRow {
  const pieces = [content.subarray(0, 7), content.subarray(7)]
  return { value: { bytes: content.length }, content: { pieces, isPacked } }
}

const hostile = fc.oneof(
  fc.constantFrom('{"end":"records"}', '\n', '\u0000', '\u2028', '"', '\\', '</script>', '=1+1', '\u{20000}'),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
)
const anyRow = fc
  .dictionary(
    fc.constantFrom('a', 'b', '标题', '1', '10', 'section'),
    fc.oneof(hostile, fc.integer(), fc.constant(null)),
  )
  .map((value): BackupRow => ({ value }))
const anyFile = fc
  .tuple(fc.uint8Array({ maxLength: 300 }), fc.boolean())
  .map(([content, isPacked]) => fileRow(content, isPacked))
const anyRows = fc.record<Rows>({
  preferences: fc.array(anyRow, { maxLength: 1 }),
  records: fc.array(anyRow, { maxLength: 6 }),
  files: fc.array(anyFile, { maxLength: 3 }),
  clippings: fc.array(anyRow, { maxLength: 4 }),
})

const sample: Rows = {
  records: [{ value: { kind: 'note', text: '示例' } }],
  files: [fileRow(Uint8Array.of(10, 13, 0, 255), true)],
}

describe('a backup file', () => {
  it('gives back what was written, hostile texts and contents too', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.integer({ min: 1, max: 5000 }), async (rows, chunkBytes) => {
        const { rows: found, contents } = await read(await write(rows), chunkBytes)
        const expected = BACKUP_SECTIONS.flatMap((section) =>
          (rows[section] ?? []).map(({ value }) => [section, value]),
        )
        expect(found).toEqual(JSON.parse(JSON.stringify(expected)))
        const given = await Promise.all(
          (rows.files ?? []).map(async ({ content }) => {
            const bytes: number[] = []
            for await (const piece of content!.pieces) bytes.push(...piece)
            return bytes
          }),
        )
        expect(contents).toEqual(given)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same for the same content, however it comes and in whatever order fields were set', async () => {
    const rows = Array.from({ length: 400 }, (_, number) => ({ value: { number, text: `第${number}条` } }))
    const turned = rows.map(({ value }) => ({ value: { text: value.text, number: value.number } }))
    expect(await write({ records: turned }, 1)).toEqual(await write({ records: rows }, 37))
  })

  it('is gzip that any other program reads, without a time of making', async () => {
    const bytes = await write({ records: sample.records! })
    expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0])
    expect(new TextDecoder().decode(gunzipSync(bytes))).toContain('{"kind":"note","text":"示例"}')
  })

  it('is refused when it is cut off anywhere', async () => {
    const bytes = await write(sample)
    for (let length = 0; length < bytes.length; length += 1) {
      await expect(read(bytes.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        name: 'BackupRefusal',
      })
    }
  })

  it('is refused when a bit of what it says is turned', async () => {
    const plain = gunzipSync(await write({ records: sample.records! }))
    for (let at = 0; at < plain.length; at += 1) {
      const turned = plain.slice()
      turned[at]! ^= 1
      await expect(read(gzipSync(turned)), `byte ${at}`).rejects.toMatchObject({ name: 'BackupRefusal' })
    }
  })

  it('is refused when a bit of the file is turned, or gives what was written', async () => {
    const bytes = await write(sample)
    const expected = await read(bytes)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const turned = bytes.slice()
          turned[at]! ^= 1 << bit
          // Bits of the head of gzip that say nothing of the content may be turned.
          const found = await read(turned).catch((cause: unknown) => (cause as Error).name)
          expect(['BackupRefusal', expected]).toContainEqual(found)
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    ['nothing', ''],
    ['an article', '{"title":"示例","paragraphs":["一"]}\n'],
    ['a page', '<!doctype html>\n<title>x</title>\n'],
    ['another format', '{"format":"jianbao-collection","version":1}\n'],
  ])('is not %s', async (_what, text) => {
    await expect(read(new TextEncoder().encode(text))).rejects.toMatchObject({ fault: 'foreign' })
  })

  it('of a newer program is named as that', async () => {
    const newer = new TextEncoder().encode('{"format":"jianbao-backup","version":2}\n')
    await expect(read(gzipSync(newer))).rejects.toMatchObject({ fault: 'newer' })
    const none = new TextEncoder().encode('{"format":"jianbao-backup","version":"2"}\n')
    await expect(read(gzipSync(none))).rejects.toMatchObject({ fault: 'damaged' })
  })

  it('promises no content that it does not have', async () => {
    const short = { ...fileRow(Uint8Array.of(1, 2), true), value: { bytes: 3 } }
    await expect(write({ files: [short] })).rejects.toThrow('expected 3 bytes, found 2')
  })
})
