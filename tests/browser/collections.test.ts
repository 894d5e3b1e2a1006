import type { Page } from '@playwright/test'
import { articles } from '../unit/builders/aCollection'
import { startAppServer } from './appServer'
import { bundledArticles } from './bundledArticles'
import { expectTotal, open, openSearch, search } from './archivePage'
import { expect, test } from './fixtures'
import { putCollection } from './sampleCollections'

async function look(page: Page, address: string): Promise<void> {
  await page.goto('./#/collections')
  await page.getByLabel('文库的网址').fill(address)
  await page.getByRole('button', { name: '查看' }).click()
}

test('a collection is looked at, taken in and found; its problems are named', async ({ page, server }) => {
  const [first, second] = articles('样本', 2)
  await putCollection(server, 'flawed', {
    title: '有缺点的文库',
    files: {
      'articles-1.jsonl': [first!, { paragraphs: ['没有标题的一段。'] }, second!, { title: '只有标题' }],
    },
  })
  await open(page)
  await look(page, 'samples/flawed')
  const offer = page.getByTestId('collection-offer')
  await expect(offer).toContainText('有缺点的文库')
  expect(server.requests.some((path) => /samples\/flawed\/.*jsonl/.test(path))).toBe(false)
  await page.getByTestId('collection-accept').click()
  const card = page.getByRole('article').filter({ hasText: '有缺点的文库' })
  await card.getByText('2 处问题').click()
  await expect(card).toContainText('articles-1.jsonl 第 2 行')
  await expect(card).toContainText('没有标题')
  await expect(card).toContainText('没有正文')
  await card.getByRole('link', { name: '看它的文章' }).click()
  await expectTotal(page, 2)
  await search(page, '第2次会议')
  await expectTotal(page, 1)
})

test('a file with a wrong hash is left out and named, the intact ones are kept, and trying again completes them', async ({
  page,
  server,
}) => {
  const { content } = await putCollection(server, 'damaged', {
    title: '损坏的文库',
    files: { 'articles-1.jsonl': articles('甲', 3), 'articles-2.jsonl': articles('乙', 4) },
  })
  const path = 'samples/damaged/articles-2.jsonl'
  const intact = content.get(path)!
  await server.write(path, new TextDecoder().decode(intact).replace('第1次', '第9次'))
  await open(page)
  await look(page, 'samples/damaged')
  await page.getByTestId('collection-accept').click()
  const card = page.getByRole('article').filter({ hasText: '损坏的文库' })
  await expect(card).toContainText('缺 1 个文件')
  await expect(page.getByRole('alert').first()).toContainText('articles-2.jsonl')
  await openSearch(page, { collection: ['damaged'] })
  await expectTotal(page, 3)
  await openSearch(page, { q: '基石工程' })
  await expectTotal(page, 1)

  await server.write(path, intact)
  await page.goto('./#/collections')
  server.reset()
  await card.getByRole('button', { name: '补全' }).click()
  await expect(card).not.toContainText('缺 1 个文件')
  await expect(card).toContainText('7 篇')
  expect(server.requests.filter((asked) => /samples\/damaged\/.*jsonl/.test(asked))).toEqual([path])
  await openSearch(page, { collection: ['damaged'] })
  await expectTotal(page, 7)
})

test('a take-in that was cut off goes on at the next start, and asks only for what is missing', async ({
  page,
  context,
  server,
}) => {
  await putCollection(server, 'halved', {
    title: '收了一半的文库',
    files: { 'articles-1.jsonl': articles('辛', 3), 'articles-2.jsonl': articles('壬', 4) },
  })
  await open(page)
  await look(page, 'samples/halved')
  server.hold(/halved\/articles-2/)
  await page.getByTestId('collection-accept').click()
  await expect(page.getByTestId('collection-offer').getByRole('status')).toContainText('3 / 7')
  await page.close()
  // What is held back must not come through to a page that is still going away.
  await server.kill()
  server.reset()
  await server.restart()
  const next = await context.newPage()
  await open(next)
  await next.goto('./#/collections')
  await expect(next.getByRole('article').filter({ hasText: '收了一半的文库' })).toContainText('7 篇')
  // A browser asks once more by itself where the connection was cut.
  const asked = new Set(server.requests.filter((path) => path.endsWith('.jsonl')))
  expect([...asked]).toEqual(['samples/halved/articles-2.jsonl'])
  await openSearch(next, { collection: ['halved'] })
  await expectTotal(next, 7)
})

