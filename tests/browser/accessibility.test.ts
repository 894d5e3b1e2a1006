import type { Page } from '@playwright/test'
import { articles } from '../unit/builders/aCollection'
import type { AppServer } from './appServer'
import { REFERENCE } from './bundledArticles'
import { open, settled } from './archivePage'
import { expect, test } from './fixtures'
import { copiedPage, giveFiles, giveText } from './importPage'
import { overflowsOf, violationsOfStates, type PageState } from './pageStates'
import { putCollection } from './sampleCollections'

const STATES: readonly PageState[] = [
  { name: 'home', hash: '#/', sign: (page) => page.locator('.welcome') },
  {
    name: 'results',
    hash: '#/?q=航天&person=景海鹏&from=2012',
    sign: (page) => page.getByTestId('query-notice'),
  },
  {
    name: 'article',
    hash: `#/article/${REFERENCE.id}?q=基石工程`,
    sign: (page) => page.getByTestId('hit').first(),
  },
  {
    name: 'no article',
    hash: '#/article/none',
    sign: (page) => page.getByRole('heading', { name: '没有这篇文章' }),
  },
  { name: 'no hits', hash: '#/?q=没有这样的话&tag=无', sign: (page) => page.locator('.no-hits') },
  {
    name: 'a collection on offer',
    hash: '#/collections?add=samples/offered',
    sign: (page) => page.getByTestId('collection-offer'),
  },
  { name: 'a failure', hash: '#/collections?add=ftp:x', sign: (page) => page.getByRole('alert') },
  { name: 'backup', hash: '#/backup', sign: (page) => page.getByTestId('backup-download') },
  { name: 'more pages', hash: '#/more', sign: (page) => page.getByRole('heading', { name: '更多' }) },
  { name: 'settings', hash: '#/settings', sign: (page) => page.getByTestId('storage-status') },
  { name: 'guide', hash: '#/about', sign: (page) => page.locator('table') },
  { name: 'missing page', hash: '#/none', sign: (page) => page.getByRole('link', { name: '回到检索' }) },
]

/** What a batch may hold: a doubtful row, two that are alike, a table and what cannot be read. */
async function giveEverything(page: Page): Promise<void> {
  const paragraphs = ['示例县昨天召开春耕会议。', '县长张示例主持会议，部署了今年的各项工作。']
  const rows = [
    { title: '春耕会议', newspaper: '示例日报', doubtful: ['newspaper', 'issueDate'], paragraphs },
    { title: '春耕会议召开', newspaper: '示例晚报', issueDate: '2012-07-01', page: '01', paragraphs },
  ]
  await giveFiles(page, [
    { name: 'a.jsonl', content: `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{坏的` },
    { name: '目录.csv', content: '标题,某一天,正文\n示例县开会,2012-07-01,会议昨天召开。' },
  ])
  for (const summary of await page.locator('summary').all()) await summary.click()
}

/** The import page from the first to the last; each state goes on from the one before. */
const IMPORT_STATES: readonly PageState[] = [
  { name: 'import', hash: '#/import', sign: (page) => page.getByTestId('import-text') },
  {
    name: 'import, checking',
    hash: '#/import',
    sign: (page) => page.getByTestId('import-problem').first(),
    act: giveEverything,
  },
  {
    name: 'import, a doubtful row',
    hash: '#/import?view=doubtful&row=1',
    sign: (page) => page.getByRole('button', { name: '确认报纸' }),
  },
  {
    name: 'import, compared rows',
    hash: '#/import?view=alike&row=2',
    sign: (page) => page.locator('.comparison'),
  },
  {
    name: 'import, done',
    hash: '#/import',
    sign: (page) => page.getByTestId('import-undo'),
    act: (page) => page.getByTestId('import-accept').click(),
  },
  {
    name: 'import, what came in',
    hash: '#/import',
    sign: (page) => page.getByRole('heading', { name: '收录记录' }),
    act: async (page) => {
      await page.getByRole('button', { name: '再收录一批' }).click()
      await giveText(page, copiedPage('春耕示范田开犁'))
      await page.getByTestId('import-accept').click()
      await page.getByRole('button', { name: '再收录一批' }).click()
    },
  },
]

