import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextPersonValue, personValue, readPersonValue } from '../../../src/domain/personValue'

describe('the value of a person', () => {
  it.each([
    ['张示例', { name: '张示例', number: 1 }],
    ['张示例~2', { name: '张示例', number: 2 }],
    ['张示例~12', { name: '张示例', number: 12 }],
    ['张示例~1', { name: '张示例~1', number: 1 }],
    ['张示例~02', { name: '张示例~02', number: 1 }],
    ['~2', { name: '~2', number: 1 }],
  ])('%s is read as %o', (value, person) => {
    expect(readPersonValue(value)).toEqual(person)
  })

  it('is written again as it was read', () => {
    const values = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.nat(20_000)).map(([name, n]) => `${name}~${n}`),
    )
    fc.assert(fc.property(values, (value) => personValue(readPersonValue(value)) === value))
  })

  it('of one more of a name has the next number', () => {
    expect(nextPersonValue('张示例', [])).toBe('张示例~2')
    expect(nextPersonValue('张示例', ['张示例', '张示例~2', '李样张~7'])).toBe('张示例~3')
    expect(nextPersonValue('张示例', ['张示例~4'])).toBe('张示例~5')
  })
})
