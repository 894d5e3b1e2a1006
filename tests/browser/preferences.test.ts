import { bundledArticles, REFERENCE } from './bundledArticles'
import { open, search, settled } from './archivePage'
import { expect, test } from './fixtures'

test('the whole interface is there in English, and remembers it', async ({ page }) => {
  await open(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await page.getByRole('button', { name: '换成英文界面' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('total')).toHaveText(`${bundledArticles.length} articles`)
  await search(page, '基石工程')
  await expect(page.getByTestId('total')).toHaveText('1 article')
  await page.reload()
  await settled(page)
  await expect(page.getByTestId('total')).toHaveText('1 article')
  // What the archive itself says stays Chinese; every other word is English.
  for (const hash of ['#/', '#/collections', '#/settings', '#/about']) {
    await page.goto(`./${hash}`)
    await expect(page).toHaveTitle(/Jianbao/)
    const chinese = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement
        const text = walker.currentNode.textContent ?? ''
        if (
          /\p{Script=Han}/u.test(text) &&
          element &&
          !element.closest(
            '[lang="zh-Hans"]:not(html), noscript, code, [data-testid=facet-value], [data-testid=result]',
          )
        )
          found.push(text.trim())
      }
      return found
    })
    expect([hash, chinese.filter(isForeign)]).toEqual([hash, []])
  }
  await page.getByRole('button', { name: 'switch to Chinese' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
})

/** Names that are Chinese in every language: the seal, the language itself, the title of the bundled collection. */
const KEPT_CHINESE = new Set(['剪', '中文', '随附文章'])

/** Whether a text has Chinese in it that is neither such a name nor quoted. */
function isForeign(text: string): boolean {
  return !KEPT_CHINESE.has(text) && /\p{Script=Han}/u.test(text.replaceAll(/“[^”]*”/g, ''))
}

test('the theme follows the system until the reader chooses one, and the choice is kept', async ({
  page,
}) => {
  const root = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: '换成深色' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: '换成浅色' })).toBeVisible()
})

test('the text size is chosen in the settings and changes the article', async ({ page }) => {
  const size = () =>
    page.getByTestId('article-body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize))
  await open(page, `#/article/${REFERENCE.id}`)
  await expect(page.getByTestId('article-body')).toBeVisible()
  const standard = await size()
  await page.goto('./#/settings')
  await page.getByRole('radio', { name: '特大' }).check({ force: true })
  await page.goto(`./#/article/${REFERENCE.id}`)
  await expect(page.getByTestId('article-body')).toBeVisible()
  expect(await size()).toBeGreaterThan(standard)
})

test('the welcome is put away for good, and brought back in the settings', async ({ page }) => {
  await open(page)
  const welcome = page.locator('.welcome')
  await expect(welcome.getByRole('link', { name: REFERENCE.title })).toBeVisible()
  await welcome.getByRole('button', { name: '不再显示' }).click()
  await expect(welcome).toHaveCount(0)
  await page.reload()
  await settled(page)
  await expect(welcome).toHaveCount(0)
  await page.goto('./#/settings')
  await page
    .getByRole('group', { name: '首页的导读' })
    .getByRole('radio', { name: '显示', exact: true })
    .check({ force: true })
  await page.goto('./#/')
  await expect(welcome).toBeVisible()
})