const SHORTCUTS: PageState = {
  name: 'shortcuts',
  hash: '#/',
  sign: (page) => page.getByRole('dialog'),
  act: (page) => page.keyboard.press('?'),
  leave: (page) => page.keyboard.press('Escape'),
}

const FILTER_SHEET: PageState = {
  name: 'filter sheet',
  hash: '#/?person=景海鹏',
  sign: (page) => page.getByRole('dialog').getByTestId('facet-year'),
  act: (page) => page.getByRole('button', { name: '筛选 1', exact: true }).click(),
  leave: (page) => page.keyboard.press('Escape'),
}

async function offerCollection(server: AppServer): Promise<void> {
  await putCollection(server, 'offered', { title: '待收的文库', files: { 'a.jsonl': articles('甲', 2) } })
}

test('no page has an axe violation on a wide screen, in either theme', async ({ page, server }) => {
  await offerCollection(server)
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await violationsOfStates(page, [...STATES, SHORTCUTS, ...IMPORT_STATES])).toEqual([])
})

test('no page has an axe violation on a phone, in either theme', async ({ page, server }) => {
  await offerCollection(server)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await violationsOfStates(page, [...STATES, FILTER_SHEET, ...IMPORT_STATES])).toEqual([])
})

test('in English and on a tablet no page has an axe violation either', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 1100 })
  await page.addInitScript(() => {
    localStorage.setItem('jianbao-preferences', JSON.stringify({ language: 'en' }))
  })
  const inAnyLanguage = new Set(['home', 'results', 'article', 'settings', 'guide'])
  const states = STATES.filter(({ name }) => inAnyLanguage.has(name))
  expect(await violationsOfStates(page, states)).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('on a phone the number of results, their order and the tools stand on one line, in English too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.addInitScript(() => {
    localStorage.setItem('jianbao-preferences', JSON.stringify({ language: 'en' }))
  })
  await open(page, '#/?q=航天')
  const middles = await Promise.all(
    ['total', 'sort', 'select-results', 'export-results', 'save-search'].map(async (id) => {
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 })
      const { y, height } = (await page.getByTestId(id).boundingBox())!
      return y + height / 2
    }),
  )
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12)
})

test('a page that one comes to first and that does not search is not busy', async ({ page }) => {
  await page.goto('./#/settings')
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready')
  await expect(page.locator('html')).toHaveAttribute('data-busy', 'false')
})

test('nothing runs over the side, from a small phone over 200 % zoom to a wide screen', async ({
  page,
  server,
}) => {
  await offerCollection(server)
  await open(page)
  const sizes = [
    [320, 640],
    [390, 844],
    [640, 400],
    [720, 900],
    [1024, 700],
    [1280, 800],
    [2200, 1200],
  ] as const
  expect(await overflowsOf(page, [...STATES, IMPORT_STATES[0]!], sizes)).toEqual([])
})

test('at 200 % zoom one searches, filters and reads', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await open(page, '#/?q=航天')
  await expect(page.getByTestId('search-box')).toBeInViewport()
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByTestId('facet-year').locator('[data-value="2016"]').click()
  await sheet.getByRole('button', { name: /^看 \d+ 篇$/ }).click()
  await expect(sheet).toHaveCount(0)
  await settled(page)
  await page.getByTestId('result-title').first().click()
  await expect(page.getByTestId('article-title')).toBeInViewport()
  await page.getByRole('link', { name: '返回结果' }).click()
  await expect(page.getByTestId('result').first()).toBeVisible()
})

test('whoever asks for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#/?q=航天')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  const moving = await page.evaluate(() => {
    const seconds = (times: string): number =>
      Math.max(...times.split(',').map((time) => Number.parseFloat(time)))
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element)
        return (
          seconds(transitionDuration) > 0.01 ||
          seconds(animationDuration) > 0.01 ||
          scrollBehavior === 'smooth'
        )
      })
      .map((element) => element.className)
  })
  expect(moving).toEqual([])
})
