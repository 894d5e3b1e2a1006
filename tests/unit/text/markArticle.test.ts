import { describe, expect, it } from 'vitest'
import { markArticle, type FieldMatchers } from '../../../src/text/markArticle'
import { compileRun } from '../../../src/text/runMatcher'
import { anArticle } from '../builders/anArticle'

function everywhere(...runs: readonly string[]): FieldMatchers {
  const matchers = runs.map(compileRun)
  return { title: matchers, text: matchers }
}

describe('markArticle', () => {
  it('marks title, kicker, subtitle and every paragraph', () => {
    const article = anArticle({
      title: '春耕会议',
      kicker: '春耕',
      subtitle: '无',
      paragraphs: ['春耕开始', '别的'],
    })
    expect(markArticle(article, everywhere('春耕'), [])).toEqual({
      title: [[0, 2]],
      kicker: [[0, 2]],
      subtitle: [],
      paragraphs: [[[0, 2]], []],
    })
  })

  it('marks what is bound to the title or the text only there', () => {
    const article = anArticle({ title: '春耕会议', paragraphs: ['春耕会议'] })
    const matchers = { title: [compileRun('春耕')], text: [compileRun('会议')] }
    expect(markArticle(article, matchers, [])).toMatchObject({ title: [[0, 2]], paragraphs: [[[2, 4]]] })
  })

  it('marks the names of chosen people where they occur', () => {
    const article = anArticle({ title: '会议', paragraphs: ['县长张示例讲话', '张 示例出席'] })
    expect(markArticle(article, everywhere(), ['张示例']).paragraphs).toEqual([[[2, 5]], [[0, 4]]])
  })

  it('marks only recorded mentions where the article has them, and drops spans outside the text', () => {
    const article = anArticle({
      title: '张示例',
      paragraphs: ['张示例法与张示例'],
      people: [
        {
          name: '张示例',
          offices: [],
          mentions: [
            [0, 5, 8],
            [0, 7, 90],
            [7, 0, 1],
          ],
        },
      ],
    })
    const marks = markArticle(article, everywhere(), ['张示例'])
    expect(marks.title).toEqual([])
    expect(marks.paragraphs).toEqual([[[5, 8]]])
  })

  it('merges terms and names that touch', () => {
    const article = anArticle({ paragraphs: ['县长张示例'] })
    expect(markArticle(article, everywhere('县长'), ['张示例']).paragraphs).toEqual([[[0, 5]]])
  })
})
