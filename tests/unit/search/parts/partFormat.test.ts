import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anArticle, aPerson } from '../../builders/anArticle'
import { builtPart, openedPart } from './parts'

const page = readFileSync(new URL('../../../../docs/segment-format.md', import.meta.url), 'utf8')

/** The bytes of an example in docs/segment-format.md, in hexadecimal: rows of an offset and bytes. */
function documentedBytes(row: RegExp): string {
  let bytes = ''
  for (const [, offset, part] of page.matchAll(row)) {
    expect(Number.parseInt(offset!, 16) * 2).toBe(bytes.length)
    bytes += part!.replaceAll(' ', '')
  }
  return bytes
}

describe('the format of a part', () => {
  const built = builtPart([
    anArticle({
      id: 'a',
      title: '中国',
      issueDate: '1958-05',
      eventDate: '1958-05',
      tags: ['党'],
      people: [aPerson('李', '县长')],
      paragraphs: [],
    }),
    anArticle({ id: 'b', title: '国中国', paragraphs: ['中'] }),
  ])

  it('is, byte for byte, that of the documented example', () => {
    const afterSegment = Buffer.from(built.index.subarray(openedPart(built).segment.size)).toString('hex')
    const documented = documentedBytes(/^\+([0-9a-f]{3}) {2}((?:[0-9a-f]{2} )+) /gm)
    // The length of the segment, and what follows from it, comes with the name of the tokenizer.
    const without = (bytes: string): string => bytes.slice(0, -96) + bytes.slice(-64, -24) + bytes.slice(-16)
    expect(without(afterSegment)).toBe(without(documented))
    expect(Buffer.from(built.texts).toString('hex')).toBe(
      documentedBytes(/^([0-9a-f]{2}) {2}((?:[0-9a-f]{2} )+) /gm),
    )
  })
})
