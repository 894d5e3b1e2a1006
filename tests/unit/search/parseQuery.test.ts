import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/search/parseQuery'
import { printQuery } from '../../../src/search/printQuery'
import type { QueryNode, TermNode } from '../../../src/search/queryNode'
import { anyQueryTree, withoutPlaces } from '../builders/anyQueryTree'

/** How a query was read, in one form for all its writings. */
function read(q: string): string {
  return printQuery(parseQuery(q).root)
}

function remarks(q: string): readonly (readonly [string, string])[] {
  return parseQuery(q).remarks.map(({ code, text }) => [code, text])
}

function termNodes(node: QueryNode): readonly TermNode[] {
  if (node.kind === 'term') return [node]
  if (node.kind === 'near') return [node.left, node.right]
  return node.kind === 'not' ? termNodes(node.node) : node.nodes.flatMap(termNodes)
}

describe('parseQuery', () => {
  it('parts terms at spaces and punctuation, full-width ones too', () => {
    expect(read('基层　党组织')).toBe('基层 AND 党组织')
    expect(read('不忘初心，牢记使命')).toBe('不忘初心 AND 牢记使命')
    expect(read('《吴江日报》创刊')).toBe('吴江日报 AND 创刊')
  })

  it('keeps a mixed run together, as it was typed', () => {
    expect(read('人才创新创业55352工程 ５Ｇ基站 卡拉OK')).toBe(
      '人才创新创业55352工程 AND ５Ｇ基站 AND 卡拉OK',
    )
  })

  it.each(['"基层 建设"', '“基层 建设”', '「基层 建设」', '『基层 建设』', '＂基层 建设＂', '”基层 建设“'])(
    'reads %s as a phrase',
    (q) => {
      expect(read(`甲${q}乙`)).toBe('甲 AND "基层 建设" AND 乙')
    },
  )

  it('takes what stands in quotation marks literally, operators too', () => {
    expect(read('"甲 OR (乙" 「标题：丙」')).toBe('"甲 OR (乙" AND "标题：丙"')
  })

  it.each(['甲 OR 乙', '甲 ＯＲ 乙', '甲 | 乙', '甲|乙', '甲｜乙', '甲 || 乙'])(
    'reads %s as alternatives',
    (q) => {
      expect(read(q)).toBe('甲 OR 乙')
    },
  )

  it('binds AND before OR, and parentheses of either width before both', () => {
    expect(read('甲 乙 OR 丙 AND 丁')).toBe('( 甲 AND 乙 ) OR ( 丙 AND 丁 )')
    expect(parseQuery('甲 乙 OR 丙').root.kind).toBe('any')
    expect(read('甲 （乙 OR 丙）')).toBe('甲 AND ( 乙 OR 丙 )')
    expect(read('((甲) (乙 丙))')).toBe('甲 AND 乙 AND 丙')
  })

  it('excludes by NOT, and by a hyphen at the start of a term only', () => {
    expect(read('甲 -丙')).toBe('甲 AND NOT 丙')
    expect(read('甲 －丙')).toBe('甲 AND NOT 丙')
    expect(read('甲 NOT (乙 OR 丙)')).toBe('甲 AND NOT ( 乙 OR 丙 )')
    expect(read('NOT 丙')).toBe('NOT 丙')
    expect(read('甲 -"乙 丙"')).toBe('甲 AND NOT "乙 丙"')
    expect(read('COVID-19')).toBe('COVID AND 19')
    expect(read('甲 - 丙')).toBe('甲 AND 丙')
    expect(read('甲--丙')).toBe('甲 AND 丙')
  })

  it('binds what stands before a word to the whole of it, its punctuation notwithstanding', () => {
    expect(read('甲 -COVID-19')).toBe('甲 AND NOT ( COVID AND 19 )')
    expect(read('标题：不忘初心、牢记使命 丁')).toBe('title:不忘初心 AND title:牢记使命 AND 丁')
  })

  it('takes operators for words when they are not in capitals, or not apart', () => {
    expect(read('rock and roll')).toBe('rock AND and AND roll')
    expect(read('甲OR乙')).toBe('甲OR乙')
    expect(read('R-OR-D')).toBe('R AND OR AND D')
  })

  it.each([
    ['title', '标题'],
    ['person', '人名'],
    ['office', '职务'],
    ['category', '分类'],
    ['newspaper', '报纸'],
    ['page', '版'],
    ['text', '正文'],
  ])('reads %s: and %s: as a field, with either colon and a space behind it', (english, chinese) => {
    for (const name of [english, english.toUpperCase(), chinese]) {
      for (const colon of [':', '：', ': ']) expect(read(`${name}${colon}甲 乙`)).toBe(`${english}:甲 AND 乙`)
    }
  })

  it('binds a field to all that stands in its parentheses', () => {
    expect(read('标题：(甲 OR -“乙 丙”) 丁')).toBe('( title:甲 OR NOT title:"乙 丙" ) AND 丁')
    expect(read('title:(甲 text:乙)')).toBe('title:甲 AND text:乙')
  })

  it('takes a name before a colon that is no field for a word', () => {
    expect(read('时间：下午')).toBe('时间 AND 下午')
    expect(read('文章标题：甲')).toBe('文章标题 AND 甲')
  })

  it('reads nearness of terms in one field, each near the next', () => {
    expect(read('甲 NEAR/20 乙')).toBe('甲 NEAR/20 乙')
    expect(read('“甲 丙” ＮＥＡＲ／３ 乙 丁')).toBe('"甲 丙" NEAR/3 乙 AND 丁')
    expect(read('甲 NEAR/2 乙 NEAR/3 丙')).toBe('甲 NEAR/2 乙 AND 乙 NEAR/3 丙')
    expect(read('标题:甲 NEAR/2 乙')).toBe('title:甲 NEAR/2 title:乙')
    expect(read('-甲 NEAR/2 乙')).toBe('NOT 甲 NEAR/2 乙')
  })

  it('reads prefix and fuzzy words of Latin letters, and says where the sign means nothing', () => {
    expect(read('keji* App~ 5G*')).toBe('keji* AND App~ AND 5G*')
    expect(read('keji＊ app～')).toBe('keji* AND app~')
    expect(read('2012~2013')).toBe('2012 AND 2013')
    expect(read('基石* 201*')).toBe('基石 AND 201')
    expect(remarks('基石* 201*')).toEqual([
      ['latin-only', '*'],
      ['latin-only', '*'],
    ])
  })

  it('takes an unclosed quotation mark as the beginning of a phrase, and says so', () => {
    expect(read('甲 “基层 建')).toBe('甲 AND "基层 建"')
    expect(remarks('甲 “基层 建')).toEqual([['unclosed-quote', '“']])
    expect(remarks('“')).toEqual([
      ['unclosed-quote', '“'],
      ['nothing-to-search', '“'],
    ])
  })

  it.each([
    ['甲 OR', 'operator-without-term', 'OR', '甲 AND OR'],
    ['| 甲', 'operator-without-term', '|', '甲'],
    ['甲 AND OR 乙', 'operator-without-term', 'OR', '甲 AND AND AND OR AND 乙'],
    ['甲 NOT', 'operator-without-term', 'NOT', '甲 AND NOT'],
    ['(甲 乙', 'parenthesis-unclosed', '(', '甲 AND 乙'],
    ['甲） 乙', 'parenthesis-unopened', '）', '甲 AND 乙'],
    ['甲 ()', 'parentheses-empty', '()', '甲'],
    ['甲 title:', 'field-without-term', 'title:', '甲 AND title'],
    ['title:-甲', 'field-without-term', 'title:', 'title AND 甲'],
    ['甲 NEAR 乙', 'near-without-distance', 'NEAR', '甲 AND NEAR AND 乙'],
    ['甲 NEAR/3 (乙 丙)', 'near-not-terms', 'NEAR/3', '甲 AND NEAR AND 3 AND 乙 AND 丙'],
    ['title:甲 NEAR/3 text:乙', 'near-two-fields', 'NEAR/3', 'title AND 甲 AND NEAR AND 3 AND text AND 乙'],
  ])('searches %s literally, and says why and where', (q, code, place, literally) => {
    expect(remarks(q)).toEqual([[code, place]])
    expect(read(q)).toBe(literally)
  })

  it('reads any depth of parentheses and denials', () => {
    for (const sign of ['(', 'NOT ', '-(', 'title:(']) {
      const q = sign.repeat(5000) + '甲'
      expect(parseQuery(q).remarks.map(({ code }) => code)).toEqual(['too-deep'])
    }
  })

  it('remarks that there is nothing to search in bare punctuation, but not in an empty box', () => {
    expect(parseQuery('，。')).toEqual({
      root: { kind: 'all', nodes: [] },
      remarks: [{ code: 'nothing-to-search', at: [0, 2], text: '，。' }],
    })
    expect(parseQuery('  ').remarks).toEqual([])
  })

  it('counts a repeated term once', () => {
    expect(read('幹部 干部 “干部”')).toBe('幹部 AND "干部"')
  })

  it('reads any string, and every term and remark is at its place', () => {
    const signs =
      '甲 乙 " “ 「 」 - － ( ) （ | : ： * ~ a 1 ， \ud840 𠮷 / OR AND NOT NEAR/3 NEAR title: 正文：'.split(
        ' ',
      )
    const unit = fc.constantFrom(' ', '\n', ...signs, ...signs.map((sign) => ` ${sign} `))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 20 }), fc.string({ unit: 'binary' })), (q) => {
        const { root, remarks: said } = parseQuery(q)
        for (const { at, text } of said) expect(q.slice(...at)).toBe(text)
        for (const { term, at } of termNodes(root)) expect(q.slice(...at)).toContain(term.text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('printQuery', () => {
  it('writes a tree so that reading it gives the tree', () => {
    fc.assert(
      fc.property(anyQueryTree, (tree) => {
        const written = printQuery(tree)
        const { root, remarks: said } = parseQuery(written)
        expect(said).toEqual([])
        expect(withoutPlaces(root)).toEqual(tree)
      }),
      { numRuns: 2000 },
    )
  })
})
