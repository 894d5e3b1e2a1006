import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MEDIA, NAME_KINDS, TEXT_KINDS } from '../../../src/domain/article'
import { ARTICLE_FIELDS, FIELD_ALIASES } from '../../../src/domain/articleFields'
import * as limits from '../../../src/domain/articleLimits'

interface Schema {
  readonly $ref?: string
  readonly $schema?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly maxLength?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly 'x-alias-of'?: string | readonly string[]
  readonly 'x-schema-org'?: string
  readonly 'x-csl'?: string
}

const path = new URL('../../../public/article.schema.json', import.meta.url)
const schema = JSON.parse(readFileSync(path, 'utf8')) as Schema
const properties = schema.properties ?? {}

function mapped(name: string) {
  return [properties[name]?.['x-schema-org'], properties[name]?.['x-csl']]
}

describe('article.schema.json', () => {
  it('is a schema of the 2020-12 draft', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('has the properties that the parser knows, own names and names of other data', () => {
    const aliases = Object.values(FIELD_ALIASES).flat()
    expect(Object.keys(properties).sort()).toEqual([...new Set([...ARTICLE_FIELDS, ...aliases])].sort())
  })

  it('says of a name of other data which field it stands for', () => {
    for (const [field, aliases] of Object.entries(FIELD_ALIASES)) {
      for (const alias of aliases) expect([properties[alias]?.['x-alias-of']].flat(), alias).toContain(field)
    }
  })

  it('describes every property', () => {
    for (const [name, property] of Object.entries(properties))
      expect(property.description, name).toMatch(/\.$/)
  })

  it('knows the same words as the parser', () => {
    expect(properties['medium']?.enum).toEqual([...MEDIA, null])
    expect(properties['textKind']?.enum).toEqual([...TEXT_KINDS, null])
    expect(schema.$defs?.['person']?.properties?.['kind']?.enum).toEqual([...NAME_KINDS, null])
  })

  it('has the limits of the parser', () => {
    for (const name of ['title', 'kicker', 'subtitle']) {
      expect(properties[name]?.maxLength, name).toBe(limits.LONGEST_HEADLINE)
    }
    for (const name of ['id', 'newspaper', 'edition', 'page', 'pageTitle', 'column']) {
      expect(properties[name]?.maxLength, name).toBe(limits.LONGEST_NAME)
    }
    expect(properties['url']?.maxLength).toBe(limits.LONGEST_ADDRESS)
    expect(properties['rights']?.maxLength).toBe(limits.LONGEST_RIGHTS)
    expect(properties['paragraphs']?.maxItems).toBe(limits.MOST_PARAGRAPHS)
    expect(properties['people']?.maxItems).toBe(limits.MOST_PEOPLE)
    const long = { maxLength: limits.LONGEST_NAME }
    expect(schema.$defs?.['texts']).toMatchObject({ maxItems: limits.MOST_NAMES, items: long })
    expect(schema.$defs?.['path']).toMatchObject({ maxItems: limits.DEEPEST_CATEGORY, items: long })
    expect(schema.$defs?.['person']?.properties?.['name']).toMatchObject(long)
  })

  it('maps what a citation needs to schema.org and CSL-JSON', () => {
    expect(mapped('title')).toEqual(['headline', 'title'])
    expect(mapped('newspaper')).toEqual(['isPartOf.name', 'container-title'])
    expect(mapped('issueDate')).toEqual(['datePublished', 'issued'])
    expect(mapped('page')).toEqual(['printPage', 'page'])
    expect(mapped('authors')).toEqual(['author.name', 'author'])
    expect(mapped('url')).toEqual(['url', 'URL'])
  })

  it('refers only to definitions that are there', () => {
    const references = [...readFileSync(path, 'utf8').matchAll(/"#\/\$defs\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    )
    for (const name of references) expect(schema.$defs, name).toHaveProperty(name)
  })
})
