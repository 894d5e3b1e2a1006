import { describe, expect, it } from 'vitest'
import { groupCards } from '../../../src/domain/cardGroups'
import { compilationDocument, PROJECT_WORDING, workTitle } from '../../../src/domain/projectDocument'
import { passageSpans } from '../../../src/domain/passageSpans'
import { aCard, aProject } from '../builders/aProject'

describe('a compilation', () => {
  it('quotes what is the paper’s, and says of a digest that it is not', () => {
    const card = aCard('a', { text: '原文。', eventDate: '2012-07-01', remark: '可疑。' })
    const digest = aCard('b', { text: '提要。', source: { ...card.source, textKind: 'digest' } })
    const groups = groupCards([card, digest], 'day', 'none')
    const { sections } = compilationDocument(aProject(), groups, 'historians', PROJECT_WORDING)
    expect(sections).toEqual([
      {
        heading: '',
        paragraphs: [
          {
            kind: 'quotation',
            label: '2012年7月1日',
            text: '原文。',
            note: '《报道a》，《示例日报》2012年7月2日，第1版。',
          },
          { kind: 'remark', label: '', text: '按：可疑。', note: '' },
          {
            kind: 'entry',
            label: '',
            text: '提要。',
            note: '据《报道a》，《示例日报》2012年7月2日，第1版。（编者提要，非原文）',
          },
        ],
      },
    ])
  })

  it('is called after its project, and says only once what it is', () => {
    expect(workTitle({ name: '示例县' }, '大事记')).toBe('示例县大事记')
    expect(workTitle({ name: '示例县大事记' }, '大事记')).toBe('示例县大事记')
  })

  it('has the groups of its cards as sections', () => {
    const cards = [aCard('a', { eventDate: '2012-07-01' }), aCard('b')]
    const groups = groupCards(cards, 'day', 'month')
    const { sections } = compilationDocument(
      aProject({ grouping: 'month' }),
      groups,
      'historians',
      PROJECT_WORDING,
    )
    expect(sections.map(({ heading }) => heading)).toEqual(['2012年7月', '日期不详'])
  })
})

describe('a selected passage', () => {
  it('has a span in each paragraph that it touches, and none in the title', () => {
    expect(passageSpans({ start: [1, 3], end: [1, 9] })).toEqual([[1, 3, 9]])
    expect(passageSpans({ start: [-1, 2], end: [1, 4] })).toEqual([
      [0, 0, Number.MAX_SAFE_INTEGER],
      [1, 0, 4],
    ])
    expect(passageSpans({ start: [-1, 0], end: [-1, 5] })).toEqual([])
    expect(passageSpans({ start: [0, 3], end: [1, 0] })).toEqual([[0, 3, Number.MAX_SAFE_INTEGER]])
  })
})
