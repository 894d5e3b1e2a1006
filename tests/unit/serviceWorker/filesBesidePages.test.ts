import { describe, expect, it } from 'vitest'
import { filesBesidePages } from '../../../src/serviceWorker/filesBesidePages'

function isPage(scope: string, path: string): boolean {
  return !filesBesidePages(scope).some((pattern) => pattern.test(path))
}

describe('files beside the pages of the app', () => {
  it.each(['https://example.test/', 'https://example.test/collections/app/', 'https://example.test/a.b(c)/'])(
    'are its collections and no page, where the app is at %s',
    (scope) => {
      const base = new URL(scope).pathname
      expect(isPage(scope, base)).toBe(true)
      expect(isPage(scope, `${base}index.html?from=share`)).toBe(true)
      expect(isPage(scope, `${base}collections/bundled/manifest`)).toBe(false)
      expect(isPage(scope, `${base}samples/a.jsonl.gz`)).toBe(false)
      expect(isPage(scope, `${base}article.schema.json`)).toBe(false)
    },
  )
})
