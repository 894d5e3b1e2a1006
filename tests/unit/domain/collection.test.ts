import { describe, expect, it } from 'vitest'
import { MANIFEST_FORMAT, parseManifest } from '../../../src/domain/collection'

function manifestWith(path: string): unknown {
  const file = { path, role: 'articles', bytes: 1, sha256: '0'.repeat(64), articles: 1 }
  return {
    format: MANIFEST_FORMAT,
    version: 1,
    id: 'papers',
    title: '示例',
    revision: 1,
    articles: 1,
    files: [file],
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
