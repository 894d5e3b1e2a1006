import type { Page } from '@playwright/test'
import { anArticle } from '../unit/builders/anArticle'
import { expectTotal, open, openSearch, total } from './archivePage'
import { bundledArticles } from './bundledArticles'
import { expect, test } from './fixtures'
import { aKillableBrowser } from './killedBrowser'
import { aKillTally, chances, KILLS, SEED, type Met } from './killTally'
import { putCollection } from './sampleCollections'
import type { StoredRows } from './storedRows'

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

/** Opens the question whether it is to be removed. */
async function askRemoval(page: Page): Promise<void> {
  await page.goto('./#/collections')
  await page.getByRole('button', { name: `删除《${TITLE}》` }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** Waits until what was asked for has been done. */
async function expectDone(page: Page, deed: 'update' | 'removal'): Promise<void> {
  if (deed === 'update') {
    await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
  } else await expect(page.getByRole('article').filter({ hasText: TITLE })).toHaveCount(0)
}

/** Waits until the collection has this many articles, and this many that only its second revision has. */
async function expectHeld(page: Page, count: number, changed: number): Promise<void> {
  await openSearch(page, { collection: ['followed'] })
  await expectTotal(page, count)
  await openSearch(page, { collection: ['followed'], q: CHANGED_WORDS })
  await expectTotal(page, changed)
}

/** What a kill met, by what it left. */
function metBy(deed: 'update' | 'removal', { collections, files }: StoredRows): Met {
  const held = collections.find(({ id }) => id === 'followed')
  const ofOthers = new Set(collections.flatMap((one) => (one === held ? [] : one.files)))
  const stored = files.filter(({ sha256 }) => !ofOthers.has(sha256)).length
  if (deed === 'removal') {
    if (held !== undefined) return 'before'
    return stored === 0 ? 'after' : 'midway'
  }
  if (held?.manifest.revision === 2) return stored === held.files.length ? 'after' : 'midway'
  return held?.incoming === null && stored === held.files.length ? 'before' : 'midway'
}

test(`a browser that is killed ${KILLS} times while it updates or removes a collection has the state before or after`, async ({
  playwright,
  launchOptions,
  server,
  watch,
}, info) => {
  test.setTimeout(120_000 + KILLS * 60_000)
  const put = (revision: 1 | 2): Promise<unknown> => {
    const all = articlesOf(revision)
    const files = { 'a.jsonl': all.slice(0, 300), 'b.jsonl': all.slice(300) }
    return putCollection(server, 'followed', { title: TITLE, revision, files })
  }
  const tally = aKillTally(Math.ceil(KILLS / 2), chances(SEED))
  // The first two are not killed, to know how long it takes.
  for (let round = -2; round < KILLS; round++) {
    const deed = round % 2 === 0 ? 'update' : 'removal'
    const browser = await aKillableBrowser({ playwright, launchOptions, server, watch })
    try {
      let page = await browser.start()
      await open(page)
      await put(1)
      await takeIn(page)
      if (deed === 'update') {
        await put(2)
        await look(page)
        await expect(page.getByTestId('collection-accept')).toBeVisible()
      } else await askRemoval(page)
      const after = deed === 'update' ? ARTICLES + ADDED : 0
      const confirm = (): Promise<void> =>
        deed === 'update'
          ? page.getByTestId('collection-accept').click()
          : page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
      const began = Date.now()
      await confirm()
      if (round < 0) {
        await expectDone(page, deed)
        tally.took(deed, Date.now() - began)
      } else {
        const killed = await browser.killAfter(tally.next(deed))
        page = killed.page
        tally.note(deed, metBy(deed, killed.left))
        // In between the two states there is none.
        await open(page)
        await openSearch(page, { collection: ['followed'] })
        expect([ARTICLES, after], tally.told()).toContain(await total(page))
      }
      // Either way it goes on from there to where it was to go.
      if (deed === 'removal') {
        await page.goto('./#/collections')
        const card = page.getByRole('article').filter({ hasText: TITLE })
        await expect(page.getByRole('article').first()).toBeVisible()
        if ((await card.count()) > 0) {
          await askRemoval(page)
          await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
        }
        await expect(card).toHaveCount(0)
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
  tally.finish(info, ['update'])
})
