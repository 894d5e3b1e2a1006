import { describe, expect, it } from 'vitest'
import { type RunTokenizer } from '../../../../src/search/packed/packedOptions'
import { tokenizeByRuns, tokenizeQueryByRuns } from '../../../../src/search/packed/tokenizeByRuns'

const tokenizeRuns: RunTokenizer = (text, _field, sink) => {
  for (const part of text.matchAll(/(\p{Script=Han}+)|(\w+)/gu)) {
    if (part[1] === undefined) sink.word(part[0])
    else sink.run(text, part.index, part.index + part[0].length)
  }
}

describe('cutting by runs', () => {
  it('gives the overlapping pairs of a run and its last character, words whole', () => {
    expect(tokenizeByRuns(tokenizeRuns)('中国人，ab 𠮷野')).toEqual([
      '中国',
      '国人',
      '人',
      'ab',
      '𠮷野',
      '野',
    ])
  })

  it('drops the last character in a query, unless it is all there is', () => {
    expect(tokenizeQueryByRuns(tokenizeRuns)('中国人，ab 𠮷')).toEqual(['中国', '国人', 'ab', '𠮷'])
  })
})
