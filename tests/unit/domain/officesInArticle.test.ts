import { describe, expect, it } from 'vitest'
import type { OfficeMention } from '../../../src/domain/article'
import { COLLECTIVE, HONOUR, OFFICE_SIGNS } from '../../../src/domain/officeSigns'
import { officesInArticle } from '../../../src/domain/officesInArticle'

const { held, listed, past, appointed, removed, acting, prospective } = OFFICE_SIGNS

function aMention(change: Partial<OfficeMention> = {}): OfficeMention {
  return {
    office: '县长',
    at: [0, 0, 2],
    kind: 'stated',
    event: null,
    tense: 'current',
    qualifiers: [],
    jurisdiction: null,
    ...change,
  }
}

function signsWith(...changes: readonly Partial<OfficeMention>[]): number | undefined {
  const officeMentions = changes.map(aMention)
  const offices = officeMentions.map(({ office }) => office)
  return officesInArticle({ name: '张示例', offices, officeMentions })[0]?.signs
}

describe('what an article says of a person and an office', () => {
  it('is that it is held, listed, past, given or taken', () => {
    expect(signsWith({})).toBe(held)
    expect(signsWith({ kind: 'joined' })).toBe(held)
    expect(signsWith({ kind: 'listed' })).toBe(listed)
    expect(signsWith({ tense: 'retrospective' })).toBe(past)
    expect(signsWith({ event: 'appointed' })).toBe(appointed)
    expect(signsWith({ event: 'removed' })).toBe(removed)
  })

  it('is the past where it looks back, whatever it tells', () => {
    expect(signsWith({ tense: 'retrospective', event: 'appointed' })).toBe(past)
    expect(signsWith({ tense: 'retrospective', qualifiers: ['代'] })).toBe(past | acting)
  })

  it('is no holding where somebody is only to hold it', () => {
    expect(signsWith({ qualifiers: ['拟任'] })).toBe(prospective)
  })

  it('is all that its mentions say together, and no standing in where one says the office itself', () => {
    expect(signsWith({ event: 'appointed' }, {})).toBe(appointed | held)
    expect(signsWith({ qualifiers: ['代'] }, {})).toBe(held)
    expect(signsWith({ qualifiers: ['代'] })).toBe(held | acting)
  })

  it('is a collective word, however it was recognised', () => {
    expect(signsWith({ office: '代表团', kind: 'collective' })).toBe(COLLECTIVE)
    expect(signsWith({ office: '市领导' })).toBe(COLLECTIVE)
    expect(officesInArticle({ name: '张示例', offices: ['市领导'] })[0]?.signs).toBe(COLLECTIVE)
  })

  it('is read from the words where only they are given', () => {
    const offices = ['县长', '原局长', '代市长', '', '县长']
    expect(officesInArticle({ name: '张示例', offices, honours: ['劳动模范'] })).toEqual([
      { office: '县长', jurisdiction: null, signs: held },
      { office: '原局长', jurisdiction: null, signs: past },
      { office: '代市长', jurisdiction: null, signs: held | acting },
      { office: '劳动模范', jurisdiction: null, signs: HONOUR },
    ])
  })

  it('has the place of the first mention that knows it', () => {
    const officeMentions = [aMention(), aMention({ jurisdiction: '' }), aMention({ jurisdiction: '示例' })]
    const [office] = officesInArticle({ name: '张示例', offices: ['县长'], officeMentions })
    expect(office?.jurisdiction).toBe('示例')
  })
})
