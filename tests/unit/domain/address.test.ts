import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from 'vue-router'
import { articleAddress, searchAddress } from '../../../src/domain/address'
import { decodeQuery } from '../../../src/domain/articleQuery'
import { anyQuery, anyText } from '../builders/anyQuery'

/** What the router makes of the parameters of an address. */
function queryOf(address: string) {
  const [, parameters = ''] = address.split('?')
  return decodeQuery(parseQuery(parameters))
}

describe('searchAddress', () => {
  it('is the first page for the whole archive', () => {
    expect(searchAddress({})).toBe('#/')
  })

  it('is read by the router as the query it was made of', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(queryOf(searchAddress(query))).toEqual(query)
      }),
    )
  })

  it('has no part that a browser would take for another part of the address', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const address = searchAddress(query)
        expect(address.indexOf('#', 1)).toBe(-1)
        expect(new URL(address, 'https://example.org/app/').hash).toBe(address === '#/' ? '#/' : address)
      }),
    )
  })
})

describe('articleAddress', () => {
  it('carries the query along', () => {
    fc.assert(
      fc.property(anyText, anyQuery, (id, query) => {
        const address = articleAddress(id, query)
        const path = address.split('?')[0] ?? ''
        expect(decodeURIComponent(path.slice('#/article/'.length))).toBe(id)
        expect(queryOf(address)).toEqual(query)
      }),
    )
  })

  it('keeps an id with a slash in one piece', () => {
    expect(articleAddress('a/b?c#d')).toBe('#/article/a%2Fb%3Fc%23d')
  })
})
