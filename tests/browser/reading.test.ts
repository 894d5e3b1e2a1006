import { foundInFiles, REFERENCE } from './bundledArticles'
import { expectQuery, expectTotal, open, openSearch, queryInAddress, resultIds, settled } from './archivePage'
import { expect, test } from './fixtures'

test('the reference article is shown with everything its file says, and that it is a digest', async ({
  page,
}) => {
  await open(page, `#/article/${REFERENCE.id}`)
  await expect(page.getByTestId('article-title')).toHaveText(REFERENCE.title)
  const source = page.getByTestId('article-source')
  for (const words of ['吴江日报', '2012年7月1日', '01', '2012-07-02 09:17'])
    await expect(source).toContainText(words)
  await expect(page.getByRole('navigation', { name: '分类' })).toHaveText('深入开展创先争优活动')
  await expect(page.locator('#article').getByText('编者提要，非原文', { exact: true })).toBeVisible()
  const [article] = foundInFiles({ q: '基石工程' })
  await expect(page.getByTestId('article-body').locator('p')).toHaveText([...article!.paragraphs])
  for (const { name, offices } of article!.people) {
    await expect(page.locator(`[data-testid=person][data-name="${name}"]`)).toHaveAttribute(
      'data-offices',
      offices.join(';'),
    )
  }
  await page
    .locator('[data-testid=person][data-name="梁一波"]')
    .getByRole('button', { name: '梁一波', exact: true })
    .click()
  await expectQuery(page, { person: ['梁一波'] })
  await expectTotal(page, 1)
})

test('the hits are marked, numbered, and walked by buttons and keys', async ({ page }) => {
  await openSearch(page, { q: '创先争优' })
  await page.getByTestId('result').first().getByTestId('result-title').click()
  const hits = page.getByTestId('hit')
  await expect(hits.first()).toBeVisible()
  const count = await hits.count()
  expect(count).toBeGreaterThan(2)
  expect(new Set(await hits.allTextContents())).toEqual(new Set(['创先争优']))
  const current = page.locator('[data-testid=hit][aria-current=true]')
  const next = page.getByRole('button', { name: '下一处' })
  await next.click()
  await expect(current).toHaveAttribute('data-hit', '0')
  await expect(page.locator('.reader-tools')).toContainText(`第 1 处，共 ${count} 处`)
  await page.keyboard.press('n')
  await expect(current).toHaveAttribute('data-hit', '1')
  await expect(current).toBeInViewport()
  await page.keyboard.press('p')
  await page.keyboard.press('p')
  await expect(current).toHaveAttribute('data-hit', String(count - 1))
  await expect(current).toBeInViewport()
  await page.getByRole('button', { name: '上一处' }).click()
  await expect(current).toHaveAttribute('data-hit', String(count - 2))
})

test('the neighbours in the results are a click away, and the query travels along', async ({ page }) => {
  const query = { q: '航天', person: ['景海鹏'], sort: 'oldest' } as const
  await openSearch(page, query)
  const ids = await resultIds(page)
  await page.getByTestId('result').nth(1).getByTestId('result-title').click()
  const position = page.locator('.reader-tools')
  await expect(position).toContainText(`2 / ${foundInFiles(query).length}`)
  await page.getByRole('link', { name: '下一篇' }).click()
  await expect(position).toContainText('3 /')
  await expect.poll(() => decodeURIComponent(page.url())).toContain(`#/article/${ids[2]}?`)
  expect(queryInAddress(page).get('person')).toBe('景海鹏')
  await page.getByRole('link', { name: '上一篇' }).click()
  await page.getByRole('link', { name: '上一篇' }).click()
  await expect(position).toContainText('1 /')
  await expect(page.getByRole('link', { name: '上一篇' })).toHaveCount(0)
  await page.reload()
  await expect(position).toContainText('1 /')
  await expect(page.getByTestId('hit').first()).toBeVisible()
  await page.getByRole('link', { name: '关闭文章' }).click()
  await expectQuery(page, query)
  await expect(page.getByTestId('article-title')).toHaveCount(0)
})

test('an address of no article, and of no page, says so and leads back', async ({ page }) => {
  await page.goto('./#/article/nobody%2Fhas%20this?q=航天')
  await expect(page.getByRole('heading', { name: '没有这篇文章' })).toBeVisible()
  await expect(page.locator('#article')).toContainText('nobody/has this')
  await page.locator('#article').getByRole('link', { name: '返回结果' }).click()
  await expectQuery(page, { q: '航天' })
  await page.goto('./#/no/such/page')
  await expect(page.getByRole('main')).toContainText('/no/such/page')
  await page.getByRole('link', { name: '回到检索' }).click()
  await settled(page)
})

test('printed, an article stands alone and whole', async ({ page }) => {
  await open(page, `#/article/${REFERENCE.id}`)
  await expect(page.getByTestId('article-title')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  for (const hidden of [page.getByRole('banner'), page.locator('.reader-tools')])
    await expect(hidden).toBeHidden()
  await expect(page.getByTestId('result').first()).toBeHidden()
  await expect(page.getByTestId('facet-year')).toBeHidden()
  await expect(page.getByTestId('article-body')).toBeVisible()
  // What scrolls on the screen must not be cut on paper: the document is as high as the article.
  const cut = await page.locator('#article article').evaluate((article) => {
    const bottom = article.getBoundingClientRect().bottom + scrollY
    return bottom - document.documentElement.scrollHeight
  })
  expect(cut).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 400, height: 300 })
  await expect(page.getByTestId('article-body')).toBeVisible()
})
