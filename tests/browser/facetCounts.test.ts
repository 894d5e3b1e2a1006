import type { ArticleQuery } from '../../src/domain/articleQuery'
import { countsInFiles, foundInFiles } from './bundledArticles'
import { expectTotal, open, openSearch, shownCounts, unfoldFacets } from './archivePage'
import { expect, test } from './fixtures'

const QUERIES: readonly Partial<ArticleQuery>[] = [
  {},
  { q: '航天' },
  { q: '空间站 航天员' },
  { person: ['景海鹏'] },
  { person: ['景海鹏', '陈冬'] },
  { person: ['景海鹏', '李克强'], personMode: 'any' },
  { person: ['徐明'] },
  { category: ['航天'] },
  { category: ['航天/载人航天', '纪念日'] },
  { newspaper: ['吴江日报'] },
  { from: '2016', to: '2016', category: ['航天'] },
  { from: '2013-05', to: '2018-06-15', tag: ['环境保护部'] },
  { q: '空间站', person: ['王亚平'], category: ['航天/载人航天'], personMode: 'any', sort: 'oldest' },
  { day: '05-12' },
  { event: '2017-06-27' },
  { page: ['01'] },
  { date: 'none' },
  { q: '没有这样的话', person: ['景海鹏'], category: ['航天'], from: '2012' },
]

function withoutZeros(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

test('every count of every facet is a recount of the files, under words and other filters', async ({
  page,
}) => {
  await open(page)
  for (const query of QUERIES) {
    await openSearch(page, query)
    await expectTotal(page, foundInFiles(query).length)
    await unfoldFacets(page)
    for (const [facet, counts] of Object.entries(countsInFiles(query))) {
      const where = `${facet} under ${JSON.stringify(query)}`
      const wanted = withoutZeros(counts)
      if (Object.keys(wanted).length === 0 && (await page.getByTestId(`facet-${facet}`).count()) === 0)
        continue
      await expect.poll(async () => withoutZeros(await shownCounts(page, facet)), where).toEqual(wanted)
    }
  }
})

test('the timeline has every month of the files, those within the filter apart', async ({ page }) => {
  const query = { category: ['航天'], from: '2016', to: '2016' }
  await openSearch(page, query)
  const counts = await page.getByTestId('timeline').locator('[data-counts]').getAttribute('data-counts')
  const bars = (counts ?? '').split(',').map((bar) => {
    const [period = '', matching] = bar.split(' ')
    return [period, Number(matching)] as const
  })
  const found = foundInFiles(query).map(({ issueDate }) => issueDate ?? '')
  expect(bars.length).toBeGreaterThan(5)
  for (const [period, matching] of bars) {
    expect([period, matching]).toEqual([period, found.filter((date) => date.startsWith(period)).length])
  }
})
