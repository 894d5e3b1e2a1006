import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { open, settled } from './archivePage'
import { expect } from './fixtures'

/** A page in a state that is to be looked at, and how one gets there. */
export interface PageState {
  readonly name: string
  readonly hash: string
  /** What is there when the state is reached. */
  readonly sign: (page: Page) => Locator
  /** What a reader does there until then. */
  readonly act?: (page: Page) => Promise<void>
  /** How the state is left again, where going to another address does not. */
  readonly leave?: (page: Page) => Promise<void>
}

/** Opens a page and brings it into the state. */
export async function reachState(page: Page, { hash, act, sign }: PageState): Promise<void> {
  await page.goto(`./${hash}`)
  if (/^#\/(\?|$)/.test(hash)) await settled(page)
  await act?.(page)
  await expect(sign(page)).toBeVisible()
}

/** What axe finds wrong in these states, one after the other, under one theme; empty when nothing is. */
export async function violationsOf(
  page: Page,
  colorScheme: 'light' | 'dark',
  states: readonly PageState[],
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await open(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
  const found: string[] = []
  for (const state of states) {
    await reachState(page, state)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary = '' } of nodes) {
        found.push(`${state.name}: ${id} at ${target.join(' ')} (${failureSummary})`)
      }
    }
    await state.leave?.(page)
  }
  return found
}

/** By how many pixels the page is wider than the window: 0 when nothing runs over the side. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.scrollingElement!.scrollWidth - innerWidth))
}
