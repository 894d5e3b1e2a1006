import type { Page } from '@playwright/test'
import { expectTotal, open } from './archivePage'
import { backup, examine, restored } from './backupPage'
import { bundledArticles, REFERENCE } from './bundledArticles'
import { expect, test } from './fixtures'
import { aKillableBrowser } from './killedBrowser'
import { aKillTally, chances, KILLS, SEED, type Met } from './killTally'
import { aDrawnPage } from './sampleScans'
import { storedRows, type StoredRows } from './storedRows'

/** How many articles each of two people brought in; the one whose backup is restored has more, so that it takes a while. */
const [THEIRS, OWN] = [250, 10]

function aFile(name: string, count: number): { name: string; mimeType: string; buffer: Buffer } {
  // No two are alike: each has characters of its own.
  const own = (number: number): string =>
    Array.from({ length: 60 }, (_, place) =>
      String.fromCharCode(0x4e00 + ((number * 7919 + place * (31 + name.charCodeAt(0))) % 8000)),
    ).join('')
  const lines = Array.from({ length: count }, (_, number) =>
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

/** Brings articles in, and writes a note on an article that everybody has. */
async function fill(page: Page, name: string, count: number): Promise<void> {
  await page.goto('./#/import')
  await page.getByTestId('import-input').setInputFiles(aFile(name, count))
  await page.getByTestId('import-accept').click({ timeout: 120_000 })
  await expect(page.getByTestId('import-undo').first()).toBeVisible()
  await open(page, `#/article/${REFERENCE.id}`)
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=note]').click()
  await page.getByTestId('kept-with-article').getByRole('textbox').fill(`${name}的批注`)
  await page.getByTestId('kept-with-article').getByRole('button', { name: '存' }).click()
  await expect(page.getByTestId('note')).toHaveText(new RegExp(`${name}的批注`))
}

/** Gives the article that is open a scan. */
async function attach(page: Page): Promise<void> {
  await page.reload()
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=scan]').click()
  const scan = { name: '01.png', mimeType: 'image/png', buffer: await aDrawnPage(page) }
  await page.getByTestId('scan-input').setInputFiles(scan)
  await expect(page.getByTestId('scan')).toHaveCount(1)
}

/** What a kill met, by what it left. */
function metBy({ batches, files, counts }: StoredRows, before: number): Met {
  const accepted = batches.filter(({ state }) => state === 'accepted').length
  if (accepted > before) return 'after'
  const isUntouched = batches.length === before && files.length === before + 1 && counts.restoring === 0
  return isUntouched ? 'before' : 'midway'
}

test(`a browser that is killed ${KILLS} times while it restores or merges a backup has all of it or nothing`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}, info) => {
  test.setTimeout(120_000 + KILLS * 60_000)
  const surroundings = { playwright, launchOptions, server, watch }
  const tally = aKillTally(Math.ceil(KILLS / 2), chances(SEED))

  /** A browser whose user has made something: its backup, and copies of it as often as wanted. */
  async function aModel(make: (page: Page) => Promise<void>) {
    const browser = await aKillableBrowser(surroundings)
    const page = await browser.start()
    await open(page)
    await make(page)
    const before = await backup(page)
    return { before, aCopy: await browser.endAsModel(), end: () => browser.end() }
  }
  const author = await aModel(async (page) => {
    await fill(page, '甲', THEIRS)
    await attach(page)
  })
  const theirs = author.before
  const models = {
    restore: await aModel(() => Promise.resolve()),
    merge: await aModel((page) => fill(page, '乙', OWN)),
  }

  /** Restores what is examined, and notes how long it takes. */
  async function restoreWhole(page: Page, deed: string): Promise<void> {
    const began = Date.now()
    await page.getByTestId('restore-accept').click()
    await restored(page)
    tally.took(deed, Date.now() - began)
  }

  try {
    // The first two are not killed, to know how long it takes and what comes of it.
    for (let round = -2; round < KILLS; round++) {
      const deed = round % 2 === 0 ? 'restore' : 'merge'
      const { before, aCopy } = models[deed]
      const [held, articles] = deed === 'merge' ? [1, OWN + THEIRS] : [0, THEIRS]
      const browser = await aCopy()
      try {
        let page = await browser.start()
        expect(await examine(page, theirs)).toBe(true)
        if (round < 0) await restoreWhole(page, deed)
        else {
          await page.getByTestId('restore-accept').click()
          const after = tally.next(deed)
          const killed = await browser.killAfter(after)
          page = killed.page
          const met = metBy(killed.left, held)
          tally.note(deed, met)
          if (met !== 'after') {
            const words = `round ${round}: ${deed}, killed after ${after} ms; ${tally.told()}`
            expect((await backup(page)).equals(before), `something between, ${words}`).toBe(true)
            await expect
              .poll(async () => (await storedRows(page)).counts)
              .toMatchObject({ attachments: 0, restoring: 0 })
            expect(await examine(page, theirs)).toBe(true)
            await restoreWhole(page, deed)
          }
        }
        // All of theirs is here, and all that was here before.
        expect(await examine(page, theirs)).toBe(false)
        if (deed === 'merge') expect(await examine(page, before)).toBe(false)
        else if (round < 0) expect((await backup(page)).equals(theirs)).toBe(true)
        await open(page)
        await expectTotal(page, bundledArticles.length + articles)
      } finally {
        await browser.end()
      }
    }
  } finally {
    for (const { end } of [author, ...Object.values(models)]) await end()
  }
  tally.finish(info, ['restore', 'merge'])
})
