import { describe, expect, it } from 'vitest'
import { HONOUR, OFFICE_SIGNS } from '../../../../src/domain/officeSigns'
import { PERSON_SIGNS } from '../../../../src/domain/personSigns'
import { peopleOfArticle } from '../../../../src/search/parts/peopleOfArticle'
import { aPerson } from '../../builders/anArticle'

describe('the people of an article', () => {
  it('are each there once, in their order, and nobody without a name is', () => {
    const people = [aPerson('李样张'), aPerson(''), aPerson('张示例'), aPerson('李样张')]
    expect(peopleOfArticle({ people }).map(({ name }) => name)).toEqual(['李样张', '张示例'])
  })

  it('have all offices that stand by any entry of their name, and are certain if one entry is', () => {
    const people = [
      { ...aPerson('李样张', '县长', '局长'), confidence: 'possible' as const, kind: 'masked' as const },
      { ...aPerson('李样张', '原县长', '局长'), honours: ['劳动模范'] },
    ]
    const [person] = peopleOfArticle({ people })
    expect(person?.signs).toBe(PERSON_SIGNS.masked)
    expect(person?.offices).toEqual([
      { office: '县长', jurisdiction: null, signs: OFFICE_SIGNS.held },
      { office: '局长', jurisdiction: null, signs: OFFICE_SIGNS.held },
      { office: '原县长', jurisdiction: null, signs: OFFICE_SIGNS.past },
      { office: '劳动模范', jurisdiction: null, signs: HONOUR },
    ])
  })

  it('stay possible where every entry is', () => {
    const people = [{ ...aPerson('李样张'), confidence: 'possible' as const }]
    expect(peopleOfArticle({ people })[0]?.signs).toBe(PERSON_SIGNS.possible)
  })
})
