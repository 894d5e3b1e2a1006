import type { Page } from '@playwright/test'
import { bundledArticles, foundInFiles, REFERENCE } from './bundledArticles'
import {
  expectQuery,
  expectTotal,
  facetValue,
  open,
  openSearch,
  queryInAddress,
  search,
  settled,
  unfoldFacets,
} from './archivePage'
import { expect, test } from './fixtures'

test('the person 徐明 leaves the reference article alone, with the two offices it gives him', async ({
  page,
}) => {
  await open(page)
  await unfoldFacets(page)
  await facetValue(page, 'person', '徐明').click()
  await expectQuery(page, { person: ['徐明'] })
  await expectTotal(page, 1)
  await expect(page.getByTestId('result')).toHaveAttribute('data-article-id', REFERENCE.id)
  await page.getByTestId('result-title').click()
  const person = page.locator('[data-testid=person][data-name="徐明"]')
  await expect(person).toHaveAttribute('data-offices', '苏州市副市长;吴江市委书记')
  await expect(page.getByTestId('article-people').getByTestId('person')).toHaveCount(14)
})

test('each filter narrows what the others leave, and its chip takes it back', async ({ page }) => {
  await open(page)
  await unfoldFacets(page)
  await facetValue(page, 'category', '航天').click()
  await expectTotal(page, foundInFiles({ category: ['航天'] }).length)
  await facetValue(page, 'year', '2016').click()
  await expectTotal(page, foundInFiles({ category: ['航天'], from: '2016', to: '2016' }).length)
  await facetValue(page, 'person', '景海鹏').click()
  const three = { category: ['航天'], from: '2016', to: '2016', person: ['景海鹏'] }
  await expectQuery(page, three)
  await expectTotal(page, foundInFiles(three).length)
  await facetValue(page, 'newspaper', '新闻联播').click()
  const four = { ...three, newspaper: ['新闻联播'] }
  await expectTotal(page, foundInFiles(four).length)
  await expect(page.getByTestId('active-filter')).toHaveCount(4)

  await page.locator('[data-testid=active-filter][data-name=dates]').click()
  await expectQuery(page, { category: ['航天'], person: ['景海鹏'], newspaper: ['新闻联播'] })
  await expect(page.getByTestId('active-filter')).toHaveCount(3)
  await facetValue(page, 'category', '航天').click()
  await expectQuery(page, { person: ['景海鹏'], newspaper: ['新闻联播'] })
  await page.getByRole('button', { name: '全部去掉' }).click()
  await expectQuery(page, {})
  await expectTotal(page, bundledArticles.length)
  await expect(page.getByTestId('active-filter')).toHaveCount(0)
})

test('several people mean all of them, or any of them', async ({ page }) => {
  const person = ['景海鹏', '聂海胜']
  await openSearch(page, { person })
  await expectTotal(page, foundInFiles({ person }).length)
  await page.getByTestId('person-mode').selectOption('any')
  await expectQuery(page, { person, personMode: 'any' })
  await expectTotal(page, foundInFiles({ person, personMode: 'any' }).length)
  await page.getByTestId('person-mode').selectOption('all')
  await expectQuery(page, { person })
})

test('a person is found by typing a part of the name', async ({ page }) => {
  await open(page)
  const facet = page.getByTestId('facet-person')
  await facet.getByRole('searchbox').fill('海')
  const names = [...new Set(bundledArticles.flatMap(({ article }) => article.people.map(({ name }) => name)))]
  const wanted = names.filter((name) => name.includes('海')).sort()
  await expect
    .poll(() =>
      facet.getByTestId('facet-value').evaluateAll((all) => all.map((one) => one.dataset['value']).sort()),
    )
    .toEqual(wanted)
  await facet.getByRole('searchbox').fill('没有这人')
  await expect(facet.getByTestId('facet-value')).toHaveCount(0)
  await expect(facet.getByRole('status')).toBeVisible()
  await facet.getByRole('searchbox').fill('海鹏')
  await facetValue(page, 'person', '景海鹏').click()
  await expectQuery(page, { person: ['景海鹏'] })
})

async function writeDate(page: Page, box: 'date-from' | 'date-to', text: string): Promise<void> {
  await page.getByTestId(box).fill(text)
  await page.getByTestId(box).press('Enter')
}

