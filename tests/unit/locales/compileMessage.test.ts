import { expect, it } from 'vitest'
import { createI18n, type I18nOptions } from 'vue-i18n'
import { compileMessage } from '../../../src/locales/compileMessage'
import { allMessages as messages } from '../builders/allMessages'

function keysOf(tree: object, above = ''): readonly string[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [above + name] : keysOf(value as object, `${above}${name}.`),
  )
}

it('words every message in both languages as the compiler of the library does', () => {
  const shared = { legacy: false, locale: 'zh-Hans', messages } as unknown as I18nOptions & { legacy: false }
  const ours = createI18n({ ...shared, messageCompiler: compileMessage }).global
  const theirs = createI18n(shared).global
  const names = JSON.stringify(messages).matchAll(/\{(\w+)\}/g)
  const values = Object.fromEntries([...names].map(([, name = '']) => [name, `‹${name}›{x} | 7`]))
  const keys = keysOf(messages['zh-Hans'])
  expect(keys.length).toBeGreaterThan(200)
  for (const locale of ['zh-Hans', 'en'] as const) {
    for (const key of keys) {
      for (const count of [0, 1, 2, 51_301]) {
        const asked = [key, { ...values, n: count }, { locale, plural: count }] as const
        expect(ours.t(...asked)).toBe(theirs.t(...asked))
      }
    }
  }
})
