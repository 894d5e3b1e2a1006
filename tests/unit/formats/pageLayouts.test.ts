import { beforeAll, describe, expect, it } from 'vitest'
import { readPage } from '../../../src/formats/pages/readPage'
import { encodePage } from '../../pages/encodePage'
import { FORBIDDEN_TEXT, writePage, type PageLayout } from '../../pages/pageLayout'
import { PAGE_LAYOUTS } from '../../pages/pageLayouts'
import { truthsOf, type FieldValue } from '../../pages/pageTruth'
import { judgePage, scorePages, type FieldOutcome, type PageScore } from '../../pages/scorePages'

interface ReadLayout {
  readonly layout: PageLayout
  readonly isArticle: boolean
  readonly reading: Awaited<ReturnType<typeof readPage>>
  readonly outcomes: readonly FieldOutcome[]
}

/** Reads a layout filled with the values of a seed, as bytes with a name, and judges what was read. */
async function readLayout(layout: PageLayout, seed: number): Promise<ReadLayout> {
  const page = writePage(layout, seed)
  const name = `page.${layout.kind === 'text' ? 'txt' : 'html'}`
  const reading = await readPage(encodePage(layout, page.text), name)
  const truths = truthsOf(page)
  const articles = reading.articles.map(({ article }) => article)
  const outcomes = judgePage(`${layout.kind}: ${layout.name}`, truths, articles)
  return { layout, isArticle: truths.length > 0, reading, outcomes }
}

function shortened(value: FieldValue | undefined): string {
  const text = JSON.stringify(value ?? null)
  return text.length <= 240 ? text : `${text.slice(0, 160)} … ${text.slice(-80)}`
}

/** The figures and every miss, for whoever works on the parser. */
function reportOf(seed: number, score: PageScore): string {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
  return [
    `pages with seed ${seed}: ${score.right} of ${score.fields} fields right (${percent(score.rightShare)}), ` +
      `${score.wrongUndoubted.length} wrong and not doubted, ${percent(score.doubtedShare)} of the right ones doubted`,
    ...score.misses.map(
      ({ page, field, outcome, isDoubtful, expected, found }) =>
        `  ${outcome}${isDoubtful ? ', doubted' : ''} | ${page} | ${field}\n` +
        `    expected ${shortened(expected)}\n    found    ${shortened(found)}`,
    ),
  ].join('\n')
}

describe.each([0, 1, 2])('pages in many layouts, with the values of seed %i', (seed) => {
  let pages: readonly ReadLayout[] = []
  let score = scorePages([])

  beforeAll(async () => {
    const read: ReadLayout[] = []
    for (const layout of PAGE_LAYOUTS) read.push(await readLayout(layout, seed))
    pages = read
    score = scorePages(read.flatMap(({ outcomes }) => outcomes))
    console.info(reportOf(seed, score))
  }, 120_000)

  it('are read with at least 97 % of their fields right', () => {
    expect(score.rightShare).toBeGreaterThanOrEqual(0.97)
  })

  it('have no wrong field that is not doubted', () => {
    expect(score.wrongUndoubted).toEqual([])
  })

  it('have at most 5 % of their right fields doubted', () => {
    expect(score.doubtedShare).toBeLessThanOrEqual(0.05)
  })

  it('that hold no article say so in a problem', () => {
    for (const { layout, isArticle, reading } of pages) {
      if (isArticle) continue
      expect(reading.articles, layout.name).toEqual([])
      expect(reading.problems.length, layout.name).toBeGreaterThan(0)
    }
  })

  it('give nothing out of scripts, styles, comments and hidden blocks', () => {
    for (const { layout, reading } of pages) {
      const articles = reading.articles.map(({ article }) => article)
      expect(JSON.stringify(articles).includes(FORBIDDEN_TEXT), layout.name).toBe(false)
    }
  })

  it('have an impossible date quoted in a problem', () => {
    const impossible = pages.find(({ layout }) => layout.name === 'a day that does not exist')!
    expect(impossible.reading.problems.map(({ message }) => message).join('\n')).toContain('2月30日')
  })
})
