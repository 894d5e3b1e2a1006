import { describe, expect, it } from 'vitest'
import type { PageTruth } from '../../pages/pageTruth'
import { judgeField, judgePage, scorePages, type ReadFields } from '../../pages/scorePages'

const truth: PageTruth = {
  title: '石堤告竣',
  subtitle: '全长九百丈',
  newspaper: '青禾日报',
  authors: ['张示例', '李样张'],
  paragraphs: ['一', '二'],
}

const read = (fields: Partial<ReadFields> = {}): ReadFields => ({ ...truth, doubtful: [], ...fields })

describe('the scoring of pages', () => {
  it('finds a field right that equals the truth, and one that both leave empty', () => {
    const score = scorePages(judgePage('a', [truth], [read({ kicker: '', category: [] })]))
    expect(score).toMatchObject({ fields: 10, right: 10, rightShare: 1, misses: [], doubtedShare: 0 })
  })

  it('tells a wrong field from a missing one', () => {
    const reading = read({ newspaper: '青禾晚报', authors: [] })
    expect(judgeField('a', 'newspaper', truth, reading).outcome).toBe('wrong')
    expect(judgeField('a', 'authors', truth, reading).outcome).toBe('missing')
    expect(judgeField('a', 'issueDate', truth, read({ issueDate: '2012-07-01' })).outcome).toBe('wrong')
  })

  it('minds the order and the number of what is listed', () => {
    for (const paragraphs of [['二', '一'], ['一'], ['一', '二', '二'], ['一二']]) {
      expect(judgeField('a', 'paragraphs', truth, read({ paragraphs })).outcome).toBe('wrong')
    }
  })

  it('minds neither the width of a space, nor invisible marks, nor the dashes before a 副题', () => {
    expect(judgeField('a', 'subtitle', truth, read({ subtitle: '——全长九百丈' })).outcome).toBe('right')
    expect(judgeField('a', 'title', truth, read({ title: '——石堤告竣' })).outcome).toBe('wrong')
    const spaced = { ...truth, title: '石堤　告竣' }
    expect(judgeField('a', 'title', spaced, read({ title: '石堤 \u202e告竣' })).outcome).toBe('right')
    expect(judgeField('a', 'title', spaced, read({ title: '石堤告竣' })).outcome).toBe('wrong')
  })

  it('takes another value where the truth allows it', () => {
    const open: PageTruth = { ...truth, alsoRight: { paragraphs: [['一']] } }
    expect(judgeField('a', 'paragraphs', open, read({ paragraphs: ['一'] })).outcome).toBe('right')
  })

  it('counts what was doubted among the right and what was not among the wrong', () => {
    const reading = read({ title: '错', newspaper: '错', doubtful: ['title', 'authors'] })
    const score = scorePages(judgePage('a', [truth], [reading]))
    expect(score.wrongUndoubted.map(({ field }) => field)).toEqual(['newspaper'])
    expect(score.doubtedShare).toBeCloseTo(1 / 8)
  })

  it('counts all fields of an article that was not found, and of one that is none', () => {
    const other: PageTruth = { title: '另一篇', paragraphs: ['三'] }
    const outcomes = judgePage('a', [other, truth], [read()])
    expect(scorePages(outcomes)).toMatchObject({ fields: 20, right: 10 })
    expect(scorePages(judgePage('a', [], [read()])).wrongUndoubted).toHaveLength(10)
    expect(scorePages(judgePage('a', [], [])).fields).toBe(0)
  })

  it('does not give an article that was found to a truth that it has nothing of', () => {
    const outcomes = judgePage(
      'a',
      [truth],
      [read({ title: '甲', paragraphs: ['乙'] }), read({ title: '丙', paragraphs: ['丁'] })],
    )
    expect(scorePages(outcomes)).toMatchObject({ fields: 30, right: 0 })
  })
})
