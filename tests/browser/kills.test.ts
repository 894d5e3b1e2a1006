import type { Page } from '@playwright/test'
import { open } from './archivePage'
import { bundledArticles } from './bundledArticles'
import { expect, test } from './fixtures'
import { aKillableBrowser } from './killedBrowser'
import { aKillTally, chances, KILLS, SEED, type Met } from './killTally'
import { storedRows, type StoredRows } from './storedRows'

const ARTICLES = 400

/** A file of invented articles of which no two are alike. */
function aFile(round: number, chance: () => number): { name: string; mimeType: string; buffer: Buffer } {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(0x4e00 + Math.floor(chance() * 8000))).join('')
  const lines = Array.from({ length: ARTICLES }, (_, number) =>
    JSON.stringify({
      id: `kill-${round}-${number}`,
      title: `示例${letters(8)}`,
      newspaper: '示例报',
      paragraphs: [letters(200)],
    }),
  )
  return {
    name: `round-${round}.jsonl`,
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(lines.join('\n')),
  }
}

/** Opens the page anew, so that it does not show what was accepted last. */
async function openImport(page: Page): Promise<void> {
  await page.goto('./#/import')
  await page.reload()
}

/** Gives a file to be read. */
async function give(page: Page, file: ReturnType<typeof aFile>): Promise<void> {
  await openImport(page)
  await page.getByTestId('import-input').setInputFiles(file)
}

/** Gives a file, and waits until it has been read. */
async function bring(page: Page, file: ReturnType<typeof aFile>): Promise<void> {
  await give(page, file)
  await expect(page.getByTestId('import-accept')).toBeVisible({ timeout: 120_000 })
}

/** The number of own batches, once nothing half done is left; fails when there is something between. */
async function heldBatches(page: Page): Promise<number> {
  await open(page)
  let held = -1
  await expect(async () => {
    const { files, batches, counts } = await storedRows(page)
    const { articles, clippings, attachments, restoring } = counts
    expect({ files: files.length, articles, clippings, attachments, restoring }).toEqual({
      files: batches.length + 1,
      articles: bundledArticles.length + batches.length * ARTICLES,
      clippings: batches.length * ARTICLES,
      attachments: 0,
      restoring: 0,
    })
    held = batches.length
  }).toPass({ timeout: 60_000 })
  await expect(page.getByTestId('total')).toHaveAttribute(
    'data-total',
    String(bundledArticles.length + held * ARTICLES),
    { timeout: 60_000 },
  )
  return held
}

const DEEDS = ['accept', 'undo', 'read'] as const

/** What a kill met, by what it left. */
function metBy(deed: (typeof DEEDS)[number], { batches, files }: StoredRows, held: number): Met {
  const accepted = batches.filter(({ state }) => state === 'accepted').length
  // The bundled articles are a file, too.
  const isTidy = files.length === accepted + 1 && batches.length === accepted
  if (deed === 'read') return isTidy ? 'before' : 'midway'
  if (accepted === held) return 'before'
  return isTidy ? 'after' : 'midway'
}

test(`a browser that is killed ${KILLS} times while it brings articles in or undoes it holds all of them or none`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}, info) => {
  test.setTimeout(60_000 + KILLS * 60_000)
  const chance = chances(SEED)
  const tally = aKillTally(Math.ceil(KILLS / DEEDS.length), chance)
  const browser = await aKillableBrowser({ playwright, launchOptions, server, watch })

  try {
    let page = await browser.start()
    let held = await heldBatches(page)
    expect(held).toBe(0)
    /** Does something, and notes how long it takes. */
    const timed = async (deed: (typeof DEEDS)[number], work: () => Promise<void>): Promise<void> => {
      const began = Date.now()
      await work()
      tally.took(deed, Date.now() - began)
    }
    const acceptWhole = (): Promise<void> =>
      timed('accept', async () => {
        await page.getByTestId('import-accept').click()
        await expect(page.getByTestId('import-undo').first()).toBeVisible()
      })
    // Once undisturbed, to know how long it takes.
    await openImport(page)
    await timed('read', async () => {
      await page.getByTestId('import-input').setInputFiles(aFile(0, chance))
      await expect(page.getByTestId('import-accept')).toBeVisible({ timeout: 120_000 })
    })
    await acceptWhole()
    await openImport(page)
    await timed('undo', async () => {
      await page.getByTestId('import-undo').first().click()
      await expect(page.getByTestId('import-undo')).toHaveCount(0)
    })
    held = await heldBatches(page)
    expect(held).toBe(0)

    for (let round = 1; round <= KILLS; round++) {
      const deed = DEEDS[round % DEEDS.length]!
      if (deed === 'undo' && held === 0) {
        await bring(page, aFile(round, chance))
        await acceptWhole()
        held = 1
      }
      if (deed === 'accept') {
        await bring(page, aFile(round, chance))
        await page.getByTestId('import-accept').click()
      } else if (deed === 'read') await give(page, aFile(round, chance))
      else {
        await openImport(page)
        await page.getByTestId('import-undo').first().click()
      }
      const after = tally.next(deed)
      const killed = await browser.killAfter(after)
      page = killed.page
      tally.note(deed, metBy(deed, killed.left, held))
      const now = await heldBatches(page)
      const possible = { accept: [held, held + 1], undo: [held, held - 1], read: [held] }[deed]
      const words = `round ${round}: ${deed}, killed after ${after} ms; ${tally.told()}`
      expect(possible, words).toContain(now)
      held = now
    }
    tally.finish(info, ['read'])
  } finally {
    await browser.end()
  }
})
