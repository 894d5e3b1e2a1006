import type { Page } from '@playwright/test'
import { anArticle } from '../unit/builders/anArticle'
import { expectTotal, open, openSearch, settled, total } from './archivePage'
import { bundledArticles } from './bundledArticles'
import { expect, test } from './fixtures'
import { aKillableBrowser } from './killedBrowser'
import { putCollection } from './sampleCollections'

/** How often the browser is killed; `npm run test:kills` asks for more. */
const KILLS = Number(process.env['JIANBAO_KILLS'] ?? 5)
const [ARTICLES, CHANGED, ADDED] = [600, 10, 5]
const TITLE = '会更新的文库'
const CHANGED_WORDS = '已经改过'

/** Articles of one revision: the second has ten others than the first, and five more. */
function articlesOf(revision: 1 | 2) {
  const count = revision === 1 ? ARTICLES : ARTICLES + ADDED
  return Array.from({ length: count }, (_, number) =>
    anArticle({
      id: `kept-${number}`,
      title: `第${number}号通讯`,
      newspaper: '示例报',
      paragraphs: [
        revision === 2 && number < CHANGED ? `第${number}段${CHANGED_WORDS}。` : `第${number}段。`,
      ],
    }),
  )
}

async function look(page: Page): Promise<void> {
  await page.goto('./#/collections')
  await page.getByLabel('文库的网址').fill('samples/followed')
  await page.getByRole('button', { name: '查看' }).click()
}

async function takeIn(page: Page): Promise<void> {
  await look(page)
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
}

async function beginRemoval(page: Page): Promise<void> {
  await page.goto('./#/collections')
  await page.getByRole('button', { name: `删除《${TITLE}》` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
}

/** Waits until the collection has this many articles, and this many that only its second revision has. */
async function expectHeld(page: Page, count: number, changed: number): Promise<void> {
  await openSearch(page, { collection: ['followed'] })
  await expectTotal(page, count)
  await openSearch(page, { collection: ['followed'], q: CHANGED_WORDS })
  await expectTotal(page, changed)
}

/** How many articles there are after a start; in between two states there is none. */
async function countOneOf(page: Page, allowed: readonly number[]): Promise<number> {
  await open(page)
  await openSearch(page, { collection: ['followed'] })
  await settled(page)
  const count = await total(page)
  expect(allowed).toContain(count)
  return count
}

test(`a browser that is killed ${KILLS} times while it updates or removes a collection has the state before or after`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}) => {
  test.setTimeout(120_000 + KILLS * 60_000)
  const put = (revision: 1 | 2): Promise<unknown> => {
    const all = articlesOf(revision)
    const files = { 'a.jsonl': all.slice(0, 300), 'b.jsonl': all.slice(300) }
    return putCollection(server, 'followed', { title: TITLE, revision, files })
  }
  const aBrowser = () =>
    aKillableBrowser(async (profile) => {
      const context = await playwright.chromium.launchPersistentContext(profile, {
        ...launchOptions,
        baseURL: server.address,
        locale: 'zh-CN',
      })
      watch.observe(context)
      return context
    })
  const outcomes: Record<string, number> = {}
  for (let round = 0; round < KILLS; round++) {
    const isRemoval = round % 2 === 1
    const browser = await aBrowser()
    try {
      let page = await browser.start()
      await open(page)
      await put(1)
      await takeIn(page)
      if (isRemoval) await beginRemoval(page)
      else {
        await put(2)
        await look(page)
        await page.getByTestId('collection-accept').click()
      }
      page = await browser.killAfter((400 * round) / KILLS)
      const after = isRemoval ? 0 : ARTICLES + ADDED
      const count = await countOneOf(page, [ARTICLES, after])
      const outcome = `${isRemoval ? 'removal' : 'update'}: ${count === after ? 'after' : 'before'}`
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      // Either way it goes on from there to where it was to go.
      if (isRemoval) {
        if (count > 0) await beginRemoval(page)
        await expect(page.getByRole('article').filter({ hasText: TITLE })).toHaveCount(0)
        await expectHeld(page, 0, 0)
      } else {
        await look(page)
        const accept = page.getByTestId('collection-accept')
        await expect(page.getByTestId('collection-offer')).toBeVisible()
        if ((await accept.count()) > 0) await accept.click()
        await expect
          .poll(async () => {
            await openSearch(page, { collection: ['followed'] })
            return total(page)
          })
          .toBe(after)
        await expectHeld(page, after, CHANGED)
      }
      await open(page)
      await expectTotal(page, bundledArticles.length + after)
    } finally {
      await browser.end()
    }
  }
  test.info().annotations.push({ type: 'kills', description: JSON.stringify(outcomes) })
  console.log('kills', JSON.stringify(outcomes))
})
