import { describe, expect, it } from 'vitest'
import {
  mayBeShortFor,
  similarOffices,
  type HeldOffices,
} from '../../../../src/people/identity/similarOffices'

function held(name: string, offices: Readonly<Record<string, number>>): HeldOffices {
  return { name, offices: Object.entries(offices).map(([one, articles]) => ({ name: one, articles })) }
}

describe('an office in short', () => {
  it('has characters of the other in their order, and its ending', () => {
    expect(mayBeShortFor('县志办主任', '县地方志办公室主任')).toBe(true)
    expect(mayBeShortFor('县地方志办公室主任', '县志办主任')).toBe(false)
    expect(mayBeShortFor('县志办主任', '县志办主任')).toBe(false)
    expect(mayBeShortFor('县志办主任', '县地方志办公室科长')).toBe(false)
    expect(mayBeShortFor('县办志主任', '县地方志办公室主任')).toBe(false)
  })

  it('is not that of any body, nor that of a deputy for the head', () => {
    expect(mayBeShortFor('主任', '县地方志办公室主任')).toBe(false)
    expect(mayBeShortFor('示例县县长', '示例县副县长')).toBe(false)
    expect(mayBeShortFor('县志办主任', '示例县志办主任')).toBe(false)
    expect(mayBeShortFor('示例县县长', '示例县前县长')).toBe(false)
  })
})

describe('offices that may be one', () => {
  const both = { 县志办主任: 2, 县地方志办公室主任: 5 }

  it('are those in which two people are shown, or the only one of either', () => {
    const [found, ...others] = similarOffices([held('张示例', both), held('李样张', both)])
    expect(others).toEqual([])
    expect(found).toEqual({
      offices: [
        { name: '县地方志办公室主任', articles: 10 },
        { name: '县志办主任', articles: 4 },
      ],
      holders: ['张示例', '李样张'],
    })
    expect(similarOffices([held('张示例', both)])).toHaveLength(1)
  })

  it('are not asked about when but one of several holders is shown in both', () => {
    expect(similarOffices([held('张示例', both), held('王样本', { 县志办主任: 1 })])).toEqual([])
    const elsewhere = ['甲', '乙', '丙'].map((name) => held(`王${name}`, { 县志办主任: 1 }))
    expect(similarOffices([held('张示例', both), held('李样张', both), ...elsewhere])).toEqual([])
    expect(
      similarOffices([held('张示例', { 县志办主任: 2 }), held('李样张', { 县地方志办公室主任: 5 })]),
    ).toEqual([])
  })
})