test('whatever is wrong with a collection is told, and the rest goes on working', async ({
  page,
  server,
  watch,
}) => {
  watch.allowMessages(/Failed to load resource/)
  const { manifest } = await putCollection(server, 'whole', {
    files: { 'articles-1.jsonl': articles('丙', 1) },
  })
  await server.write('samples/broken/manifest.json', '{ "format": "jianbao-collection", ')
  await server.write('samples/wrong/manifest.json', JSON.stringify({ ...manifest, files: 'none' }))
  await server.write(
    'samples/escaping/manifest.json',
    JSON.stringify({
      ...manifest,
      files: manifest.files.map((file) => ({ ...file, path: '../../index.html' })),
    }),
  )
  await server.write('samples/newer/manifest.json', JSON.stringify({ ...manifest, version: 99 }))
  await open(page)
  const alert = page.getByRole('alert')
  const cases = [
    ['samples/broken', '写得不对'],
    ['samples/wrong', 'files'],
    ['samples/escaping', 'path'],
    ['samples/newer', '99'],
    ['samples/nowhere', '取不到'],
    ['http://127.0.0.1:9/', '取不到'],
    ['ftp://example.org/', '不是可用的网址'],
    ['http://[', '不是可用的网址'],
  ] as const
  watch.allowMessages(/ERR_UNSAFE_PORT|ERR_CONNECTION/)
  watch.allowRequests(/^http:\/\/127\.0\.0\.1:9\//)
  for (const [address, words] of cases) {
    await look(page, address)
    await expect(alert).toContainText(words)
    await expect(page.getByTestId('collection-offer')).toHaveCount(0)
    await page.goto('./#/')
  }
  await expectTotal(page, bundledArticles.length)
})

test('another origin is asked only when the reader says so, and needs the permission of its host', async ({
  page,
  watch,
}) => {
  const permitting = await startAppServer({ headers: { 'Access-Control-Allow-Origin': '*' } })
  const closed = await startAppServer()
  try {
    for (const host of [permitting, closed]) {
      await putCollection(host, 'foreign', { title: '外面的文库', files: { 'a.jsonl': articles('丁', 2) } })
    }
    await open(page)
    watch.allowRequests(new RegExp(`^${permitting.address}samples/foreign/`))
    await look(page, `${permitting.address}samples/foreign/`)
    await page.getByTestId('collection-accept').click()
    await expect(page.getByRole('status').filter({ hasText: '已收下《外面的文库》' })).toBeVisible()
    expect([...new Set(permitting.requests)].sort()).toEqual([
      'samples/foreign/a.jsonl',
      'samples/foreign/manifest.json',
    ])
    await openSearch(page, { collection: ['foreign'] })
    await expectTotal(page, 2)

    watch.allowMessages(/CORS|Failed to load resource/)
    watch.allowRequests(new RegExp(`^${closed.address}samples/foreign/`))
    await look(page, `${closed.address}samples/foreign/`)
    await expect(page.getByRole('alert')).toContainText('CORS')
  } finally {
    await permitting.close()
    await closed.close()
  }
})

test('a newer revision is offered as an update, and the same one is not', async ({ page, server }) => {
  await putCollection(server, 'growing', { title: '增长的文库', files: { 'a.jsonl': articles('戊', 2) } })
  await open(page)
  await look(page, 'samples/growing')
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
  await look(page, 'samples/growing')
  await expect(page.getByTestId('collection-offer')).toContainText('不必再收')
  await expect(page.getByTestId('collection-accept')).toHaveCount(0)
  await putCollection(server, 'growing', {
    title: '增长的文库',
    revision: 2,
    files: { 'a.jsonl': articles('戊', 2), 'b.jsonl': articles('己', 3) },
  })
  server.reset()
  await look(page, 'samples/growing')
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('article').filter({ hasText: '增长的文库' })).toContainText('5 篇')
  expect(server.requests.filter((path) => path.endsWith('.jsonl'))).toEqual(['samples/growing/b.jsonl'])
  await openSearch(page, { collection: ['growing'] })
  await expectTotal(page, 5)
})

test('hostile and unwieldy text is shown as text, and nothing runs over the page', async ({
  page,
  server,
}) => {
  const hostile = '<script>window.hit=1</script><img src=x onerror="window.hit=1">{{ 7 * 7 }}'
  const [model] = articles('庚', 1)
  await putCollection(server, 'hostile', {
    title: hostile,
    files: {
      'a.jsonl': [
        {
          ...model!,
          id: 'a/b?c#d%2F "<i>"',
          title: `${hostile}很长${'长'.repeat(300)}`,
          kicker: '\u202e反着写\u202c',
          subtitle: 'W'.repeat(400),
          newspaper: '<b>示例</b>报',
          category: ['a/b', '<u>类</u>', '%2F'],
          tags: ['"><svg onload=alert(1)>'],
          authors: ['<em>某人</em>'],
          people: [
            { name: `张示例${'例'.repeat(60)}`, offices: [hostile, 'x'.repeat(300)] },
            { name: '<s>李样本</s>', offices: [] },
          ],
          paragraphs: [
            hostile,
            `${'x'.repeat(3000)} 危险词`,
            ...Array.from({ length: 300 }, (_, number) => `第${number}段，${'字'.repeat(200)}危险词。`),
          ],
          rights: '<a href="javascript:alert(1)">rights</a>',
        },
      ],
    },
  })
  await open(page)
  await look(page, 'samples/hostile')
  await expect(page.getByTestId('collection-offer').getByRole('heading')).toHaveText(hostile)
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
  for (const width of [1440, 800, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await openSearch(page, { collection: ['hostile'], q: '危险词' })
    await expectTotal(page, 1)
    expect(await overflow(page), `results at ${width}`).toBeLessThanOrEqual(0)
    await page.getByTestId('result-title').click()
    await expect(page.getByTestId('article-title')).toContainText('<script>window.hit=1</script>')
    await expect(page.getByTestId('article-body')).toContainText('{{ 7 * 7 }}')
    await expect(page.getByTestId('hit')).toHaveCount(301)
    expect(await overflow(page), `article at ${width}`).toBeLessThanOrEqual(0)
    expect(
      await page.locator('#article').evaluate((room) => room.scrollWidth - room.clientWidth),
    ).toBeLessThanOrEqual(0)
  }
  await expect(page.getByTestId('article-body').locator('script, img, svg')).toHaveCount(0)
  expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined()
  await page.reload()
  await expect(page.getByTestId('article-title')).toContainText('很长')
})

/** How far the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)
}
