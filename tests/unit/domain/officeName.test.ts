import { describe, expect, it } from 'vitest'
import { isActing, isFormer, isHeldByOne, officeKey } from '../../../src/domain/officeName'

describe('the name of an office', () => {
  it('is the same for a body in short and in full', () => {
    for (const form of ['环境保护部部长', '环保部部长', '环保部长', '中共环保部部长']) {
      expect(officeKey(form)).toBe('环境保护部部长')
    }
    expect(officeKey('国家发改委副主任')).toBe('国家发展和改革委员会副主任')
    expect(officeKey('示例市环保局长')).toBe('示例市环境保护局局长')
  })

  it('tells a minister from the party secretary, the deputy and the minister of another country', () => {
    const keys = [
      '环境保护部部长',
      '环境保护部副部长',
      '环境保护部党组书记',
      '示例国环境保护部部长',
      '环境部长',
    ]
    expect(new Set(keys.map((form) => officeKey(form))).size).toBe(keys.length)
  })

  it('gets the place where the article leaves it out, and the level where a short form does', () => {
    expect(officeKey('市委书记', '示例')).toBe('示例市委书记')
    expect(officeKey('中共示例市委书记', '示例')).toBe('示例市委书记')
    for (const [form, place] of [
      ['市长', '示例'],
      ['示例市长', '示例'],
      ['示例市市长', null],
    ] as const) {
      expect(officeKey(form, place)).toBe('示例市市长')
    }
    expect(officeKey('副市长', '示例')).toBe('示例市副市长')
    expect(officeKey('示例副市长')).toBe('示例市副市长')
    expect(officeKey('常务副市长', '示例')).toBe('示例市常务副市长')
    expect(officeKey('常务副市长')).toBe('常务副市长')
  })

  it('is without what says that it is over or stood in for', () => {
    for (const form of ['省长', '代省长', '代理省长', '原省长', '前省长', '时任省长']) {
      expect(officeKey(form)).toBe('省长')
    }
    expect(officeKey('示例省代省长')).toBe('示例省省长')
    expect(officeKey('现代部长')).toBe('现代部部长')
  })

  it('names offices of the state in full, but only of those who are known to hold them', () => {
    expect(officeKey('总理')).toBe('国务院总理')
    expect(officeKey('中国国务院总理')).toBe('国务院总理')
    expect(officeKey('中华人民共和国国务院总理')).toBe('国务院总理')
    expect(officeKey('中华人民共和国主席')).toBe('国家主席')
    expect(officeKey('总理', null, () => false)).toBe('总理')
    expect(officeKey('市人大主任', '示例')).toBe('示例市人大常委会主任')
  })

  it('keeps apart what only looks alike', () => {
    expect(officeKey('校长')).toBe('校长')
    expect(officeKey('部长')).toBe('部长')
    expect(officeKey('秘书长')).toBe('秘书长')
    expect(officeKey('市场部经理', '示例')).toBe('市场部经理')
    expect(officeKey('副局长')).toBe('副局长')
    expect(officeKey('')).toBe('')
  })

  it('does not change when it is named once more', () => {
    const forms = [
      '环保部长',
      '市委书记',
      '示例副市长',
      '代省长',
      '总理',
      '人大主任',
      '江边县长',
      '国资委主任',
    ]
    for (const form of forms) {
      const key = officeKey(form, '示例')
      expect(officeKey(key, '示例')).toBe(key)
    }
  })
})

describe('how an office is written', () => {
  it('says that somebody stands in for it, or held it before', () => {
    expect(['代省长', '示例县代理县长', '现代部长', '代表'].map(isActing)).toEqual([true, true, false, false])
    expect(['原局长', '时任县长', '原', '局长'].map(isFormer)).toEqual([true, true, false, false])
  })

  it('says whether one alone holds it', () => {
    expect(['县长', '市委书记', '国务院总理', '委员会主任'].every(isHeldByOne)).toBe(true)
    expect(['副县长', '市委副书记', '副主席', '委员', '代表', '市领导', '教务长'].some(isHeldByOne)).toBe(
      false,
    )
  })
})
