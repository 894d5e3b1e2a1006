import { expect, type Locator, type Page } from '@playwright/test'
import { encodeQuery, EMPTY_QUERY, type ArticleQuery } from '../../src/domain/articleQuery'
import { searchAddress } from '../../src/domain/address'

/** Waits until the archive can be searched, no search is in flight, and the counts on the page are exact. */
export async function settled(page: Page): Promise<void> {
  const root = page.locator('html')
  await expect(root).toHaveAttribute('data-state', 'ready')
  await expect(root).toHaveAttribute('data-busy', 'false')
  await expect(page.getByTestId('total')).toHaveAttribute('data-busy', 'false')
}

/** Opens a hash address of the app, by the address bar, and waits until it has settled. */
export async function open(page: Page, hash = '#/'): Promise<void> {
  await page.goto(`./${hash}`)
  await settled(page)
}

/** Opens the settings and waits until they say that the app opens without a network. */
export async function waitUntilOfflineReady(page: Page): Promise<void> {
  await page.goto('./#/settings')
  // Everything is fetched for it, which takes a busy machine its time.
  await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
}

/** Opens the results of a query. */
export async function openSearch(page: Page, query: Partial<ArticleQuery>): Promise<void> {
  await open(page, searchAddress(query))
}

/** Types words into the search box as a reader does, and waits for their results. */
export async function search(page: Page, words: string): Promise<void> {
  await page.getByTestId('search-box').fill(words)
  await page.getByTestId('search-box').press('Enter')
  await expect.poll(() => queryInAddress(page).get('q') ?? '').toBe(words)
  await settled(page)
}

/** The parameters in the address bar. */
export function queryInAddress(page: Page): URLSearchParams {
  return new URLSearchParams(page.url().split('?')[1] ?? '')
}

/** Waits until the address bar holds exactly this query. */
export async function expectQuery(page: Page, query: Partial<ArticleQuery>): Promise<void> {
  const wanted = Object.entries(encodeQuery({ ...EMPTY_QUERY, ...query })).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${name}=${one}`),
  )
  await expect
    .poll(() => [...queryInAddress(page)].map(([name, value]) => `${name}=${value}`).sort())
    .toEqual(wanted.sort())
  await settled(page)
}

/** The total that the page shows. */
export async function total(page: Page): Promise<number> {
  return Number(await page.getByTestId('total').getAttribute('data-total'))
}

/** Waits until the page shows this total. */
export async function expectTotal(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('total')).toHaveAttribute('data-total', String(count))
  await settled(page)
}

/** The ids of the results in the document, from the first. */
export async function resultIds(page: Page): Promise<readonly string[]> {
  await expect(page.getByTestId('result').first()).toHaveAttribute('data-article-id')
  return page
    .getByTestId('result')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
        .map((row) => row.dataset['articleId'] ?? ''),
    )
}

/** A value of a facet. */
export function facetValue(page: Page, facet: string, value: string): Locator {
  return page.getByTestId(`facet-${facet}`).locator(`[data-testid=facet-value][data-value="${value}"]`)
}

/** The counts of a facet as the page shows them, by value. */
export async function shownCounts(page: Page, facet: string): Promise<Readonly<Record<string, number>>> {
  const counts = await page
    .getByTestId(`facet-${facet}`)
    .getByTestId('facet-value')
    .evaluateAll((values) =>
      values.map((value) => [value.dataset['value'] ?? '', Number(value.dataset['count'])] as const),
    )
  return Object.fromEntries(counts)
}

/** Shows every value of every facet. */
export async function unfoldFacets(page: Page): Promise<void> {
  const folded = page.locator('[data-testid=facet-more][aria-expanded=false]')
  for (let left = await folded.count(); left > 0; left--) {
    await folded.first().click()
    await expect(folded).toHaveCount(left - 1)
  }
}
