import { describe, expect, it } from 'vitest'
import type { Patch } from '../../../src/domain/decision'
import { namesNow } from '../../../src/domain/namesNow'
import { aLoggedDecision } from '../builders/aDecision'

const logged = (...patches: readonly Patch[]) =>
  patches.map((patch, at) => aLoggedDecision(`d${String(at)}`, patch, at))

describe('the names of somebody who was once called by a name', () => {
  it('are that name where nothing was decided about it', () => {
    expect(namesNow('张示例', [])).toEqual(['张示例'])
    const others = logged(
      { kind: 'rename', name: '李样张', to: '李样章' },
      { kind: 'distinct', names: ['张示例', '李样张'] },
      { kind: 'hide', name: '张示例', articles: ['a'] },
      { kind: 'sameOffice', offices: ['甲'], into: '乙' },
    )
    expect(namesNow('张示例', others)).toEqual(['张示例'])
  })

  it('lead on through renames, merges and other writings, in the order of their time', () => {
    const decisions = logged(
      { kind: 'rename', name: '张示例', to: '张试例' },
      { kind: 'merge', names: ['张试例'], into: '章试例' },
      { kind: 'alias', name: '章示范', alias: '章试例' },
    )
    expect(namesNow('张示例', decisions)).toEqual(['章示范'])
    expect(namesNow('张示例', decisions.toReversed())).toEqual(['章示范'])
    // What came to a name before somebody else got it is not theirs.
    const reused = logged(
      { kind: 'rename', name: '张示例', to: '张试例' },
      { kind: 'rename', name: '李样张', to: '张示例' },
    )
    expect(namesNow('李样张', reused)).toEqual(['张示例'])
    expect(namesNow('张示例', reused)).toEqual(['张试例'])
  })

  it('are both after a split, and none where it is no name', () => {
    const split: Patch = { kind: 'split', name: '张示例', as: '张示例~2', when: { places: ['示例县'] } }
    expect(namesNow('张示例', logged(split))).toEqual(['张示例', '张示例~2'])
    const renamed: Patch = { kind: 'rename', name: '张示例~2', to: '张医生' }
    expect(namesNow('张示例', logged(split, renamed))).toEqual(['张示例', '张医生'])
    expect(namesNow('张示例', logged({ kind: 'notPerson', name: '张示例', articles: null }))).toEqual([])
  })

  it('are as before when a decision was taken back', () => {
    const undone = aLoggedDecision('d', { kind: 'rename', name: '张示例', to: '张试例' }, 0, {
      isUndone: true,
    })
    expect(namesNow('张示例', [undone])).toEqual(['张示例'])
  })
})
