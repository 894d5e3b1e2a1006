import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { articles } from '../unit/builders/aCollection'
import { bundledArticles } from './bundledArticles'
import { expectTotal, open, openSearch, waitUntilOfflineReady } from './archivePage'
import { expect, NETWORK_LINES, test } from './fixtures'
import { packSamples, putCollection } from './sampleCollections'

/** What the browser says when it cannot ask for a newer service worker, or for the icon of a page. */
const SERVICE_WORKER_LINES = /error occurred when fetching the script|icons\/icon\.svg|favicon\.ico/

const TITLE = '示例文库'
const SAMPLES = 40

function cardOf(page: Page, title = TITLE): Locator {
  return page.getByRole('article').filter({ hasText: title })
}

async function openCollections(page: Page): Promise<void> {
  await page.goto('./#/collections')
  await expect(page.getByLabel('文库的网址')).toBeVisible()
}

/** Takes in what is offered, and waits until it is there. */
async function accept(page: Page): Promise<void> {
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
}

async function takeInFrom(page: Page, address: string): Promise<void> {
  await openCollections(page)
  await page.getByLabel('文库的网址').fill(address)
  await page.getByRole('button', { name: '查看' }).click()
  await accept(page)
}

/** Verifies the collection, and gives the words that it ends with. */
async function verify(page: Page): Promise<Locator> {
  await openCollections(page)
  await page.getByRole('button', { name: `核对《${TITLE}》的每个文件是否完整` }).click()
  const outcome = cardOf(page).locator('.care [role=status]')
  await expect(outcome).toContainText(/核对完毕|缺了文章/)
  return outcome
}

/** Starts the app by what the browser has kept of it, so that it needs no network. */
async function openKept(page: Page): Promise<void> {
  await open(page)
  await waitUntilOfflineReady(page)
  await page.reload()
  await expect(page.getByTestId('offline-ready')).toBeVisible()
  await open(page)
}

/** The folder of a packed collection as a ZIP, in a folder of its own. */
async function zipped(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name)
        return [`on a stick/${path.slice(folder.length + 1)}`, new Uint8Array(await readFile(path))] as const
      }),
  )
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }))
}

for (const kind of ['ZIP', 'folder'] as const) {
  test(`a collection in a ${kind} is taken in, verified and kept without any network`, async ({
    page,
    context,
    server,
    watch,
  }) => {
    await packSamples(server, 'carried', SAMPLES)
    const folder = join(server.folder, 'samples', 'carried')
    const zip = await zipped(folder)
    await openKept(page)
    await openCollections(page)
    await server.kill()
    await context.setOffline(true)
    watch.allowMessages(NETWORK_LINES)
    watch.allowMessages(SERVICE_WORKER_LINES)
    if (kind === 'folder') await page.getByTestId('collection-folder').setInputFiles(folder)
    else
      await page
        .getByTestId('collection-zip')
        .setInputFiles({ name: 'carried.zip', mimeType: 'application/zip', buffer: zip })
    const offer = page.getByTestId('collection-offer')
    await expect(offer).toContainText(`${SAMPLES} 篇`)
    await expect(offer).toContainText(kind === 'ZIP' ? 'carried.zip' : 'carried')
    await accept(page)
    await openSearch(page, { q: '示例第7号通讯' })
    await expectTotal(page, 1)
    await expect(await verify(page)).toContainText(`1 个文件、${SAMPLES} 篇，与目录里的校验值一致`)
    // Nobody is asked about what came as files.
    await expect(page.getByRole('button', { name: '检查更新' })).toHaveCount(0)
    await page.reload()
    await expect(cardOf(page)).toBeVisible()
    await openSearch(page, { collection: ['carried'] })
    await expectTotal(page, SAMPLES)
  })
}

