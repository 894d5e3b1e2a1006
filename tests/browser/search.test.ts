import { bundledArticles, foundInFiles, REFERENCE } from './bundledArticles'
import {
  expectQuery,
  expectTotal,
  open,
  openSearch,
  queryInAddress,
  resultIds,
  search,
  settled,
} from './archivePage'
import { expect, test } from './fixtures'

test('基石工程 finds the reference article first, with the words marked', async ({ page }) => {
  await open(page)
  await search(page, '基石工程')
  await expectTotal(page, foundInFiles({ q: '基石工程' }).length)
  const first = page.getByTestId('result').first()
  await expect(first).toHaveAttribute('data-article-id', REFERENCE.id)
  await expect(first.getByTestId('result-title')).toHaveText(REFERENCE.title)
  await expect(first.getByTestId('result-snippet').locator('mark')).toHaveText(['基石工程'])
})

test('the words found are those of the files, one by one', async ({ page }) => {
  await open(page)
  for (const q of ['航天', '航天員', '空间站 王亚平', '吴江', '环境保护部 部长', '神舟', '科', '张晓光']) {
    await search(page, q)
    const found = foundInFiles({ q }).map(({ id }) => id)
    await expectTotal(page, found.length)
    const shown = await resultIds(page)
    expect(found, q).toEqual(expect.arrayContaining([...shown]))
  }
})

test('quotation marks take what is between them literally, and the page says how it read the words', async ({
  page,
}) => {
  await open(page)
  await search(page, '苏州 吴江')
  const both = foundInFiles({ q: '苏州 吴江' }).length
  await expectTotal(page, both)
  await expect(page.getByTestId('query-notice')).toContainText('“苏州”、“吴江”')
  await search(page, '“苏州 吴江”')
  await expectTotal(page, 0)
  await search(page, '“基石工程')
  await expect(page.getByTestId('query-notice')).toContainText('引号')
  await expectTotal(page, 1)
})

test('the archive is searched while one types, and all of the typing is one step back', async ({ page }) => {
  await open(page)
  await page.getByTestId('search-box').pressSequentially('基石工程')
  await expectQuery(page, { q: '基石工程' })
  await expectTotal(page, 1)
  await page.goBack()
  await expectQuery(page, {})
  await expect(page.getByTestId('search-box')).toHaveValue('')
  await expectTotal(page, bundledArticles.length)
})

test('half-composed syllables are never searched', async ({ page }) => {
  await open(page)
  await page.getByTestId('search-box').focus()
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'jishi', selectionStart: 5, selectionEnd: 5 })
  await expect(page.getByTestId('search-box')).toHaveValue('jishi')
  expect(queryInAddress(page).has('q')).toBe(false)
  await input.send('Input.imeSetComposition', { text: '基石', selectionStart: 2, selectionEnd: 2 })
  await input.send('Input.insertText', { text: '基石' })
  await expectQuery(page, { q: '基石' })
})

test('results stand newest or oldest first, and by relevance only where there are words', async ({
  page,
}) => {
  await open(page)
  const sort = page.getByTestId('sort')
  await expect(sort).toHaveValue('newest')
  await expect(sort.locator('option')).toHaveCount(2)
  const dates = async () => {
    const ids = (await resultIds(page)).slice(0, 8)
    return ids.map((id) => bundledArticles.find(({ article }) => article.id === id)?.article.issueDate)
  }
  const oldestFirst = bundledArticles.map(({ article }) => article.issueDate).sort()
  // Those beyond the view are drawn a moment after the others.
  await expect.poll(dates).toEqual(oldestFirst.slice(-8).toReversed())
  await sort.selectOption('oldest')
  await expectQuery(page, { sort: 'oldest' })
  await expect.poll(dates).toEqual(oldestFirst.slice(0, 8))
  await search(page, '航天')
  await expect(sort).toHaveValue('oldest')
  await sort.selectOption('relevance')
  await expectQuery(page, { q: '航天' })
  await expect(page.getByTestId('result').first().locator('mark').first()).toBeVisible()
})

test('where nothing is found, the page says what was asked and offers ways on', async ({ page }) => {
  await openSearch(page, { q: '没有这样的话', person: ['徐明'] })
  await expectTotal(page, 0)
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
  await page.getByRole('link', { name: '清空检索词，保留筛选' }).click()
  await expectQuery(page, { person: ['徐明'] })
  await expectTotal(page, 1)
  await page.goBack()
  await settled(page)
  await page.getByRole('link', { name: '去掉全部筛选' }).click()
  await expectQuery(page, { q: '没有这样的话' })
  await page.getByRole('button', { name: '清空检索词' }).click()
  await expectTotal(page, bundledArticles.length)
})
