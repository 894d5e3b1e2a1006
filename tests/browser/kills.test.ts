import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { open } from './archivePage'
import { bundledArticles } from './bundledArticles'
import { expect, test } from './fixtures'

/** How often the browser is killed; `npm run test:kills` asks for more. */
const KILLS = Number(process.env['JIANBAO_KILLS'] ?? 5)
const SEED = Number(process.env['JIANBAO_SEED'] ?? Date.now() % 1_000_000)
const ARTICLES = 400

/** Numbers by chance from 0 to below 1, the same for one seed (mulberry32, public domain). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

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

/** What the database holds, by table. */
function tableCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('jianbao')
      // Before the app has made it there is none, and this is not to make one.
      request.addEventListener('upgradeneeded', () => request.transaction?.abort())
      request.onsuccess = () => resolve(request.result)
      request.addEventListener('error', () => reject(new Error('it cannot be opened')))
    })
    const tables = ['articles', 'files', 'batches', 'clippings', 'attachments']
    const stores = tables.filter((table) => database.objectStoreNames.contains(table))
    const counts = await Promise.all(
      stores.map(
        (table) =>
          new Promise<[string, number]>((resolve) => {
            const request = database.transaction(table).objectStore(table).count()
            request.onsuccess = () => resolve([table, request.result])
          }),
      ),
    )
    database.close()
    return Object.fromEntries(counts)
  })
}

/** Kills the browser of a profile as a crash would; Chromium writes its number into the profile. */
async function killBrowser(profile: string): Promise<void> {
  const browser = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1))
  process.kill(browser, 'SIGKILL')
}

/** Opens the page anew, so that it does not show what was accepted last. */
async function openImport(page: Page): Promise<void> {
  await page.goto('./#/import')
  await page.reload()
}

async function bring(page: Page, file: ReturnType<typeof aFile>): Promise<void> {
  await openImport(page)
  await page.getByTestId('import-input').setInputFiles(file)
}

/** Takes the last batch out again, by the list of what was brought. */
async function beginUndo(page: Page): Promise<void> {
  await page.getByTestId('import-undo').first().click()
}

test(`a browser that is killed ${KILLS} times while it brings articles in or undoes it holds all of them or none`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}) => {
  test.setTimeout(60_000 + KILLS * 60_000)
  const chance = chances(SEED)
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-killed-'))
  let context: BrowserContext | null = null

  const start = async (): Promise<Page> => {
    context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.address,
      locale: 'zh-CN',
    })
    watch.observe(context)
    return context.pages()[0]!
  }

  /** Kills it after a while, and starts it again once the browser is gone. */
  const killAfter = async (milliseconds: number): Promise<Page> => {
    const killed = context!
    const gone = new Promise<void>((resolve) => {
      killed.on('close', () => resolve())
    })
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })
    await killBrowser(profile)
    await gone
    return start()
  }

  /** The number of own batches, once nothing half done is left; fails when there is something between. */
  const heldBatches = async (page: Page): Promise<number> => {
    await open(page)
    let held = -1
    await expect(async () => {
      const { articles = 0, files, batches = 0, clippings, attachments } = await tableCounts(page)
      expect({ files, clippings, attachments, articles }).toEqual({
        files: batches + 1,
        clippings: batches * ARTICLES,
        attachments: 0,
        articles: bundledArticles.length + batches * ARTICLES,
      })
      held = batches
    }).toPass({ timeout: 60_000 })
    await expect(page.getByTestId('total')).toHaveAttribute(
      'data-total',
      String(bundledArticles.length + held * ARTICLES),
      { timeout: 60_000 },
    )
    return held
  }

  try {
    let page = await start()
    let held = await heldBatches(page)
    expect(held).toBe(0)
    // Once undisturbed, to know how long it takes.
    await bring(page, aFile(0, chance))
    await expect(page.getByTestId('import-accept')).toBeVisible()
    const began = Date.now()
    await page.getByTestId('import-accept').click()
    await expect(page.getByTestId('import-undo').first()).toBeVisible()
    const usual = Date.now() - began
    held = await heldBatches(page)
    expect(held).toBe(1)

    const outcomes: Record<string, number> = {}
    for (let round = 1; round <= KILLS; round++) {
      const act = (['accept', 'undo', 'read'] as const)[Math.floor(chance() * 2.5)]!
      // Most of what matters happens soon.
      const after = Math.floor(chance() ** 5 * 1.3 * usual)
      if (act !== 'undo') {
        await bring(page, aFile(round, chance))
        if (act === 'accept') await page.getByTestId('import-accept').click()
      } else {
        if (held === 0) {
          await bring(page, aFile(round, chance))
          await page.getByTestId('import-accept').click()
          await expect(page.getByTestId('import-undo').first()).toBeVisible()
          held = 1
        }
        await openImport(page)
        await beginUndo(page)
      }
      page = await killAfter(after)
      const now = await heldBatches(page)
      const possible = { accept: [held, held + 1], undo: [held, held - 1], read: [held] }[act]
      expect(possible, `round ${round} of seed ${SEED}: ${act}, killed after ${after} ms`).toContain(now)
      const outcome = `${act}: ${now === held ? 'before' : 'after'}`
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      held = now
    }
    test
      .info()
      .annotations.push({ type: 'kills', description: JSON.stringify({ seed: SEED, usual, outcomes }) })
    console.log('kills', JSON.stringify({ seed: SEED, usual, outcomes }))
    await context!.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