test('an update is found when it is asked for, told by a sign, and only what changed is fetched', async ({
  page,
  server,
}) => {
  const [first, second] = [articles('甲', 3), articles('乙', 2)]
  await putCollection(server, 'followed', { title: TITLE, files: { 'a.jsonl': first, 'b.jsonl': second } })
  await open(page)
  await takeInFrom(page, 'samples/followed')
  const askingButton = page.getByRole('button', { name: '检查更新' })
  await askingButton.click()
  await expect(page.getByRole('status').filter({ hasText: '都是最新的版本' })).toContainText('上次检查')
  await expect(page.locator('.has-news')).toHaveCount(0)

  await putCollection(server, 'followed', {
    title: TITLE,
    revision: 2,
    files: { 'a.jsonl': first, 'b2.jsonl': [...second, ...articles('丙', 1)] },
  })
  server.reset()
  await askingButton.click()
  await expect(cardOf(page)).toContainText('有新版本 2：只取变了的 1 个文件')
  expect(server.requests.filter((path) => path.startsWith('samples/'))).toEqual([
    'samples/followed/manifest.json',
  ])
  await expect(page.locator('.has-news')).toContainText('文库有新版本')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.app-tabs .has-news')).toContainText('更多')
  await page.setViewportSize({ width: 1280, height: 800 })
  // It is remembered, without asking again.
  await page.reload()
  await expect(cardOf(page)).toContainText('有新版本 2')
  server.reset()
  await page.getByRole('button', { name: '看看新版本' }).click()
  await accept(page)
  expect(server.requests.filter((path) => path.endsWith('.jsonl'))).toEqual(['samples/followed/b2.jsonl'])
  await expect(cardOf(page)).not.toContainText('有新版本')
  await expect(page.locator('.has-news')).toHaveCount(0)
  await openSearch(page, { collection: ['followed'] })
  await expectTotal(page, 6)
})

test('articles that were lost on the device are found missing, and that file alone is fetched again', async ({
  page,
  server,
}) => {
  await putCollection(server, 'held', {
    title: TITLE,
    files: { 'a.jsonl': articles('甲', 30), 'b.jsonl': articles('乙', 4) },
  })
  await open(page)
  await takeInFrom(page, 'samples/held')
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('jianbao')
        opening.addEventListener('error', () => reject(new Error('the database cannot be opened')))
        opening.onsuccess = () => {
          const rows = opening.result.transaction('articles', 'readwrite').objectStore('articles')
          const finding = rows.index('article.id').getKey(id)
          finding.onsuccess = () => {
            rows.delete(finding.result!).onsuccess = () => {
              opening.result.close()
              resolve()
            }
          }
        }
      }),
    '甲-7',
  )
  const outcome = await verify(page)
  await expect(outcome).toContainText('1 个文件缺了文章：a.jsonl')
  server.reset()
  await outcome.getByRole('button', { name: '丢开损坏的文件，重新取' }).click()
  await expect
    .poll(() => server.requests.filter((path) => path.endsWith('.jsonl')))
    .toEqual(['samples/held/a.jsonl'])
  await expect(page.getByRole('button', { name: '选择 ZIP' })).toBeEnabled()
  await expect(await verify(page)).toContainText('2 个文件、34 篇，与目录里的校验值一致')
  await openSearch(page, { collection: ['held'], q: '第7次会议' })
  await expectTotal(page, 1)
})

test('a collection is removed after its numbers were said; what the user made stays', async ({
  page,
  server,
}) => {
  await putCollection(server, 'leaving', { title: TITLE, files: { 'a.jsonl': articles('甲', 12) } })
  await open(page)
  await takeInFrom(page, 'samples/leaving')
  await page.goto('./#/article/甲-3')
  await page.getByTestId('bookmark').click()
  await openCollections(page)
  const remove = page.getByRole('button', { name: `删除《${TITLE}》` })
  await remove.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('12 篇文章')
  await expect(dialog).toContainText('其中 1 篇有您的')
  await dialog.getByRole('button', { name: '取消' }).click()
  await expect(dialog).toHaveCount(0)
  await openSearch(page, { collection: ['leaving'] })
  await expectTotal(page, 12)

  await openCollections(page)
  await remove.click()
  await dialog.getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('status').filter({ hasText: `已删除《${TITLE}》` })).toBeVisible()
  await expect(cardOf(page)).toHaveCount(0)
  await open(page)
  await expectTotal(page, bundledArticles.length)
  await takeInFrom(page, 'samples/leaving')
  await page.goto('./#/kept')
  await expect(page.getByTestId('kept-article')).toContainText('甲-3')
})
