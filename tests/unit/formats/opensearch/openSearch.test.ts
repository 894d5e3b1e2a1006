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

/**
 * What OpenSearch documents of the types that are used: which parameters each may have
 * (docs.opensearch.org/latest/mappings/supported-field-types, /mapping-parameters), of text and keyword those that we need.
 */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  keyword: ['type', 'ignore_above', 'index', 'doc_values'],
  text: ['type', 'analyzer', 'fields', 'index'],
  date: ['type', 'format'],
  object: ['type', 'enabled', 'dynamic', 'properties'],
  nested: ['type', 'dynamic', 'properties'],
}

interface Field {
  readonly type?: string
  readonly analyzer?: string
  readonly format?: string
  readonly enabled?: boolean
  readonly ignore_above?: number
  readonly fields?: Readonly<Record<string, Field>>
  readonly properties?: Readonly<Record<string, Field>>
}

interface Mapping {
  readonly settings: { readonly analysis: { readonly analyzer: Readonly<Record<string, object>> } }
  readonly mappings: { readonly dynamic: boolean; readonly properties: Readonly<Record<string, Field>> }
}

/** Checks types and parameters of fields and those in them; gives the analyzers that they name. */
function analyzersIn(properties: Readonly<Record<string, Field>>): readonly string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const { type = 'object', analyzer } = field
    expect(PARAMETERS[type], `${name}: ${type}`).toBeDefined()
    expect(PARAMETERS[type], name).toEqual(expect.arrayContaining(Object.keys(field)))
    const inner = [...analyzersIn(field.fields ?? {}), ...analyzersIn(field.properties ?? {})]
    return analyzer === undefined ? inner : [analyzer, ...inner]
  })
}

/** Formats of dates as they are used, by their letters in OpenSearch. */
const DATE_FORMATS: Readonly<Record<string, RegExp>> = {
  'yyyy-MM-dd': /^\d{4}-\d\d-\d\d$/,
  'yyyy-MM': /^\d{4}-\d\d$/,
  yyyy: /^\d{4}$/,
  "yyyy-MM-dd'T'HH:mm": /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
}

/** Whether OpenSearch takes a value for a field: one value or a list of them, whatever the type. */
function isTaken(field: Field, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => isTaken(field, one))
  switch (field.type ?? 'object') {
    case 'keyword':
    case 'text':
      return typeof value === 'string'
    case 'date':
      return (
        typeof value === 'string' &&
        (field.format ?? '').split('||').some((format) => DATE_FORMATS[format]!.test(value))
      )
    default:
      return (
        typeof value === 'object' &&
        value !== null &&
        (field.enabled === false || areTaken(field.properties ?? {}, value))
      )
  }
}

/** Whether OpenSearch takes a document; fields that are not named are kept and not looked at. */
function areTaken(properties: Readonly<Record<string, Field>>, document: object): boolean {
  return Object.entries(document).every(([name, value]) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined
    return field === undefined || isTaken(field, value)
  })
}

describe('the mapping for OpenSearch', () => {
  it.each([
    ['cjk-bigram', ['han_pairs']],
    ['smartcn', ['han_pairs', 'smartcn']],
  ] as const)(
    'has every field of an article, and only documented types and parameters: %s',
    (name, analyzers) => {
      const { settings, mappings } = openSearchMapping(name) as Mapping
      expect(Object.keys(mappings.properties)).toEqual(expect.arrayContaining([...ARTICLE_FIELDS]))
      expect([...new Set(analyzersIn(mappings.properties))]).toEqual(analyzers)
      expect(mappings.dynamic).toBe(false)
      expect(settings.analysis.analyzer).toEqual({
        // docs.opensearch.org/latest/analyzers/token-filters/cjk-bigram: over the standard tokenizer.
        han_pairs: {
          type: 'custom',
          tokenizer: 'standard',
          filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
        },
      })
    },
  )

  it('finds facets as they are written, and a person together with the offices of that person', () => {
    const { properties } = (openSearchMapping() as Mapping).mappings
    for (const facet of ['category', 'newspaper', 'page', 'tags', 'authors', 'textKind', 'medium'])
      expect(properties[facet], facet).toMatchObject({ type: 'keyword' })
    expect(properties['people']).toMatchObject({
      type: 'nested',
      properties: { name: { type: 'keyword' }, offices: { type: 'keyword' } },
    })
  })
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

  it('has only documents whose every line OpenSearch takes under the mapping', async () => {
    const { properties } = (openSearchMapping() as Mapping).mappings
    const given = [
      { title: '示例县开会', paragraphs: ['示例县县长李示例主持会议。'], issueDate: '1962' },
      {
        title: '二',
        kicker: '引题',
        category: '农业 > 会议',
        newspaper: '示例日报',
        medium: 'newspaper',
        issueDate: '1962-03-11',
        eventDate: '1962-03',
        edition: '农村版',
        page: 'A03,A04',
        pageTitle: '要闻',
        column: '专栏',
        textKind: 'digest',
        dateline: { place: '示例县', date: '1962-03-10' },
        publishedAt: '2012-07-02T09:17',
        authors: ['张示例', '李样张'],
        places: ['示例县'],
        tags: ['会议'],
        url: 'https://example.org/?a=1',
        rights: '© 示例',
        doubtful: ['issueDate'],
        textNote: '两行\n注',
        verified: { by: '王样本', on: '2020-01-02' },
        replaces: ['former'],
        extra: { any: [1, { deep: null }] },
        paragraphs: ['市领导张示例、李样张出席。', '市委书记张示例讲话。'],
        people: [{ name: '张示例', offices: ['市委书记'], mentions: [[1, 4, 7]] }],
      },
      { title: '三', publishedAt: '2012-07-02', paragraphs: ['文'] },
    ]
    const input = join(folder, 'kinds.json')
    await writeFile(input, JSON.stringify(given))
    const out = join(folder, 'kinds')
    expect(await packOpenSearch({ inputs: [input], out })).toMatchObject({ packed: 3, problemCount: 0 })
    const lines = (await readFile(join(out, 'bulk-0001.ndjson'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(6)
    const values = lines.map((line) => JSON.parse(line) as object)
    const action = { index: { _id: expect.any(String) as string } }
    expect(values.filter((_, at) => at % 2 === 0)).toEqual([action, action, action])
    expect(values.filter((value, at) => at % 2 === 1 && !areTaken(properties, value))).toEqual([])
    expect(areTaken(properties, { issueDate: '1962年' })).toBe(false)
    expect(areTaken(properties, { people: ['张示例'] })).toBe(false)
  })

  it('comes with a mapping for words where they are asked for', async () => {
    const input = join(folder, 'one.json')
    await writeFile(input, JSON.stringify({ title: '题', paragraphs: ['文'] }))
    const out = join(folder, 'words')
    await packOpenSearch({ inputs: [input], out, people: 'none', analyzer: 'smartcn' })
    expect(JSON.parse(await readFile(join(out, 'mapping.json'), 'utf8'))).toEqual(
      openSearchMapping('smartcn'),
    )
  })
})
