import { expect, test } from './fixtures'

test('the app opens, and its archive can be searched', async ({ page }) => {
  await page.goto('./')
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('search-box')).toBeVisible()
  await expect(page.getByTestId('result').first()).toBeVisible()
})
