import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allMessages, MESSAGE_FILES } from '../builders/allMessages'

const SOURCE = join(import.meta.dirname, '../../../src')

/** Every message with its key, as `search.sorts.newest`. */
function messagesOf(tree: object, above = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = above === '' ? name : `${above}.${name}`
    return typeof value === 'string' ? [[key, value] as const] : messagesOf(value as object, key)
  })
}

function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
}

/** Everything that the app is written in, but for the messages themselves. */
function sourceText(): string {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !MESSAGE_FILES.test(file))
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
    .join('\n')
}

const chinese = new Map(messagesOf(allMessages['zh-Hans']))
const english = new Map(messagesOf(allMessages.en))

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('have the same placeholders in both languages', () => {
    const differing = [...chinese].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? '').join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('say something', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('have as many plural forms in each English message as the rule for English takes', () => {
    const forms = [...english].map(([key, text]) => [key, text.split(' | ').length] as const)
    expect(forms.filter(([, count]) => count !== 1 && count !== 3)).toEqual([])
  })

  it('are there for every key that the app asks for', () => {
    const asked = [...sourceText().matchAll(/\bt\(\s*'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(
      ([, key]) => key ?? '',
    )
    expect(asked.length).toBeGreaterThan(100)
    expect([...new Set(asked)].filter((key) => !chinese.has(key))).toEqual([])
  })

  it('are all used', () => {
    const source = sourceText()
    // A key in full, or by the part that stands before what is put in when the app runs: t(`errors.${code}`).
    const prefixes = [...source.matchAll(/[`'"]([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(
      ([, prefix]) => prefix ?? '',
    )
    const isUsed = (key: string): boolean =>
      new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(source) ||
      prefixes.some((prefix) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.')) ||
      // The entries of a list are used when the list is.
      (/\.\d+(?:\.\w+)?$/.test(key) && isUsed(key.replace(/\.\d+(?:\.\w+)?$/, '')))
    expect([...chinese.keys()].filter((key) => !isUsed(key))).toEqual([])
  })
})
