import { describe, expect, it } from 'vitest'
import { changedFields } from '../../../src/domain/changedFields'
import { anArticle } from '../builders/anArticle'

const before = anArticle({ title: '示例县春耕', page: '01', paragraphs: ['甲。'], doubtful: ['page'] })

describe('the changed fields of an article', () => {
  it('are told with what stood there and what stands there, in the order of the fields', () => {
    const after = { ...before, title: '示例县夏收', page: '02', authors: ['张示例', '李样张'] }
    expect(changedFields(before, after)).toEqual([
      { field: 'title', before: '示例县春耕', after: '示例县夏收' },
      { field: 'page', before: '01', after: '02' },
      { field: 'authors', before: before.authors.join('、'), after: '张示例、李样张' },
    ])
  })

  it('tell a text and people by their name alone', () => {
    const after = { ...before, paragraphs: ['乙。'], people: [{ name: '张示例', offices: [] }] }
    expect(changedFields(before, after)).toEqual([
      { field: 'paragraphs', before: null, after: null },
      { field: 'people', before: null, after: null },
    ])
  })

  it('are none where a field was confirmed, or the article compared with the printed page', () => {
    const after = { ...before, doubtful: [], verified: { by: '张示例', on: '2026-03-01' } }
    expect(changedFields(before, after)).toEqual([])
    expect(changedFields(before, before)).toEqual([])
  })
})
