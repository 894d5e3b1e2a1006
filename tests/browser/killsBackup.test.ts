import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectTotal, open } from './archivePage'
import { bundledArticles } from './bundledArticles'
import { aKillableBrowser } from './killedBrowser'
import { expect, test } from './fixtures'

/** How often the browser is killed; `npm run test:kills` asks for more. */
const KILLS = Number(process.env['JIANBAO_KILLS'] ?? 5)
const ARTICLES = 300

function aFile(name: string): { name: string; mimeType: string; buffer: Buffer } {
  // No two are alike: each has characters of its own.
  const own = (number: number): string =>
    Array.from({ length: 60 }, (_, place) =>
      String.fromCharCode(0x4e00 + ((number * 7919 + place * (31 + name.length)) % 8000)),
    ).join('')
  const lines = Array.from({ length: ARTICLES }, (_, number) =>
    JSON.stringify({
      id: `${name}-${number}`,
      title: `${name}${own(number).slice(0, 8)}`,
      newspaper: '示例报',
      paragraphs: [own(number)],
    }),
  )
  const buffer = Buffer.from(lines.join('\n'))
  return { name: `${name}.jsonl`, mimeType: 'application/x-ndjson', buffer }
}

/** Opens the page anew, so that nothing of before is shown. */
async function openBackup(page: Page): Promise<void> {
  await page.goto('./#/backup')
  await page.reload()
  await expect(page.getByTestId('backup-download')).toBeEnabled()
}

/** Brings articles in, and writes a note on the first. */
async function fill(page: Page, name: string): Promise<void> {
  await page.goto('./#/import')
  await page.getByTestId('import-input').setInputFiles(aFile(name))
  await page.getByTestId('import-accept').click()
  await expect(page.getByTestId('import-undo').first()).toBeVisible()
  await open(page, `#/article/${name}-0`)
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=note]').click()
  await page.getByTestId('kept-with-article').getByRole('textbox').fill(`${name}的批注`)
  await page.getByTestId('kept-with-article').getByRole('button', { name: '存' }).click()
  await expect(page.getByTestId('note')).toHaveText(new RegExp(`${name}的批注`))
}

/** The backup of what is here, without the reader's own choices. */
async function backup(page: Page): Promise<Buffer> {
  await openBackup(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('backup-download').click(),
  ])
  return readFile(await download.path())
}

/** Gives a backup to be examined; says whether restoring it would change anything. */
async function examine(page: Page, buffer: Buffer): Promise<boolean> {
  await openBackup(page)
  const file = { name: 'backup.gz', mimeType: 'application/gzip', buffer }
  await page.getByTestId('restore-input').setInputFiles(file)
  await expect(page.getByTestId('restore-preview')).toBeVisible()
  return (await page.getByTestId('restore-nothing').count()) === 0
}

async function beginRestore(page: Page, buffer: Buffer): Promise<void> {
  expect(await examine(page, buffer)).toBe(true)
  await page.getByTestId('restore-accept').click()
}

async function restored(page: Page): Promise<void> {
  await expect(page.getByTestId('restored')).toBeVisible({ timeout: 60_000 })
}

test(`a browser that is killed ${KILLS} times while it restores or merges a backup has all of it or nothing`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}) => {
  test.setTimeout(120_000 + KILLS * 40_000)
  const launch = async (profile: string) => {
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.address,
      locale: 'zh-CN',
    })
    watch.observe(context)
    return context
  }
  const [one, other] = [await aKillableBrowser(launch), await aKillableBrowser(launch)]
  try {
    const author = await one.start()
    await open(author)
    await fill(author, '甲')
    const theirs = await backup(author)
    await one.end()

    let page = await other.start()
    await open(page)
    const empty = await backup(page)
    // Once undisturbed, to know how long it takes and what comes of it.
    await beginRestore(page, theirs)
    const began = Date.now()
    await restored(page)
    const usual = Date.now() - began
    expect(await backup(page)).toEqual(theirs)
    await other.end()

    const outcomes: Record<string, number> = {}
    for (let round = 0; round < KILLS; round++) {
      const fresh = await aKillableBrowser(launch)
      try {
        page = await fresh.start()
        await open(page)
        const isMerge = round % 2 === 1
        if (isMerge) await fill(page, '乙')
        const before = isMerge ? await backup(page) : empty
        await beginRestore(page, theirs)
        page = await fresh.killAfter((usual * (round + 0.5)) / KILLS)
        await open(page)
        const now = await backup(page)
        const isBefore = await examine(page, theirs)
        if (isBefore) {
          expect(now.equals(before), `round ${round}: something between`).toBe(true)
          await page.getByTestId('restore-accept').click()
          await restored(page)
        } else if (!isMerge) expect(now.equals(theirs), `round ${round}: something else`).toBe(true)
        await open(page)
        const own = isMerge ? 2 * ARTICLES : ARTICLES
        await expectTotal(page, bundledArticles.length + own)
        const outcome = `${isMerge ? 'merge' : 'restore'}: ${isBefore ? 'before' : 'after'}`
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      } finally {
        await fresh.end()
      }
    }
    test.info().annotations.push({ type: 'kills', description: JSON.stringify({ usual, outcomes }) })
    console.log('kills', JSON.stringify({ usual, outcomes }))
  } finally {
    await one.end()
    await other.end()
  }
})
