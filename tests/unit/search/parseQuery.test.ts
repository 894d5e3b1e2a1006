import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/search/parseQuery'

function read(q: string): readonly string[] {
  return parseQuery(q).reading.terms.map((term) => (term.kind === 'phrase' ? `“${term.text}”` : term.text))
}

describe('parseQuery', () => {
  it('parts terms at spaces and punctuation, full-width ones too', () => {
    expect(read('基层　党组织')).toEqual(['基层', '党组织'])
    expect(read('不忘初心，牢记使命')).toEqual(['不忘初心', '牢记使命'])
    expect(read('《吴江日报》创刊')).toEqual(['吴江日报', '创刊'])
  })

  it('keeps a mixed run together, as it was typed', () => {
    expect(read('人才创新创业55352工程 ５Ｇ基站')).toEqual(['人才创新创业55352工程', '５Ｇ基站'])
  })

  it.each(['"基层 建设"', '“基层 建设”', '「基层 建设」', '『基层 建设』', '＂基层 建设＂', '”基层 建设“'])(
    'reads %s as a phrase',
    (q) => {
      expect(read(`甲${q}乙`)).toEqual(['甲', '“基层 建设”', '乙'])
    },
  )

  it('takes an unclosed quotation mark as the beginning of a phrase, and says so', () => {
    expect(read('甲 “基层 建')).toEqual(['甲', '“基层 建”'])
    expect(parseQuery('甲 “基层 建').reading.remarks).toEqual(['unclosed-quote'])
    expect(parseQuery('“').reading).toEqual({ terms: [], remarks: ['unclosed-quote', 'nothing-to-search'] })
  })

  it('remarks that there is nothing to search in bare punctuation, but not in an empty box', () => {
    expect(parseQuery('，。').reading).toEqual({ terms: [], remarks: ['nothing-to-search'] })
    expect(parseQuery('  ').reading).toEqual({ terms: [], remarks: [] })
  })

  it('counts a repeated term once', () => {
    expect(read('幹部 干部 “干部”')).toEqual(['幹部', '“干部”'])
  })

  it('reads any string', () => {
    const unit = fc.constantFrom(
      '甲',
      ' ',
      '"',
      '“',
      '「',
      '」',
      '-',
      '(',
      '|',
      'a',
      '1',
      '，',
      '\ud840',
      '\n',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (q) => {
        expect(parseQuery(q).reading.terms.every((term) => q.includes(term.text))).toBe(true)
      }),
    )
  })
})
