import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { open, settled } from './archivePage'
import { expect, test } from './fixtures'

/** Selects the beginning of the open article's first paragraph. */
async function selectPassage(page: Page): Promise<void> {
  await page
    .getByTestId('article-body')
    .locator('p')
    .first()
    .evaluate((paragraph) => {
      paragraph.dispatchEvent(new Event('selectstart', { bubbles: true }))
      const range = document.createRange()
      range.selectNodeContents(paragraph)
      const selection = document.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
    })
}

test('a passage becomes a card, an entry of a chronicle, and a document; deleting the project is undone', async ({
  page,
}) => {
  await open(page, '#/?q=航天')
  await page.getByTestId('result-title').first().click()
  await settled(page)
  await expect(async () => {
    await selectPassage(page)
    await expect(page.getByTestId('passage-collect')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByTestId('passage-collect').click()
  await page.getByTestId('collect-name').fill('示例课题')
  await page.getByTestId('event-date').fill('2012-07')
  await page.getByTestId('collect-save').click()
  await expect(page.getByTestId('collect-save')).toBeHidden()

  await page.goto('#/projects')
  await page.getByTestId('project').getByRole('link').click()
  await expect(page.getByTestId('card')).toHaveCount(1)
  await page.getByTestId('card-entry').click()
  await page.getByTestId('entry-text').fill('示例的事。')
  await page.getByTestId('entry-text').press('Control+Enter')
  await expect(page.getByTestId('entry')).toContainText('7月　示例的事。')
  await expect(page.getByTestId('entry-note')).not.toBeEmpty()

  await page.getByTestId('project-export').click()
  await page.locator('input[value=markdown]').check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('project-export-save').click(),
  ])
  expect(download.suggestedFilename()).toBe('示例课题大事记.md')
  expect(await readFile(await download.path(), 'utf8')).toContain('**7月**　示例的事。[^1]')
  await page.keyboard.press('Escape')

  await page.getByTestId('project-delete').click()
  await expect(page.getByTestId('no-projects')).toBeVisible()
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('project')).toContainText('示例课题')
})
