import { describe, expect, it } from 'vitest'
import { ownScriptAddress, trustOwnScripts } from '../../../src/worker/trustOwnScripts'

const page = 'https://example.test/archive/index.html#/people'

describe('the policy for scripts', () => {
  it.each([
    ['https://example.test/archive/assets/worker.js', 'https://example.test/archive/assets/worker.js'],
    ['./serviceWorker.js', 'https://example.test/archive/serviceWorker.js'],
  ])('passes our own: %s', (address, passed) => {
    expect(ownScriptAddress(address, page)).toBe(passed)
  })

  it.each([
    'https://evil.test/archive/worker.js',
    'https://example.test/other/worker.js',
    '../worker.js',
    'data:text/javascript,alert(1)',
    'blob:https://example.test/1234',
    'javascript:alert(1)',
  ])('refuses %s', (address) => {
    expect(() => ownScriptAddress(address, page)).toThrow(TypeError)
  })

  it('makes neither markup nor code of a text', () => {
    const made: [string, object][] = []
    const createPolicy = (name: string, rules: object): void => void made.push([name, rules])
    trustOwnScripts({ trustedTypes: { createPolicy }, location: { href: page } })
    expect(made.map(([name, rules]) => [name, Object.keys(rules)])).toEqual([
      ['default', ['createScriptURL']],
    ])
  })

  it('is without effect where the browser has no Trusted Types', () => {
    expect(() => {
      trustOwnScripts({ location: { href: page } })
    }).not.toThrow()
  })
})
