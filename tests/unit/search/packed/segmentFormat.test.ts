import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'

interface Report {
  readonly id: string
  readonly title: string
  readonly year?: number
}

/** The bytes of the example in docs/segment-format.md: rows of an offset and bytes, or of an offset and JSON. */
function documentedExample(): Buffer {
  const page = readFileSync(new URL('../../../../docs/segment-format.md', import.meta.url), 'utf8')
  const rows = page.matchAll(/^([0-9a-f]{4}) {2}(?:((?:[0-9a-f]{2} )+) |(\{.*\})$)/gm)
  const parts: Buffer[] = []
  let length = 0
  for (const [, offset, bytes, json] of rows) {
    expect(Number.parseInt(offset!, 16)).toBe(length)
    const part = json === undefined ? Buffer.from(bytes!.replaceAll(' ', ''), 'hex') : Buffer.from(json)
    parts.push(part)
    length += part.length
  }
  return Buffer.concat(parts)
}

describe('the segment format', () => {
  it('is, byte for byte, that of the documented example', () => {
    const index = new PackedMiniSearch<Report>({
      fields: ['title'],
      packed: {
        fingerprint: 'han',
        tokenizeRuns: (text, _field, sink) => sink.run(text, 0, text.length),
        columns: { year: { kind: 'single', of: ({ year }) => year } },
      },
    })
    index.addAll([
      { id: 'a', title: '中国', year: 1958 },
      { id: 'b', title: '国中国' },
    ])
    expect(Buffer.from(index.toSegments()[0]!).toString('hex')).toBe(documentedExample().toString('hex'))
  })
})
