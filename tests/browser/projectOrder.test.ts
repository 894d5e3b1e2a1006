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

/** Drags a card by its grip to the upper or the lower edge of another, as a hand does: in steps. */
async function drag(page: Page, card: Locator, onto: Locator, edge: 'upper' | 'lower'): Promise<void> {
  const [from, to] = [await card.locator('.grip').boundingBox(), await onto.boundingBox()]
  await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2)
  await page.mouse.down()
  const y = edge === 'upper' ? to!.y + 8 : to!.y + to!.height - 8
  await page.mouse.move(to!.x + 60, y, { steps: 12 })
  await page.mouse.move(to!.x + 64, y, { steps: 3 })
  await page.mouse.up()
}

test('a card is dragged before and behind another, and lies there after the page is opened anew', async ({
  page,
}) => {
  // Room for all three, so that nothing scrolls under the hand.
  await page.setViewportSize({ width: 1280, height: 1800 })
  const cards = await layOut(page)
  await expectYears(cards, ['2001', '2002', '2003'])
  await drag(page, cards.nth(2), cards.nth(0), 'upper')
  await expectYears(cards, ['2003', '2001', '2002'])
  // The lower half of a card is the place behind it, so that the last place can be reached.
  await drag(page, cards.nth(0), cards.nth(2), 'lower')
  await expectYears(cards, ['2001', '2002', '2003'])
  await drag(page, cards.nth(1), cards.nth(0), 'upper')
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
