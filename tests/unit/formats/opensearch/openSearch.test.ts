import fc from 'fast-check'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packOpenSearch } from '../../../../scripts/packOpenSearch'
import { ARTICLE_FIELDS } from '../../../../src/domain/articleFields'
import { bulkLines, isBulkAction } from '../../../../src/formats/opensearch/bulkLines'
import { openSearchMapping } from '../../../../src/formats/opensearch/openSearchMapping'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-opensearch-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Parameters that OpenSearch documents for the types that are used. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  keyword: ['type', 'ignore_above', 'index', 'doc_values'],
  text: ['type', 'analyzer', 'fields', 'index'],
  date: ['type', 'format'],
  object: ['type', 'enabled', 'dynamic', 'properties'],
  nested: ['type', 'dynamic', 'properties'],
  knn_vector: ['type', 'dimension', 'method'],
}

function checkProperties(properties: Readonly<Record<string, object>>): void {
  for (const [name, field] of Object.entries(properties)) {
    const { type = 'object', properties: inner } = field as {
      type?: string
      properties?: Record<string, object>
    }
    expect(PARAMETERS[type], `${name}: ${type}`).toBeDefined()
    expect(PARAMETERS[type], name).toEqual(expect.arrayContaining(Object.keys(field)))
    if (inner !== undefined) checkProperties(inner)
  }
}

describe('the mapping for OpenSearch', () => {
  it.each([{}, { smartcn: true, dense: { dimension: 768 } }])(
    'has every field of an article, and only documented types and parameters: %j',
    (options) => {
      const { settings, mappings } = openSearchMapping(options) as {
        settings: Record<string, unknown>
        mappings: { dynamic: boolean; properties: Record<string, object> }
      }
      expect(Object.keys(mappings.properties)).toEqual(expect.arrayContaining([...ARTICLE_FIELDS]))
      checkProperties(mappings.properties)
      expect(mappings.dynamic).toBe(false)
      expect('embedding' in mappings.properties).toBe(settings['index.knn'] === true)
    },
  )
})

describe('the body for _bulk', () => {
  it('is an action line and a document line, each ended, with an id that OpenSearch takes', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 600, unit: 'binary' }),
        fc.jsonValue(),
        (id, extra) => {
          const lines = bulkLines(id, JSON.stringify({ id, title: '题', extra })).split('\n')
          expect(lines).toHaveLength(3)
          expect(lines[2]).toBe('')
          const action = JSON.parse(lines[0]!) as { index: { _id: string } }
          expect(isBulkAction(action)).toBe(true)
          expect(Buffer.byteLength(action.index._id)).toBeLessThanOrEqual(512)
          expect(isBulkAction(JSON.parse(lines[1]!))).toBe(false)
        },
      ),
    )
  })

  it('is read again as the very same articles', async () => {
    const given = Array.from({ length: 300 }, (_, number) => ({
      id: number === 7 ? '长'.repeat(400) : `样 ${number}/"\\`,
      title: `示例 ${number} <b> \u2028 𠀀`,
      ...(number % 3 === 0 ? { issueDate: '1962-03', newspaper: '示例日报', page: 'A03' } : {}),
      ...(number % 2 === 0 ? { extra: { index: { _id: 'x' } } } : {}),
      paragraphs: ['示例县开会。', '第二段\t=1+1'],
      people: [{ name: '张示例', offices: ['县长'] }],
    }))
    const input = join(folder, 'given.json')
    await writeFile(input, JSON.stringify(given))
    const once = join(folder, 'once')
    const report = await packOpenSearch({ inputs: [input], out: once, people: 'given' })
    expect(report).toMatchObject({ packed: 300, problemCount: 0, bodies: ['bulk-0001.ndjson'] })
    const written = await readFile(join(once, 'bulk-0001.ndjson'), 'utf8')
    expect(written.endsWith('\n')).toBe(true)
    expect(written.trimEnd().split('\n')).toHaveLength(600)
    const twice = join(folder, 'twice')
    const again = await packOpenSearch({
      inputs: [join(once, 'bulk-0001.ndjson')],
      out: twice,
      people: 'given',
    })
    expect(again).toMatchObject({ read: 300, packed: 300, problemCount: 0 })
    expect(await readFile(join(twice, 'bulk-0001.ndjson'), 'utf8')).toBe(written)
  })
})
