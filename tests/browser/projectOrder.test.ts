import type { Locator, Page } from '@playwright/test'
import { open, resultIds } from './archivePage'
import { expect, test } from './fixtures'
import { collectArticle, openProject } from './projectPage'

/** Three cards in a project whose cards are laid out by hand. */
async function layOut(page: Page): Promise<Locator> {
  await open(page, '#/?q=航天')
  const [first, second, third] = await resultIds(page)
  await collectArticle(page, first!, { day: '2001', newProject: '手排示例' })
  await collectArticle(page, second!, { day: '2002' })
  await collectArticle(page, third!, { day: '2003' })
  const cards = await openProject(page)
  await expect(cards).toHaveCount(3)
  await page.getByTestId('card-order').selectOption('hand')
  await expect(cards.first().getByRole('button', { name: '下移' })).toBeVisible()
  return cards
}

/** The years of the cards, from the first. */
async function expectYears(cards: Locator, years: readonly string[]): Promise<void> {
  await expect(cards.locator('.day')).toHaveText(years.map((year) => `${year}年`))
}

test('a card is dragged before and behind another, and lies there after the page is opened anew', async ({
  page,
}) => {
  const cards = await layOut(page)
  await expectYears(cards, ['2001', '2002', '2003'])

  await cards
    .nth(2)
    .locator('.grip')
    .dragTo(cards.nth(0), { targetPosition: { x: 40, y: 6 } })
  await expectYears(cards, ['2003', '2001', '2002'])

  // The lower half of a card is the place behind it: so the last place can be reached too.
  const last = await cards.nth(2).boundingBox()
  await cards
    .nth(0)
    .locator('.grip')
    .dragTo(cards.nth(2), { targetPosition: { x: 40, y: last!.height - 6 } })
  await expectYears(cards, ['2001', '2002', '2003'])

  await cards
    .nth(1)
    .locator('.grip')
    .dragTo(cards.nth(0), { targetPosition: { x: 40, y: 6 } })
  await expectYears(cards, ['2002', '2001', '2003'])
  await page.reload()
  await expectYears(cards, ['2002', '2001', '2003'])
})

test('a card is moved by its buttons and by keys, keeps the focus, and the move is undone', async ({
  page,
}) => {
  const cards = await layOut(page)
  const down = cards.first().getByRole('button', { name: '下移' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expectYears(cards, ['2002', '2001', '2003'])
  await expect(cards.nth(1).getByRole('button', { name: '下移' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expectYears(cards, ['2002', '2003', '2001'])
  await expect(cards.nth(2).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowUp')
  await expectYears(cards, ['2002', '2001', '2003'])
  await expect(cards.nth(1).locator(':focus')).toHaveCount(1)
  await page.getByTestId('undo').click()
  await expectYears(cards, ['2002', '2003', '2001'])
})
