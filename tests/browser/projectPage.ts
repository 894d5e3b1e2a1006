import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** Puts an article as a card into a project by the key for it; `newProject` names one that is begun with it. */
export async function collectArticle(
  page: Page,
  id: string,
  { day, newProject }: { readonly day: string; readonly newProject?: string },
): Promise<void> {
  await page.goto(`./#/article/${encodeURIComponent(id)}`)
  await expect(page.locator(`#article [data-testid=article-title]`)).toBeVisible()
  await expect(page.getByTestId('bookmark')).toBeEnabled()
  await page.keyboard.press('a')
  const form = page.getByRole('dialog')
  await expect(form.getByTestId('collect-save')).toBeVisible()
  // The days that the article offers come when it was read, and fill an empty field.
  await expect(form.getByRole('group').getByRole('button').first()).toBeVisible()
  if (newProject !== undefined) await form.getByTestId('collect-name').fill(newProject)
  await form.getByTestId('event-date').fill(day)
  await form.getByTestId('collect-save').click()
  await expect(form).toHaveCount(0)
}

/** Opens the only project by the list of projects, and gives its cards. */
export async function openProject(page: Page): Promise<Locator> {
  await page.goto('./#/projects')
  await page.getByTestId('project').getByRole('link').click()
  await expect(page.getByTestId('project-title')).toBeVisible()
  return page.getByTestId('card')
}
