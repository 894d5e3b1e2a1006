import { describe, expect, it } from 'vitest'
import {
  articleFiles,
  indexFileOf,
  indexFiles,
  MANIFEST_FORMAT,
  parseManifest,
  type Manifest,
} from '../../../src/domain/collection'

function aFile(fields: Readonly<Record<string, unknown>> = {}) {
  return { path: 'a.jsonl', role: 'articles', bytes: 1, sha256: '0'.repeat(64), articles: 1, ...fields }
}

function manifestWith(path: string): unknown {
  return manifestOf([aFile({ path })])
}

function manifestOf(files: readonly object[]): unknown {
  return {
    format: MANIFEST_FORMAT,
    version: 1,
    id: 'papers',
    title: '示例',
    revision: 1,
    articles: 1,
    files,
  }
}

describe('a path in a manifest', () => {
  it.each(['a.jsonl', 'p/1962/a.jsonl.gz', '示例 报/一.jsonl', 'a..b/..c', '100%.jsonl'])(
    'may be %j',
    (path) => {
      expect(parseManifest(manifestWith(path), '').files[0]?.path).toBe(path)
    },
  )

  it.each([
    '',
    '/a',
    'https:a',
    '../a',
    'p/..',
    'p/../../a',
    'p\\a',
    'a?b',
    'a#b',
    '%2e%2e/a',
    '.%2E/a',
    'p%2Fa',
    'p%5ca',
    '.\t./a',
    '\na',
    'a\u0000',
    ' /a',
    'a ',
    '\u3000a',
  ])('may not be %j', (path) => {
    expect(() => parseManifest(manifestWith(path), 'here')).toThrow('files.0.path')
  })
})

describe('an id in a manifest', () => {
  it('is not the one that is reserved for what a reader adds', () => {
    const own = { ...(manifestOf([aFile()]) as object), id: 'own' }
    expect(() => parseManifest(own, 'here')).toThrow(expect.objectContaining({ code: 'manifest-malformed' }))
    expect(parseManifest({ ...own, id: 'own-2' }, 'here').id).toBe('own-2')
  })
})

describe('an index file in a manifest', () => {
  const parsed = (...files: readonly object[]): Manifest => parseManifest(manifestOf(files), 'here')
  const index = aFile({ path: 'index/a.jbx', role: 'index', of: 'a.jsonl' })

  it('belongs to the article file that it names', () => {
    const manifest = parsed(aFile(), index, aFile({ path: 'b.jsonl' }))
    expect(articleFiles(manifest).map(({ path }) => path)).toEqual(['a.jsonl', 'b.jsonl'])
    expect(indexFiles(manifest)).toEqual([index])
    expect(indexFileOf(manifest, aFile())).toEqual(index)
    expect(indexFileOf(manifest, aFile({ path: 'b.jsonl' }))).toBeNull()
  })

  it('is the first of several, and none when it is of another number of articles or of another role', () => {
    const other = { ...index, path: 'index/other.jbx' }
    expect(indexFileOf(parsed(aFile(), { ...index, articles: 2 }, index, other), aFile())).toEqual(index)
    expect(indexFileOf(parsed(aFile(), { ...index, articles: 2 }), aFile())).toBeNull()
    expect(indexFileOf(parsed(aFile(), { ...index, role: 'other' }), aFile())).toBeNull()
  })

  it('may belong to nothing, and then does no harm', () => {
    const loose = aFile({ path: 'index/a.jbx', role: 'index' })
    const manifest = parsed(aFile(), loose, { ...index, of: 'missing.jsonl' })
    expect(indexFileOf(manifest, aFile())).toBeNull()
  })

  it.each(['', '../a.jsonl', 'https://example.org/a', 5])('may not belong to %j', (of) => {
    expect(() => parsed(aFile(), { ...index, of })).toThrow('files.1.of')
  })
})
