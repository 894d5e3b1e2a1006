import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import {
  parseRecentSearches,
  rememberSearch,
  takeSuggestion,
  typedWord,
} from '../../../src/domain/suggestion'

describe('typedWord', () => {
  it.each([
    ['徐', '', '徐'],
    ['基层 xum', '基层 ', 'xum'],
    ['(甲 OR 徐明', '(甲 OR ', '徐明'],
    ['不忘初心、牢', '不忘初心、', '牢'],
    ['“甲 乙” 丙', '“甲 乙” ', '丙'],
  ])('of %s is what is being typed', (words, before, word) => {
    expect(typedWord(words)).toEqual({ before, word })
  })

  it.each(['', '徐 ', '“徐', '-徐', '人名:徐', '徐*'])(
    'of %s is empty: nothing is to be completed',
    (words) => {
      expect(typedWord(words)).toEqual({ before: words, word: '' })
    },
  )
})

describe('takeSuggestion', () => {
  it('makes a name a filter, in place of the word that was typed for it', () => {
    const query = { ...EMPTY_QUERY, q: '基层 xum', person: ['张示例'] }
    expect(takeSuggestion({ kind: 'person', value: '徐明', count: 3 }, '基层 xum', query)).toEqual({
      q: '基层',
      person: ['张示例', '徐明'],
    })
    expect(takeSuggestion({ kind: 'person', value: '张示例', count: 3 }, '张', query)).toEqual({
      q: '',
      person: ['张示例'],
    })
    expect(takeSuggestion({ kind: 'category', value: '要闻/时政', count: 1 }, '时', EMPTY_QUERY)).toEqual({
      q: '',
      category: ['要闻/时政'],
    })
  })

  it('asks an earlier search again', () => {
    expect(takeSuggestion({ kind: 'recent', value: '基石 工程', count: null }, '基', EMPTY_QUERY)).toEqual({
      q: '基石 工程',
    })
  })
})

describe('searches that are remembered', () => {
  it('stand once, the newest first, and not without end', () => {
    expect(rememberSearch(['甲', '乙'], ' 乙 ')).toEqual(['乙', '甲'])
    expect(rememberSearch(['甲'], '  ')).toEqual(['甲'])
    const many = Array.from({ length: 60 }, (_, place) => `第${place}`)
    expect(many.reduce<readonly string[]>(rememberSearch, [])).toHaveLength(50)
  })

  it('are none where something else was stored', () => {
    expect(parseRecentSearches(['甲', 3, null])).toEqual(['甲'])
    for (const stored of [null, 'x', { 0: '甲' }]) expect(parseRecentSearches(stored)).toEqual([])
  })
})
