import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundledArticles, REFERENCE } from './bundledArticles'
import { expectTotal, open, search } from './archivePage'
import { expect, test } from './fixtures'

test('where the browser refuses its database the app says so, and works in memory', async ({
  playwright,
  launchOptions,
  server,
  watch,
}) => {
  // A profile that lets no site store anything: the browser's own setting, which refuses IndexedDB in the worker too.
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-profile-'))
  await mkdir(join(profile, 'Default'))
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  )
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...launchOptions,
    baseURL: server.address,
    locale: 'zh-CN',
  })
  try {
    watch.observe(context)
    const page = context.pages()[0]!
    await open(page)
    const isRefused = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const request = indexedDB.open('probe')
          request.addEventListener('error', () => resolve(true))
          request.addEventListener('success', () => resolve(false))
        }),
    )
    expect(isRefused).toBe(true)
    await expect(page.getByRole('status').filter({ hasText: '只放在内存里' })).toBeVisible()
    await expectTotal(page, bundledArticles.length)
    await search(page, '基石工程')
    await page.getByTestId('result-title').click()
    await expect(page.getByTestId('article-title')).toHaveText(REFERENCE.title)
    await page.goto('./#/settings')
    await expect(page.getByTestId('storage-status')).toHaveAttribute('data-storage', 'memory')
    await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'false')
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})
