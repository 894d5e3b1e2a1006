import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRun, markText } from '../../../src/text/runMatcher'
import { snippetOf } from '../../../src/text/snippet'

const filler = '这是一段没有什么内容的文字，用来把别的句子隔开。'

describe('snippetOf', () => {
  it('begins with the first paragraph that has text when nothing was hit', () => {
    const snippet = snippetOf({ paragraphs: ['', filler.repeat(10)] }, [compileRun('没有的词语')], 60)
    expect(snippet).toMatchObject({ isCutAtStart: false, isCutAtEnd: true, marks: [] })
    expect(filler.repeat(10).startsWith(snippet.text)).toBe(true)
    expect(snippet.text.endsWith('。')).toBe(true)
  })

  it('is empty for an article without text', () => {
    expect(snippetOf({ paragraphs: [] }, [], 60)).toEqual({
      text: '',
      marks: [],
      isCutAtStart: false,
      isCutAtEnd: false,
    })
  })

  it('prefers the window with the most different terms', () => {
    const paragraphs = [`春耕春耕春耕。${filler}`, `${filler.repeat(3)}春耕与科技。${filler.repeat(3)}`]
    const snippet = snippetOf({ paragraphs }, [compileRun('春耕'), compileRun('科技')], 60)
    expect(snippet.text).toContain('春耕与科技')
    expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['春耕', '科技'])
  })

  it('prefers the densest of equal windows, then the earliest', () => {
    const paragraphs = [
      `春耕。${filler.repeat(4)}`,
      `春耕，春耕。${filler.repeat(4)}`,
      `春耕、春耕。${filler.repeat(4)}`,
    ]
    expect(snippetOf({ paragraphs }, [compileRun('春耕')], 60).text).toMatch(/^春耕，春耕。/)
  })

  it('begins after a sentence where one ends near', () => {
    const text = `${filler.repeat(4)}上一句。新的一句说到春耕的事情。${filler.repeat(4)}`
    const snippet = snippetOf({ paragraphs: [text] }, [compileRun('春耕')], 80)
    expect(snippet.isCutAtStart).toBe(true)
    expect(text.slice(0, text.indexOf(snippet.text))).toMatch(/。$/)
  })

  it('always shows a hit, marks what the text has, and splits no surrogate pair', () => {
    const unit = fc.constantFrom('甲', '乙', '𠮷', '。', '，', '丙', '丁', '”')
    const paragraph = fc.string({ unit, maxLength: 200 })
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 4 }),
        fc.integer({ min: 8, max: 60 }),
        (paragraphs, length) => {
          const matchers = [compileRun('甲乙'), compileRun('𠮷')]
          const snippet = snippetOf({ paragraphs }, matchers, length)
          expect(snippet.text).not.toMatch(/\p{Surrogate}/u)
          expect(snippet.text.length).toBeLessThanOrEqual(length * 1.5 + 4)
          const isHit = paragraphs.some((text) => markText(text, matchers).length > 0)
          expect(snippet.marks.length > 0).toBe(isHit)
          for (const [start, end] of snippet.marks)
            expect(start < end && end <= snippet.text.length).toBe(true)
          expect(paragraphs.length === 0 || paragraphs.some((text) => text.includes(snippet.text))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
