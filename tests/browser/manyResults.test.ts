import { bundledArticles } from './bundledArticles'
import { expectTotal, open, openSearch, search } from './archivePage'
import { expect, test } from './fixtures'
import { packSamples } from './sampleCollections'

const COUNT = 10_000

test('ten thousand results scroll with at most a hundred rows in the document', async ({ page, server }) => {
  const address = await packSamples(server, 'many', COUNT)
  await open(page)
  const release = server.hold(/samples\/many\/.*4\.jsonl/)
  await page.goto(`./#/collections?add=${encodeURIComponent(address)}`)
  const offer = page.getByTestId('collection-offer')
  await expect(offer).toContainText('10,000')
  await page.getByTestId('collection-accept').click()
  await expect(offer.getByRole('progressbar')).toBeVisible()
  await expect(offer.getByRole('status')).toContainText('/ 10,000')
  await expect(page.getByTestId('collection-accept')).toBeDisabled()
  release()
  await expect(page.getByRole('status').filter({ hasText: '已收下《示例文库》' })).toContainText('10,000')

  await openSearch(page, { collection: ['many'] })
  await expectTotal(page, COUNT)
  const rows = page.getByTestId('result')
  const expectFewRows = async () => {
    const count = await rows.count()
    expect(count).toBeGreaterThan(2)
    expect(count).toBeLessThanOrEqual(100)
    const sizes = await rows.evaluateAll((all) => [
      ...new Set(all.map((row) => row.getAttribute('aria-setsize'))),
    ])
    expect(sizes).toEqual([String(COUNT)])
  }
  await expectFewRows()

  await page.getByTestId('result-title').first().focus()
  await page.keyboard.press('End')
  const last = page.locator(`[data-testid=result][aria-posinset="${COUNT}"]`)
  await expect(last.getByTestId('result-title')).toBeFocused()
  await expect(last).toBeInViewport()
  await expectFewRows()
  await page.keyboard.press('k')
  await expect(page.locator(`[aria-posinset="${COUNT - 1}"]`).getByTestId('result-title')).toBeFocused()
  await page.keyboard.press('Home')
  const first = page.locator('[data-testid=result][aria-posinset="1"]')
  await expect(first.getByTestId('result-title')).toBeFocused()
  await expect(first).toBeInViewport()

  // Scrolled by hand into the middle, rows that were never fetched arrive.
  await rows.first().evaluate((row) => {
    const scroller = row.closest('ol')!.parentElement!
    scroller.scrollTo({ top: scroller.scrollHeight / 2 })
  })
  await expect
    .poll(() =>
      rows.evaluateAll((all) => Math.min(...all.map((row) => Number(row.getAttribute('aria-posinset'))))),
    )
    .toBeGreaterThan(COUNT / 4)
  await expect(page.locator('[data-testid=result]:not([data-article-id])')).toHaveCount(0)
  await expectFewRows()

  await search(page, '天气晴好')
  await expectTotal(page, Math.ceil(COUNT / 7))
  await expect(first).toBeInViewport()
  await open(page)
  await expectTotal(page, COUNT + bundledArticles.length)
})