test('the date boxes take dates as people write them, and say so when it is none', async ({ page }) => {
  await open(page)
  await writeDate(page, 'date-from', '2012年7月1日')
  await expectQuery(page, { from: '2012-07-01' })
  await writeDate(page, 'date-to', '2012/7')
  await expectQuery(page, { from: '2012-07-01', to: '2012-07' })
  await expectTotal(page, foundInFiles({ from: '2012-07-01', to: '2012-07' }).length)
  await writeDate(page, 'date-from', '２０１２．７．１')
  await expectQuery(page, { from: '2012-07-01', to: '2012-07' })

  await writeDate(page, 'date-to', '去年')
  await expect(page.getByRole('alert')).toContainText('去年')
  await expect(page.getByTestId('date-to')).toHaveAttribute('aria-invalid', 'true')
  await expectQuery(page, { from: '2012-07-01', to: '2012-07' })
  await writeDate(page, 'date-to', '20110101')
  await expect(page.getByRole('alert')).toContainText('之后')
  await expectTotal(page, 0)
  await writeDate(page, 'date-to', '')
  await expectQuery(page, { from: '2012-07-01' })
  await expect(page.getByRole('alert')).toHaveCount(0)

  // One gesture, one step in the history.
  await writeDate(page, 'date-from', '2020')
  await expectQuery(page, { from: '2020' })
  await page.goBack()
  await expectQuery(page, { from: '2012-07-01' })
  await expect(page.getByTestId('date-from')).toHaveValue('2012-07-01')
})

test('a click on the timeline filters by its bar, a drag by the span', async ({ page }) => {
  await open(page)
  const chart = page.getByTestId('timeline').getByRole('img')
  const counts = await chart.locator('[data-counts]').getAttribute('data-counts')
  const periods = (counts ?? '').split(',').map((bar) => bar.split(' ')[0] ?? '')
  const box = (await chart.boundingBox())!
  const at = (place: number) => ({
    x: box.x + ((place + 0.5) / periods.length) * box.width,
    y: box.y + box.height / 2,
  })
  const [second, fourth] = [periods[1]!, periods[3]!]
  await page.mouse.click(at(1).x, at(1).y)
  await expectQuery(page, { from: second, to: second })
  await page.goBack()
  await expectQuery(page, {})
  await page.mouse.move(at(3).x, at(3).y)
  await page.mouse.down()
  await page.mouse.move(at(1).x, at(1).y, { steps: 3 })
  await page.mouse.up()
  await expectQuery(page, { from: second, to: fourth })
  await expectTotal(page, foundInFiles({ from: second, to: fourth }).length)
})

test('a query in the address is the same after a reload, and back and forward walk its changes', async ({
  page,
}) => {
  const query = {
    q: '航天',
    from: '2012',
    to: '2020-12',
    category: ['航天'],
    person: ['景海鹏', '陈冬'],
    personMode: 'any',
    newspaper: ['新闻联播'],
    sort: 'oldest',
  } as const
  await openSearch(page, query)
  const before = await page.getByTestId('total').getAttribute('data-total')
  expect(Number(before)).toBe(foundInFiles(query).length)
  await page.reload()
  await expectQuery(page, query)
  await expect(page.getByTestId('total')).toHaveAttribute('data-total', before!)
  await expect(page.getByTestId('search-box')).toHaveValue('航天')
  await expect(page.getByTestId('date-to')).toHaveValue('2020-12')
  await expect(page.getByTestId('person-mode')).toHaveValue('any')
  await expect(page.getByTestId('sort')).toHaveValue('oldest')
  await expect(facetValue(page, 'category', '航天').getByRole('checkbox')).toBeChecked()

  await facetValue(page, 'category', '航天').click()
  await expectQuery(page, { ...query, category: [] })
  await search(page, '空间站')
  await page.goBack()
  await expectQuery(page, { ...query, category: [] })
  await page.goBack()
  await expectQuery(page, query)
  await page.goForward()
  await page.goForward()
  await expectQuery(page, { ...query, category: [], q: '空间站' })
  await expectTotal(page, foundInFiles({ ...query, category: [], q: '空间站' }).length)
})

const MALFORMED = [
  '#/?from=2012-99&to=x&date=later&day=99-99&event=0&sort=best&personMode=7',
  '#/?q=%E0%A4%A&person=%',
  '#/?person[]=1&q&=&&&',
  '#//?q=',
  '#?q=1&',
  '#/?person=' + 'x'.repeat(3000),
  '#/?category=%252F%2F%2F&category=/&page=',
]

test('no malformed address breaks the page', async ({ page }) => {
  for (const address of MALFORMED) {
    await page.goto(`./${address}`)
    await settled(page)
    await expect(page.getByTestId('search-box')).toBeVisible()
  }
  await open(page, MALFORMED[0])
  await expect(page.getByTestId('active-filter')).toHaveCount(0)
  await expectTotal(page, bundledArticles.length)
  await search(page, '基石工程')
  await expectTotal(page, 1)
  expect(queryInAddress(page).get('q')).toBe('基石工程')
})
