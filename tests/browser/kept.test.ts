import { expectTotal, open, openSearch, search, total } from './archivePage'
import { expect, test } from './fixtures'

test('bookmarks, what was read and saved searches are kept, shown in another tab, and undone', async ({
  page,
  context,
}) => {
  await openSearch(page, { q: '市委书记' })
  await page.getByTestId('save-search').click()
  await expect(page.getByTestId('save-search')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('result-title').first().click()
  const bookmark = page.getByTestId('bookmark')
  await expect(bookmark).toBeEnabled()
  await page.keyboard.press('b')
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('reading-reading').click()
  await expect(page.getByTestId('reading-reading')).toHaveAttribute('aria-pressed', 'true')

  const other = await context.newPage()
  await other.goto(page.url().replace(/#.*/, '#/kept'))
  await expect(other.getByTestId('kept-article')).toHaveCount(2)
  await expect(other.getByTestId('saved-search')).toHaveAttribute('data-unseen', '0')

  await page.keyboard.press('b')
  await expect(other.getByTestId('kept-article')).toHaveCount(1)
  await page.getByTestId('undo').click()
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true')
  await expect(other.getByTestId('kept-article')).toHaveCount(2)
})

test('a search that is opened leads to its results, and the history to earlier ones until it is cleared', async ({
  page,
}) => {
  await open(page)
  await search(page, '航天')
  const found = await total(page)
  await page.goto('./#/kept')
  const remembered = page.getByTestId('remembered-search')
  await expect(remembered).toHaveCount(1)
  await remembered.getByRole('link').click()
  await expectTotal(page, found)
  await page.goto('./#/kept')
  await page.getByTestId('clear-history').click()
  await expect(remembered).toHaveCount(0)
  await page.getByTestId('undo').click()
  await expect(remembered).toHaveCount(1)
})

test('a selected passage is copied with its citation and the number of its paragraph', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSearch(page, { q: '市委书记' })
  await page.getByTestId('result-title').first().click()
  const paragraph = page.getByTestId('article-body').locator('p').nth(1)
  await paragraph.click({ clickCount: 3 })
  await expect(page.getByTestId('copy-cited')).toBeVisible()
  await page.keyboard.press('c')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\n——.+\[N\]\..+（第2段）$/)
})
