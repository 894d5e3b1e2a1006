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
async function reachState(page: Page, { hash, act, sign }: PageState): Promise<void> {
  await page.goto(`./${hash}`)
  if (/^#\/(\?|$)/.test(hash)) await settled(page)
  await act?.(page)
  await expect(sign(page)).toBeVisible()
}

/** The rules whose outcome depends on colours; all others find the same in both themes. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

async function useTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
  // Even the shortest change of colours takes some frames.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/**
 * What axe finds wrong with the page as it stands, in the light theme, and with its colours in the dark one; empty when
 * nothing is. `state` begins every line.
 */
export async function violationsOf(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of ['dark', 'light'] as const) {
    await useTheme(page, theme)
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (theme === 'dark' ? axe.withRules(RULES_OF_COLOUR) : axe).analyze()
    for (const { id, nodes } of violations)
      for (const { target, failureSummary = '' } of nodes)
        found.push(`${state}, ${theme}: ${id} at ${target.join(' ')} (${failureSummary})`)
  }
  return found
}

/** The same of these states, one after the other. */
export async function violationsOfStates(
  page: Page,
  states: readonly PageState[],
): Promise<readonly string[]> {
  await open(page)
  const found: string[] = []
  for (const state of states) {
    await reachState(page, state)
    found.push(...(await violationsOf(page, state.name)))
    await state.leave?.(page)
  }
  return found
}

/** The width and height of a window in CSS pixels. */
export type WindowSize = readonly [width: number, height: number]

/** The states that run over the side in a window of one of these sizes, with the size; empty when none does. */
export async function overflowsOf(
  page: Page,
  states: readonly PageState[],
  sizes: readonly WindowSize[],
): Promise<readonly string[]> {
  const found: string[] = []
  const [firstSize] = sizes
  for (const state of states) {
    await setSize(page, firstSize!)
    await reachState(page, state)
    for (const size of sizes) {
      await setSize(page, size)
      const over = await overflowOf(page)
      if (over > 0) found.push(`${state.name}: ${String(over)} pixels at ${size.join(' × ')}`)
    }
    await setSize(page, firstSize!)
    await state.leave?.(page)
  }
  return found
}

async function setSize(page: Page, [width, height]: WindowSize): Promise<void> {
  await page.setViewportSize({ width, height })
}

/** By how many pixels the page is wider than the window: 0 when nothing runs over the side. */
async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // What follows the size of the window does so with the next frames.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return Math.max(0, document.scrollingElement!.scrollWidth - innerWidth)
  })
}
