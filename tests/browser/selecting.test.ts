import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectTotal, open, openSearch, resultIds, search, settled, total } from './archivePage'
import { expect, test } from './fixtures'

/** Puts a box beside each result, where there is none yet. */
async function beginSelecting(page: Page): Promise<void> {
  const button = page.getByTestId('select-results')
  if ((await button.getAttribute('aria-pressed')) === 'false') await button.click()
  await expect(page.getByTestId('selection-bar')).toBeVisible()
  await expect(page.getByTestId('select-result').first()).toBeVisible()
}

test('several results are selected, one, a range or all of them, and deleted and brought back as one', async ({
  page,
}) => {
  await open(page, '#/?q=航天')
  const all = await total(page)
  await beginSelecting(page)
  const selected = page.getByTestId('selected')
  const boxes = page.getByTestId('select-result')
  await boxes.nth(0).click()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await expect(selected).toHaveAttribute('data-selected', '3')
  await boxes.nth(1).click()
  await expect(selected).toHaveAttribute('data-selected', '2')
  await expect(boxes.nth(1)).not.toBeChecked()
  const kept = (await resultIds(page))[1]

  await page.locator('[data-action=delete]').click()
  await expectTotal(page, all - 2)
  await expect(selected).toHaveAttribute('data-selected', '0')
  expect((await resultIds(page))[0]).toBe(kept)
  await page.getByTestId('undo').click()
  await expectTotal(page, all)

  await page.getByTestId('select-all').click()
  await expect(selected).toHaveAttribute('data-selected', String(all))
  await page.getByTestId('select-none').click()
  await expect(selected).toHaveAttribute('data-selected', '0')
  await page.getByTestId('select-end').click()
  await expect(boxes).toHaveCount(0)
})

test('the selected are tagged and noted at once, and a tag is taken off again', async ({ page }) => {
  await open(page, '#/?q=航天')
  const all = await total(page)
  await beginSelecting(page)
  await page.getByTestId('select-all').click()
  await expect(page.getByTestId('selected')).toHaveAttribute('data-selected', String(all))
  await page.locator('[data-action=tag]').click()
  await page.getByTestId('tag-input').fill('航天史料')
  await page.getByTestId('tag-input').press('Enter')
  await expect(page.getByTestId('undo-notice')).toContainText(`${String(all)} 篇`)
  await openSearch(page, { tag: ['航天史料'] })
  await expectTotal(page, all)

  await beginSelecting(page)
  await page.getByTestId('select-result').first().click()
  await page.locator('[data-action=note]').click()
  await page.keyboard.type('两篇都要')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('undo-notice')).toContainText('加上了批注')
  await page.getByTestId('result-title').first().click()
  await expect(page.getByTestId('note')).toContainText('两篇都要')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('undo-notice')).toContainText('批注已删去')
  await expect(page.getByTestId('note')).toHaveCount(0)
  await open(page, '#/?tag=航天史料')

  if ((await page.getByTestId('selection-bar').count()) === 0) await beginSelecting(page)
  await page.getByTestId('select-all').click()
  await expect(page.getByTestId('selected')).toHaveAttribute('data-selected', String(all))
  await page.locator('[data-action=tag]').click()
  await page.getByTestId('tag-input').fill('航天史料')
  await page.locator('[data-action=untag]').click()
  await expectTotal(page, 0)
})

test('exactly the selected are exported, and their number is said before', async ({ page }) => {
  await open(page, '#/?q=航天')
  const [, second, third] = await resultIds(page)
  await beginSelecting(page)
  await page.getByTestId('select-result').nth(1).click()
  await page.getByTestId('select-result').nth(2).click()
  await page.locator('[data-action=export]').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 篇')
  await dialog.getByText('JSON Lines').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByTestId('export-save').click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  const ids = lines.map((line) => (JSON.parse(line) as { readonly id: string }).id)
  expect(ids.sort()).toEqual([second, third].sort())
})

test('x selects the result that has the focus, and another search begins without a selection', async ({
  page,
}) => {
  await open(page, '#/?q=航天')
  await page.locator('#results').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByTestId('selected')).toHaveAttribute('data-selected', '1')
  await expect(page.getByTestId('select-result').first()).toBeChecked()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByTestId('selected')).toHaveAttribute('data-selected', '2')
  await search(page, '基石工程')
  await settled(page)
  await expect(page.getByTestId('selected')).toHaveAttribute('data-selected', '0')
})
