import { describe, expect, it } from 'vitest'
import {
  patchOfDraft,
  startFields,
  type DecisionDraft,
  type DecisionFields,
} from '../../../src/domain/decisionDraft'

function patchOf(draft: Partial<DecisionDraft>, fields: Partial<DecisionFields> = {}) {
  const whole: DecisionDraft = { kind: 'hide', name: '张示例', articleId: 'a', offices: ['县长'], ...draft }
  return patchOfDraft(whole, { ...startFields(whole, []), ...fields })
}

describe('a decision made with a form', () => {
  it.each([
    ['hide', {}, { kind: 'hide', name: '张示例', articles: null }],
    ['notPerson', { isOnlyHere: true }, { kind: 'notPerson', name: '张示例', articles: ['a'] }],
    ['rename', { to: ' 章示例 ' }, { kind: 'rename', name: '张示例', to: '章示例' }],
    ['alias', { to: '老张' }, { kind: 'alias', name: '张示例', alias: '老张' }],
    ['merge', { to: '張示例' }, { kind: 'merge', names: ['張示例'], into: '张示例' }],
    ['missed', {}, { kind: 'missed', name: '张示例', form: '张示例', articles: null }],
    [
      'office',
      { newOffice: '副县长' },
      { kind: 'office', name: '张示例', office: '县长', to: '副县长', articles: null },
    ],
    ['office', {}, { kind: 'office', name: '张示例', office: '县长', to: null, articles: null }],
    ['split', {}, { kind: 'split', name: '张示例', as: '张示例~2', when: { articles: ['a'] } }],
    [
      'split',
      { isOnlyHere: false, offices: '医生、院长', places: '示例市', from: '2008年', until: '2009/5' },
      {
        kind: 'split',
        name: '张示例',
        as: '张示例~2',
        when: { offices: ['医生', '院长'].sort(), places: ['示例市'], from: '2008', to: '2009-05' },
      },
    ],
  ] as const)('says what was filled in: %s %o', (kind, fields, patch) => {
    expect(patchOf({ kind }, fields)).toEqual(patch)
  })

  it.each([
    ['rename', { to: ' ' }],
    ['rename', { to: '张示例' }],
    ['merge', { to: '张示例' }],
    ['split', { isOnlyHere: false }],
    ['split', { from: '某年' }],
    ['office', { office: '县长', newOffice: '县长' }],
  ] as const)('is none where it is not filled in well: %s %o', (kind, fields) => {
    expect(patchOf({ kind }, fields)).toBeNull()
  })

  it('gives another person a number that is not in use', () => {
    const draft: DecisionDraft = { kind: 'split', name: '张示例~2', articleId: null, offices: [] }
    expect(startFields(draft, ['张示例', '张示例~2']).to).toBe('张示例~3')
  })
})
