import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { startAppServer } from './appServer'
import { bundledArticles, REFERENCE } from './bundledArticles'
import { expectTotal, open, search, waitUntilOfflineReady } from './archivePage'
import { expect, NETWORK_LINES, test } from './fixtures'

/** What else the browser says when it cannot ask for a newer service worker. */
const SERVICE_WORKER_LINES = /error occurred when fetching the script/

async function expectReferenceFound(page: Page): Promise<void> {
  await search(page, '基石工程')
  await expect(page.getByTestId('result')).toHaveAttribute('data-article-id', REFERENCE.id)
}

test('with the server killed a reload, a deep link and a new tab all search', async ({
  page,
  context,
  server,
  watch,
}) => {
  await open(page)
  await waitUntilOfflineReady(page)
  await server.kill()
  watch.allowMessages(NETWORK_LINES)
  watch.allowMessages(SERVICE_WORKER_LINES)
  await page.reload()
  await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
  await open(page)
  await expectReferenceFound(page)

  const deepLink = await context.newPage()
  await deepLink.goto(`${server.address}#/article/${REFERENCE.id}?q=基石工程`)
  await expect(deepLink.getByTestId('hit').first()).toHaveText('基石工程')
  await deepLink.goto(`${server.address}#/about`)
  await expect(deepLink.getByRole('heading', { name: '怎样检索' })).toBeVisible()

  const other = await context.newPage()
  await open(other)
  await expectTotal(other, bundledArticles.length)
  await expectReferenceFound(other)
})

test('a browser that is started again with the server killed opens and searches', async ({
  playwright,
  launchOptions,
  server,
  watch,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-profile-'))
  const start = async (): Promise<BrowserContext> => {
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.address,
      locale: 'zh-CN',
    })
    watch.observe(context)
    return context
  }
  try {
    const first = await start()
    const page = first.pages()[0]!
    await open(page)
    await expectTotal(page, bundledArticles.length)
    await waitUntilOfflineReady(page)
    await first.close()

    await server.kill()
    watch.allowMessages(NETWORK_LINES)
    watch.allowMessages(SERVICE_WORKER_LINES)
    const second = await start()
    const again = second.pages()[0]!
    await open(again)
    await expectTotal(again, bundledArticles.length)
    await expectReferenceFound(again)
    await second.close()
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('below a path of the host everything works, also without the host', async ({ page, watch }) => {
  const host = await startAppServer({ prefix: '/papers/jianbao/' })
  watch.allowRequests(new RegExp(`^${host.address}`))
  try {
    await page.goto(host.address)
    await expectTotal(page, bundledArticles.length)
    await expectReferenceFound(page)
    await page.goto(`${host.address}#/settings`)
    await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
    expect(host.requests.filter((path) => path.startsWith('/'))).toEqual([])
    await host.kill()
    watch.allowMessages(NETWORK_LINES)
    watch.allowMessages(SERVICE_WORKER_LINES)
    await page.goto('about:blank')
    await page.goto(`${host.address}#/article/${REFERENCE.id}`)
    await expect(page.getByTestId('article-title')).toHaveText(REFERENCE.title)
    await page.goto(`${host.address}#/`)
    await expectReferenceFound(page)
  } finally {
    await host.close()
  }
})

test('a new version waits until the reader asks for it', async ({ page, watch }) => {
  const host = await startAppServer()
  watch.allowRequests(new RegExp(`^${host.address}`))
  try {
    await page.goto(`${host.address}#/settings`)
    await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
    await expect(page.getByTestId('update-ready')).toHaveCount(0)
    const script = await (await page.request.get(`${host.address}serviceWorker.js`)).text()
    await host.write('serviceWorker.js', `${script}\n// a newer one\n`)
    await page.reload()
    await expect(page.getByTestId('update-ready')).toBeVisible()
    const controller = await page.evaluate(() => navigator.serviceWorker.controller?.state)
    expect(controller).toBe('activated')
    await page.evaluate(() => {
      Object.assign(window, { isBeforeUpdate: true })
    })
    await page.getByTestId('update-ready').getByRole('button').first().click()
    await page.waitForFunction(() => !('isBeforeUpdate' in window))
    await expect(page.getByTestId('update-ready')).toHaveCount(0)
    await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
  } finally {
    await host.close()
  }
})

test('no page of the app asks another origin for anything', async ({ page, context, server }) => {
  const asked: string[] = []
  context.on('request', (request) => asked.push(new URL(request.url()).origin))
  await open(page)
  for (const hash of [`#/article/${REFERENCE.id}`, '#/collections', '#/settings', '#/about'])
    await page.goto(`./${hash}`)
  await waitUntilOfflineReady(page)
  expect([...new Set(asked)]).toEqual([new URL(server.address).origin])
})
