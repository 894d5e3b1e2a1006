import { foundInFiles } from './bundledArticles'
import { expectQuery, expectTotal, open, resultIds, settled } from './archivePage'
import { expect, test } from './fixtures'

test('everything from the first search to the last hit is done without a mouse', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByTestId('search-box')).toBeFocused()
  await page.keyboard.type('航天')
  await page.keyboard.press('Enter')
  await expectQuery(page, { q: '航天' })
  await expectTotal(page, foundInFiles({ q: '航天' }).length)
  const ids = await resultIds(page)
  const focused = page.locator('[data-testid=result]:focus-within')

  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('data-article-id', ids[0]!)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(focused).toHaveAttribute('data-article-id', ids[1]!)
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-posinset', String(foundInFiles({ q: '航天' }).length))
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-posinset', '1')

  await page.keyboard.press('Enter')
  await expect(page.getByTestId('article-title')).toBeVisible()
  await expect.poll(() => page.url()).toContain(`#/article/${encodeURIComponent(ids[0]!)}`)
  await page.keyboard.press('n')
  const current = page.locator('[data-testid=hit][aria-current=true]')
  await expect(current).toHaveAttribute('data-hit', '0')
  await page.keyboard.press('n')
  await page.keyboard.press('p')
  await expect(current).toHaveAttribute('data-hit', '0')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain(`#/article/${encodeURIComponent(ids[1]!)}`)
  await page.keyboard.press('Escape')
  await expectQuery(page, { q: '航天' })
  await expect(page.getByTestId('article-title')).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(focused).toHaveCount(1)

  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByTestId('search-box')).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(focused).toHaveCount(1)
})

test('letters typed into the search box are letters', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await page.keyboard.type('jk?n/p')
  await expect(page.getByTestId('search-box')).toHaveValue('jk?n/p')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the tab key reaches search, filters and results, and the first stop skips to the results', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '跳到结果' })).toBeFocused()
  await expect(page.getByRole('button', { name: '跳到结果' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#results')).toBeFocused()
  const reached = new Set<string>()
  await page.locator('body').press('Home')
  await page.getByTestId('search-box').focus()
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    const where = await page.evaluate(() => {
      const element = document.activeElement
      return (
        element?.closest('[data-testid]:not([data-testid=facet-value])')?.getAttribute('data-testid') ?? ''
      )
    })
    reached.add(where)
    if (where === 'result-title') break
  }
  for (const place of [
    'date-from',
    'date-to',
    'facet-year',
    'facet-category',
    'facet-person',
    'sort',
    'result-title',
  ]) {
    expect([...reached]).toContain(place)
  }
})

test('a filter is chosen with the space bar and the focus stays where it was', async ({ page }) => {
  await open(page)
  const box = page.getByTestId('facet-category').getByRole('checkbox').first()
  await box.focus()
  await page.keyboard.press('Space')
  await settled(page)
  await expect(page.getByTestId('active-filter')).toHaveCount(1)
  await expect(page.getByTestId('facet-category').getByRole('checkbox', { checked: true })).toBeFocused()
})

test('on a narrow screen the article takes the focus, and j and k walk the articles', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 })
  await open(page, '#/?q=航天')
  const ids = await resultIds(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('article-title')).toBeFocused()
  await expect(page.getByTestId('result').first()).toBeHidden()
  await page.keyboard.press('j')
  await expect.poll(() => page.url()).toContain(encodeURIComponent(ids[1]!))
  await page.keyboard.press('k')
  await expect.poll(() => page.url()).toContain(encodeURIComponent(ids[0]!))
  await page.keyboard.press('Escape')
  await expectQuery(page, { q: '航天' })
  await expect(page.getByTestId('result').first()).toBeVisible()
})
