import { bundledArticles } from './bundledArticles'
import { expectTotal, open, search, settled } from './archivePage'
import { expect, test } from './fixtures'

test('the first start tells what it does, and ends with every bundled article', async ({ page, server }) => {
  const release = server.hold(/articles.*\.jsonl/)
  await page.goto('./')
  await expect(page.locator('html')).toHaveAttribute('data-state', 'loading')
  const notice = page.getByRole('status').filter({ has: page.getByRole('progressbar') })
  await expect(notice).toContainText(`0 / ${bundledArticles.length}`)
  release()
  await expectTotal(page, bundledArticles.length)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('region', { name: '从一篇文章读起' })).toBeVisible()
})

test('a second start fetches and indexes nothing', async ({ page, server }) => {
  await open(page)
  // The index is stored when all of it is built; until then the archive says that it is at work.
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(server.requests.filter((path) => path.startsWith('collections/'))).not.toEqual([])
  await page.waitForFunction(async () => {
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {}
    return active?.state === 'activated'
  })
  server.reset()
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('progress')) document.documentElement.dataset['sawProgress'] = 'true'
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expectTotal(page, bundledArticles.length)
  await search(page, '基石工程')
  expect(server.requests.filter((path) => path.startsWith('collections/'))).toEqual([])
  await expect(page.locator('html')).not.toHaveAttribute('data-saw-progress')
})

test('two tabs share one archive', async ({ page, context, server }) => {
  const other = await context.newPage()
  await Promise.all([page.goto('./'), other.goto(server.address)])
  for (const tab of [page, other]) {
    await expectTotal(tab, bundledArticles.length)
    await search(tab, '基石工程')
    await expect(tab.getByTestId('result')).toHaveCount(1)
  }
  const fetched = server.requests.filter((path) => /^collections\/.*\.jsonl/.test(path))
  expect(fetched).toEqual([...new Set(fetched)])
})

test('an index that is still being built does not keep anyone from reading', async ({ page, server }) => {
  const release = server.hold(/articles.*\.jsonl/)
  await page.goto('./#/about')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('./#/')
  release()
  await settled(page)
})

test('a collection that comes with the app and cannot be reached is told, and tried again', async ({
  page,
  server,
  watch,
}) => {
  watch.allowMessages(/Failed to load resource/)
  const manifest = 'collections/bundled/manifest.json'
  const gone = server.lose(manifest)
  await page.goto('./')
  await expect(page.locator('html')).toHaveAttribute('data-state', 'failed')
  const notice = page.getByRole('alert')
  await expect(notice).toContainText(manifest)
  gone()
  await notice.getByRole('button').click()
  await expectTotal(page, bundledArticles.length)
  await expect(notice).toHaveCount(0)
})
