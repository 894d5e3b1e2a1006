import { bundledArticles, REFERENCE } from './bundledArticles'
import { expectQuery, expectTotal, open, openSearch, resultIds, search, total } from './archivePage'
import { expect, test } from './fixtures'
import { fold } from '../../src/text/fold'

type Bundled = (typeof bundledArticles)[number]['article']

function holds({ title, kicker, subtitle, paragraphs, people, authors }: Bundled, run: string): boolean {
  const names = [...(people ?? []).map(({ name }) => name), ...(authors ?? [])]
  return [title, kicker ?? '', subtitle ?? '', ...paragraphs, ...names].some((text) =>
    fold(text).includes(fold(run)),
  )
}

function count(matches: (article: Bundled) => boolean): number {
  return bundledArticles.filter(({ article }) => matches(article)).length
}

test('Boolean operators find what the files say, at full width too', async ({ page }) => {
  await open(page)
  const either = count((article) => holds(article, '航天') || holds(article, '高铁'))
  for (const q of ['航天 OR 高铁', '航天｜高铁', '（航天 ＯＲ 高铁）']) {
    await search(page, q)
    await expectTotal(page, either)
  }
  await search(page, '航天 -神舟')
  await expectTotal(
    page,
    count((article) => holds(article, '航天') && !holds(article, '神舟')),
  )
  await expect(page.getByTestId('query-notice')).toContainText('不含 “神舟”')
  await search(page, 'NOT 航天')
  await expectTotal(
    page,
    count((article) => !holds(article, '航天')),
  )
})

test('a field binds a word to its place', async ({ page }) => {
  await open(page)
  const inTitle = count(({ title, kicker, subtitle }) =>
    [title, kicker ?? '', subtitle ?? ''].some((text) => text.includes('航天')),
  )
  for (const q of ['标题：航天', 'title:航天']) {
    await search(page, q)
    await expectTotal(page, inTitle)
  }
})

test('what is malformed is searched literally and says where', async ({ page }) => {
  await open(page)
  await search(page, '(基石工程')
  await expectTotal(page, 1)
  await expect(page.getByTestId('query-notice')).toContainText('“(”没有写完，全句已照字面检索')
})

test('pinyin finds names, says so, and can be taken back', async ({ page }) => {
  await open(page)
  await search(page, 'xuming')
  expect(await resultIds(page)).toContain(REFERENCE.id)
  const chip = page.getByTestId('loosening')
  await expect(chip).toContainText('徐明')
  await chip.click()
  await expectQuery(page, { q: '"xuming"' })
  await expectTotal(page, 0)
  await openSearch(page, { q: 'text:xuming' })
  await expectTotal(page, 0)
})

test('a person is suggested while one types, by pinyin, and becomes a filter', async ({ page }) => {
  await open(page)
  const box = page.getByTestId('search-box')
  await box.pressSequentially('xum')
  const suggestion = page.getByTestId('suggestion').first()
  await expect(suggestion).toHaveAttribute('data-value', '徐明')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await box.press('ArrowDown')
  await expect(suggestion).toHaveAttribute('aria-selected', 'true')
  await box.press('Enter')
  await expectQuery(page, { person: ['徐明'] })
  expect(await total(page)).toBeGreaterThan(0)
  await expect(page.getByTestId('suggestion')).toHaveCount(0)
  await page.goBack()
  await expectQuery(page, {})
})

test('an earlier search is suggested in the empty box, and Escape puts the list away', async ({ page }) => {
  await open(page)
  await search(page, '基石工程')
  await search(page, '航天')
  const box = page.getByTestId('search-box')
  await box.fill('')
  await expect(page.getByTestId('suggestion').first()).toHaveAttribute('data-value', '航天')
  await box.press('Escape')
  await expect(page.getByTestId('suggestion')).toHaveCount(0)
  await box.press('ArrowDown')
  await page.getByTestId('suggestion').filter({ hasText: '基石工程' }).click()
  await expectQuery(page, { q: '基石工程' })
})
