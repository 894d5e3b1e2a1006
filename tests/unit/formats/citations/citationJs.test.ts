import { Cite, plugins } from '@citation-js/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIA, type Article } from '../../../../src/domain/article'
import { parseArticle } from '../../../../src/domain/parseArticle'
import { cslEntries } from '../../../../src/formats/citations/cslEntries'

const ACCESSED_ON = '2026-07-01'

/** Titles as hostile as they come: quotation marks, markup, figures at the end, characters beyond the first plane. */
const anyLine = fc
  .oneof(
    fc.constantFrom(
      '示例河清淤',
      '“引号”与《书名》',
      '<i>斜</i>',
      'A & B: C',
      '𠮷野',
      '=1+1',
      '2012年',
      '{甲}',
    ),
    fc.string({ unit: fc.constantFrom('中', '县', '—', '·', ' ', '-', '<', '&', '\\', 'a', '1', '%') }),
  )
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
const anyName = anyLine.map((text) => text.replace(/[,，;；、]/g, '')).filter((text) => text !== '')

const anySource = fc
  .record(
    {
      id: anyName,
      title: anyLine,
      subtitle: anyLine,
      authors: fc.uniqueArray(anyName, { maxLength: 5 }),
      newspaper: anyLine,
      edition: anyName,
      medium: fc.constantFrom(...MEDIA),
      issueDate: fc.constantFrom('1958', '1958-03', '2012-07-01'),
      page: fc.constantFrom('01', 'A03', '01,04', '第1张第4版'),
      tags: fc.uniqueArray(anyName, { maxLength: 3 }),
      url: fc.constantFrom('https://example.org/?a=1&b=2#c', 'http://example.org/%E7%A4%BA'),
    },
    { requiredKeys: ['id', 'title'] },
  )
  .map((fields) => parseArticle({ ...fields, paragraphs: ['正文。'] }).article)
  .filter((article): article is Article => article !== null)

/** What citation-js has of a list of sources once it has read them, without the note that it makes of itself. */
function read(json: string): readonly unknown[] {
  const entries = new Cite(json).get({ format: 'real', type: 'json', style: 'csl' })
  return entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => !name.startsWith('_'))),
  )
}

describe('CSL-JSON', () => {
  it('is read by citation-js as what it is, with nothing lost and nothing changed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySource, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        (articles) => {
          const entries = cslEntries(articles, ACCESSED_ON)
          const json = JSON.stringify(entries)
          expect(plugins.input.type(JSON.parse(json))).toMatch(/^@csl\/list\+object$/)
          expect(read(json)).toEqual(JSON.parse(json))
        },
      ),
    )
  })
})
