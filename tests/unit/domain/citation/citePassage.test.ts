import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITATION_STYLES } from '../../../../src/domain/citation/citationStyle'
import { citeArticle } from '../../../../src/domain/citation/citeArticle'
import { citePassage } from '../../../../src/domain/citation/citePassage'
import type { Passage } from '../../../../src/domain/passage'
import { anArticle } from '../../builders/anArticle'

const ARTICLE = anArticle({
  medium: 'newspaper',
  authors: ['张示例'],
  title: '示例河清淤记',
  newspaper: '示例日报',
  issueDate: '1958-03-04',
  page: '2',
  paragraphs: ['甲段在此。', '乙段在此。', '丙段在此。'],
})

const passage = (text: string, start: Passage['start'], end: Passage['end']): Passage => ({
  text,
  start,
  end,
})

function plain(given: Passage, article = ARTICLE): string {
  return citePassage(article, given, 'gbt7714-2025', '').plain
}

describe('a passage that is quoted', () => {
  it('brings its citation and the number of its paragraph', () => {
    expect(plain(passage('段在', [1, 1], [1, 3]))).toBe(
      '段在\n——张示例. 示例河清淤记[N]. 示例日报，1958-03-04（2）.（第2段）',
    )
    expect(citePassage(ARTICLE, passage('段在', [1, 1], [1, 3]), 'historians', '').plain).toBe(
      '段在\n——张示例：《示例河清淤记》，《示例日报》1958年3月4日，第2版，第2段。',
    )
  })

  it('names the first and the last of several paragraphs', () => {
    expect(plain(passage('在此。\n乙段在此。\n丙', [0, 2], [2, 1]))).toMatch(
      /^在此。\n乙段在此。\n丙\n.*（第1—3段）$/s,
    )
  })

  it('does not count a paragraph of which nothing is selected', () => {
    expect(plain(passage('乙段在此。\n', [1, 0], [2, 0]))).toMatch(/。\n——.*（第2段）$/)
  })

  it('has no number where it is of the title, and begins with the first paragraph behind it', () => {
    expect(plain(passage('示例河', [-1, 0], [-1, 3]))).toMatch(/（2）\.$/)
    expect(plain(passage('清淤记\n甲', [-1, 3], [0, 1]))).toMatch(/（第1段）$/)
  })

  it('is numbered in English where the article is English', () => {
    const english = anArticle({ title: 'A Bridge', newspaper: 'Sample Daily', medium: 'newspaper' })
    expect(plain(passage('It opened.', [0, 0], [0, 10]), english)).toMatch(/ \(para\. 1\)$/)
    expect(plain(passage('It\nIt', [0, 0], [1, 2]), english)).toMatch(/ \(paras\. 1–2\)$/)
  })

  it('is quoted in markup whatever it says', () => {
    const { html } = citePassage(ARTICLE, passage('<b>&"\n丙', [0, 0], [1, 1]), 'gbt7714-2025', '')
    expect(html).toMatch(/^<blockquote><p>&lt;b&gt;&amp;&quot;<\/p><p>丙<\/p><\/blockquote><p>——张示例/)
  })

  it('keeps its words and its line in every style', () => {
    const anyPassage = fc.record({ text: fc.string({ minLength: 1 }), first: fc.nat(9), more: fc.nat(3) })
    fc.assert(
      fc.property(anyPassage, fc.constantFrom(...CITATION_STYLES), ({ text, first, more }, style) => {
        const cited = citePassage(ARTICLE, passage(text, [first, 0], [first + more, 1]), style, '')
        for (const line of text.split('\n')) expect(cited.plain).toContain(line.trim())
        expect(cited.plain).toContain(citeArticle(ARTICLE, style, '').replace(/。$/, ''))
        expect(cited.html.replace(/<\/?(?:blockquote|p)>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })
})
