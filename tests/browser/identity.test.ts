import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Article } from '../../src/domain/article'
import { anArticle, aPerson } from '../unit/builders/anArticle'
import { expectTotal, openSearch, settled } from './archivePage'
import { expect, test } from './fixtures'
import { putCollection } from './sampleCollections'
import type { AppServer } from './appServer'

const held: readonly Article[] = [
  anArticle({
    id: 'who-1',
    paragraphs: ['县长张示例主持会议，李四方出席。'],
    people: [aPerson('张示例', '县长'), aPerson('大礼堂')],
  }),
  anArticle({ id: 'who-2', paragraphs: ['张示例行医三十年。'], people: [aPerson('张示例', '医生')] }),
]

/** Takes the collection in, or what is new of it. */
async function takeIn(
  page: Page,
  server: AppServer,
  articles: readonly Article[],
  revision = 1,
): Promise<void> {
  await putCollection(server, 'who', { revision, files: { [`articles-${revision}.jsonl`]: articles } })
  await page.goto('./#/collections')
  await page.getByLabel('文库的网址').fill('samples/who')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByTestId('collection-accept').click()
  await expect(page.getByText(`共 ${articles.length} 篇`).first()).toBeVisible()
}

async function openArticle(page: Page, id: string): Promise<void> {
  await page.goto(`./#/article/${id}`)
  await expect(page.getByTestId('article-people')).toBeVisible()
}

/** Opens the form for one decision about a name in the open article. */
async function ask(page: Page, name: string, action: string): Promise<void> {
  const person = page.locator(`[data-testid=person][data-name="${name}"]`)
  await person.getByTestId('person-actions').click()
  await person.locator(`[data-action=${action}]`).click()
  await expect(page.getByTestId('decision-form')).toBeVisible()
}

/** Selects characters of the first paragraph, as a reader does with the pointer. */
async function select(page: Page, text: string): Promise<void> {
  const at = await page
    .locator('[data-testid=article-body] > p')
    .first()
    .evaluate((paragraph, wanted) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1
        if (start < 0) continue
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + wanted.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, y: top + height / 2 }
      }
      return null
    }, text)
  expect(at).not.toBeNull()
  await page.mouse.move(at!.left + 1, at!.y)
  await page.mouse.down()
  await page.mouse.move(at!.right - 1, at!.y, { steps: 4 })
  await page.mouse.up()
}

test('what is no name goes from every list, and comes back from the log', async ({ page, server }) => {
  await takeIn(page, server, held)
  await openSearch(page, { person: ['大礼堂'] })
  await expectTotal(page, 1)
  await openArticle(page, 'who-1')
  await ask(page, '大礼堂', 'notPerson')
  await page.getByTestId('decision-reason').fill('是地方')
  await page.getByTestId('decision-save').click()
  await expect(page.locator('[data-testid=person][data-name="大礼堂"]')).toHaveCount(0)
  await openSearch(page, { person: ['大礼堂'] })
  await expectTotal(page, 0)

  await page.goto('./#/people/desk')
  const decision = page.getByTestId('decision')
  await expect(decision).toHaveCount(1)
  await expect(decision).toContainText('是地方')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await decision.getByRole('button').click()
  await expect(decision).toHaveAttribute('data-undone', 'true')
  await openSearch(page, { person: ['大礼堂'] })
  await expectTotal(page, 1)
})

test('a name that was missed is selected in the text, and found in articles that come later', async ({
  page,
  server,
}) => {
  await takeIn(page, server, held)
  await openArticle(page, 'who-1')
  await select(page, '李四方')
  await page.getByTestId('passage-name').click()
  await expect(page.getByTestId('decision-name')).toHaveValue('李四方')
  await page.getByTestId('decision-save').click()
  await expect(page.locator('[data-testid=person][data-name="李四方"]')).toBeVisible()

  const later = anArticle({ id: 'who-3', paragraphs: ['李四方又出席。'] })
  await takeIn(page, server, [...held, later], 2)
  await openSearch(page, { person: ['李四方'] })
  await expectTotal(page, 2)
})

test('two of a name are told apart, which outlives the page and travels in a file', async ({
  page,
  server,
  browser,
  watch,
}) => {
  await takeIn(page, server, held)
  await openArticle(page, 'who-2')
  await ask(page, '张示例', 'split')
  await expect(page.getByTestId('decision-name')).toHaveValue('张示例~2')
  await page.getByTestId('decision-save').click()
  await expect(page.locator('[data-testid=person][data-name="张示例~2"]')).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-testid=person][data-name="张示例~2"]')).toBeVisible()
  await openSearch(page, { person: ['张示例~2'] })
  await expectTotal(page, 1)

  await page.goto('./#/people/desk')
  const saved = page.waitForEvent('download')
  await page.getByTestId('export-decisions').click()
  const file = await (await saved).path()

  const context = await browser.newContext({ baseURL: server.address, locale: 'zh-CN' })
  watch.observe(context)
  const other = await context.newPage()
  await takeIn(other, server, held)
  await other.goto('./#/people/desk')
  await other.getByTestId('import-decisions').setInputFiles(file)
  await expect(other.getByTestId('decision')).toHaveCount(1)
  await openSearch(other, { person: ['张示例~2'] })
  await expectTotal(other, 1)
  await settled(other)
  await context.close()
})
