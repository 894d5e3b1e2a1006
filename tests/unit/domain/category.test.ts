import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCategoryPath, encodeCategoryPath } from '../../../src/domain/category'

describe('encodeCategoryPath and decodeCategoryPath', () => {
  it('are inverse for every path of names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.constantFrom('a/b', '%2F', '%', '%25', '%252F', '//', '2F'),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        expect(decodeCategoryPath(encodeCategoryPath(names))).toEqual(names)
      }),
    )
  })

  it('write plain names as they are', () => {
    expect(encodeCategoryPath(['要闻', '党建'])).toBe('要闻/党建')
  })

  it('keep a slash inside a name apart from the one between names', () => {
    expect(encodeCategoryPath(['长三角/江苏', '吴江'])).toBe('长三角%2F江苏/吴江')
    expect(decodeCategoryPath('长三角%2f江苏/吴江')).toEqual(['长三角/江苏', '吴江'])
  })

  it('read slashes too many as none', () => {
    expect(decodeCategoryPath('/要闻//党建/')).toEqual(['要闻', '党建'])
    expect(decodeCategoryPath('')).toEqual([])
  })
})
