import { expectTotal, open, openSearch, settled } from './archivePage'
import { backup, examine, openBackup, restore, withoutPreferences } from './backupPage'
import { bundledArticles, REFERENCE } from './bundledArticles'
import { expect, test } from './fixtures'
import { bodyOf } from './importPage'
import { aDrawnPage } from './sampleScans'
import type { BrowserContext, Page } from '@playwright/test'

const ARTICLES = 200

/** Brings articles of an invented paper in, whose ids begin with a name. */
async function bring(page: Page, name: string, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, number) => {
    const title = `${name}第${number}号通讯`
    return JSON.stringify({ id: `${name}-${number}`, title, newspaper: '示例报', paragraphs: bodyOf(title) })
  })
  await page.goto('./#/import')
  const buffer = Buffer.from(lines.join('\n'))
  const file = { name: `${name}.jsonl`, mimeType: 'application/x-ndjson', buffer }
  await page.getByTestId('import-input').setInputFiles(file)
  await page.getByTestId('import-accept').click({ timeout: 120_000 })
  await expect(page.getByTestId('import-undo').first()).toBeVisible({ timeout: 60_000 })
}

/** Selects all articles of a search, and does something with them; gives how many they are. */
async function withAll(page: Page, q: string, act: () => Promise<void>): Promise<number> {
  // Another search begins without a selection.
  await open(page)
  await openSearch(page, { q })
  const begin = page.getByTestId('select-results')
  if ((await begin.getAttribute('aria-pressed')) === 'false') await begin.click()
  await page.getByTestId('select-all').click()
  await expect(page.getByTestId('selected')).not.toHaveAttribute('data-selected', '0')
  const selected = Number(await page.getByTestId('selected').getAttribute('data-selected'))
  await act()
  await expect(page.getByTestId('undo-notice')).toBeVisible()
  await settled(page)
  return selected
}

async function tagAll(page: Page, q: string, tag: string): Promise<void> {
  await withAll(page, q, async () => {
    await page.locator('[data-action=tag]').click()
    await page.getByTestId('tag-input').fill(tag)
    await page.getByTestId('tag-input').press('Enter')
  })
}

async function noteAll(page: Page, q: string, note: string): Promise<void> {
  await withAll(page, q, async () => {
    await page.locator('[data-action=note]').click()
    await page.keyboard.type(note)
    await page.keyboard.press('Control+Enter')
  })
}

/** Makes something of every kind that a backup holds; gives how many of its articles are left. */
async function makeMuch(page: Page): Promise<number> {
  await page.goto('./#/settings')
  await page.getByText('深色', { exact: true }).click()
  await bring(page, '甲稿', ARTICLES)
  await tagAll(page, '甲稿', '甲的史料')
  await noteAll(page, '甲稿', '甲的批注')
  await withAll(page, '甲稿第1号', () => page.locator('[data-action=bookmark]').click())
  const deleted = await withAll(page, '甲稿第12号', () => page.locator('[data-action=delete]').click())
  await openSearch(page, { q: '市委书记' })
  await page.getByTestId('save-search').click()
  await expect(page.getByTestId('save-search')).toHaveAttribute('aria-pressed', 'true')
  await open(page, `#/article/${REFERENCE.id}`)
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=scan]').click()
  await page
    .getByTestId('scan-input')
    .setInputFiles([{ name: '01.png', mimeType: 'image/png', buffer: await aDrawnPage(page) }])
  await expect(page.getByTestId('scan')).toHaveCount(1)
  return ARTICLES - deleted
}

test('a backup restored into an empty browser gives the same backup, and restored again changes nothing', async ({
  page,
  browser,
  server,
  watch,
}) => {
  test.setTimeout(600_000)
  await open(page)
  const left = await makeMuch(page)
  const first = await backup(page)

  const context = await browser.newContext({ baseURL: server.address, locale: 'en-US' })
  watch.observe(context)
  const other = await context.newPage()
  await open(other)
  await restore(other, first)
  expect((await backup(other)).equals(first)).toBe(true)
  expect(await other.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  expect(await examine(other, first)).toBe(false)
  await expect(other.getByTestId('restore-accept')).toBeDisabled()
  await openSearch(other, { tag: ['甲的史料'] })
  await expectTotal(other, left)
  await open(other)
  await expectTotal(other, bundledArticles.length + left)
  await context.close()
})

test('backups of two people merge both ways to the same, each keeping its own settings', async ({
  browser,
  server,
  watch,
}) => {
  test.setTimeout(600_000)
  const contexts: BrowserContext[] = []
  const aPerson = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: server.address, locale: 'zh-CN' })
    watch.observe(context)
    contexts.push(context)
    const page = await context.newPage()
    await open(page)
    return page
  }
  const [one, other] = [await aPerson(), await aPerson()]
  const left = await makeMuch(one)
  await bring(other, '乙稿', 40)
  await tagAll(other, '市委书记', '乙的史料')
  await noteAll(other, '市委书记', '乙的批注')
  const [ofOne, ofOther] = [await backup(one), await backup(other)]
  await restore(one, ofOther)
  await restore(other, ofOne)
  const [fromOne, fromOther] = [await backup(one), await backup(other)]
  expect(withoutPreferences(fromOne).equals(withoutPreferences(fromOther))).toBe(true)
  expect(fromOne.equals(fromOther)).toBe(false)
  expect(await examine(one, fromOther)).toBe(false)
  for (const page of [one, other]) {
    await open(page)
    await expectTotal(page, bundledArticles.length + left + 40)
    await openBackup(page)
  }
  for (const context of contexts) await context.close()
})
