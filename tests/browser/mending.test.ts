import type { Page } from '@playwright/test'
import { expectTotal, open, openSearch, search, settled, total } from './archivePage'
import { REFERENCE } from './bundledArticles'
import { expect, NETWORK_LINES, test } from './fixtures'
import { copiedPage, giveFiles, giveText, openImport } from './importPage'
import { violationsOf } from './pageStates'
import { aDrawnPage, aPdf } from './sampleScans'

const ARTICLE = `#/article/${REFERENCE.id}?q=基石工程`

async function openTools(page: Page, hash = ARTICLE): Promise<void> {
  await open(page, hash)
  await page.getByTestId('reader-more').click()
  await expect(page.locator('.mending-tools')).toBeVisible()
  await expect(page.getByTestId('kept-with-article')).toBeVisible()
}

/** Takes three articles in, each with fields that nobody has confirmed. */
async function takeInDoubtful(page: Page): Promise<void> {
  await openImport(page)
  const lines = ['甲', '乙', '丙'].map((name, place) =>
    JSON.stringify({
      id: `doubtful-${String(place)}`,
      title: `示例县${name}镇春耕`,
      newspaper: '示例日报',
      issueDate: `2012-07-0${String(place + 1)}`,
      page: '01',
      doubtful: ['issueDate', 'page'].slice(0, place),
      paragraphs: [`${name}镇春耕示范田开犁。`],
    }),
  )
  await giveFiles(page, [{ name: 'a.jsonl', content: lines.join('\n') }])
  await page.getByTestId('import-accept').click()
  await expect(page.getByTestId('import-undo')).toBeVisible()
}

test('a corrected field is shown, searched and counted, and the article can be restored', async ({
  page,
}) => {
  await openTools(page)
  await page.locator('[data-tool=correct]').click()
  const editor = page.getByTestId('mending-editor')
  await editor.locator('.is-title textarea').fill('改过的标题示例')
  await editor.locator('.is-title textarea').press('Enter')
  await expect(editor.locator('.is-title .former')).toContainText(REFERENCE.title)
  await editor.locator('.is-page input').fill('A7')
  await editor.locator('.is-page input').press('Enter')
  await expect(editor.locator('.is-page .former')).toBeVisible()
  await page.getByTestId('mending-done').click()
  await expect(page.getByTestId('article-title')).toHaveText('改过的标题示例')
  await expect(page.getByTestId('amended')).toContainText('标题')

  await search(page, '改过的标题示例')
  await expect(page.getByTestId('result')).toHaveCount(1)
  await page.reload()
  await settled(page)
  await expect(page.getByTestId('result')).toHaveCount(1)

  await page.getByTestId('result-title').click()
  await page.getByTestId('restore').click()
  await expect(page.getByTestId('article-title')).toHaveText(REFERENCE.title)
  await expect(page.getByTestId('amended')).toHaveCount(0)
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('article-title')).toHaveText('改过的标题示例')
})

test('the way back leads from the form to the article, and what is no date is not saved', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openTools(page)
  await page.locator('[data-tool=correct]').click()
  const date = page.getByTestId('mending-editor').locator('.is-issueDate input')
  await date.fill('某日')
  await date.press('Enter')
  await expect(page.getByRole('alert')).toContainText('不是日期')
  await page.goBack()
  await expect(page.getByTestId('mending-editor')).toHaveCount(0)
  await expect(page.getByTestId('article-title')).toHaveText(REFERENCE.title)
  await page.goto('./#/changes')
  await expect(page.getByTestId('no-deeds')).toBeVisible()
})

test('a deleted article is gone until it is undone, at once or from the log', async ({ page }) => {
  await open(page)
  const before = await total(page)
  await openTools(page)
  await page.locator('[data-tool=delete]').click()
  await expectTotal(page, 0)
  await page.getByTestId('undo').click()
  await expectTotal(page, 1)

  await openTools(page)
  await page.locator('[data-tool=delete]').click()
  await expectTotal(page, 0)
  await page.goto('./#/changes')
  await expect(page.getByTestId('deed')).toHaveCount(2)
  await page.getByTestId('deed').first().getByRole('button').click()
  await expect(page.getByTestId('deed').first()).toHaveAttribute('data-undone', 'true')
  await open(page)
  await expectTotal(page, before)
})

test('tags, notes, the mark of checking and the textual note stay with an article', async ({ page }) => {
  await openTools(page)
  await page.locator('[data-tool=tag]').click()
  const tags = await page.getByTestId('tag').locator('span').allTextContents()
  await page.getByTestId('tag-input').fill('待查、要用')
  await page.getByTestId('tag-input').press('Enter')
  await expect(page.getByTestId('tag')).toHaveText([...tags, '待查', '要用'])
  await page.keyboard.press('Escape')

  await page.locator('[data-tool=note]').click()
  await page.keyboard.type('与县志不合。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('note')).toContainText('与县志不合。')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('note')).toHaveCount(0)
  await page.locator('[data-tool=note]').click()
  await page.keyboard.type('与县志不合。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('note')).toHaveCount(1)

  await page.locator('[data-tool=verify]').click()
  await page.getByTestId('verified-by').fill('张示例')
  await page.getByTestId('verified-on').fill('2026年3月1日')
  await page.getByTestId('verified-on').press('Enter')
  await expect(page.getByTestId('verified')).toContainText('张示例，2026年3月1日')

  await page.locator('[data-tool=textNote]').click()
  await page.keyboard.type('第二段据原报改。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('text-note')).toHaveText('第二段据原报改。')

  await page.reload()
  await expect(page.getByTestId('verified')).toContainText('张示例')
  await expect(page.getByTestId('note')).toHaveCount(1)
  await openSearch(page, { tag: ['要用'] })
  await expectTotal(page, 1)

  // The name is remembered, and a note that was deleted comes back.
  await page.goto(`./${ARTICLE}`)
  await page.getByTestId('note').getByRole('button', { name: '删去' }).click()
  await expect(page.getByTestId('note')).toHaveCount(0)
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('note')).toContainText('与县志不合。')
  await page.getByTestId('verified').getByRole('button', { name: '撤去' }).click()
  // What an editor wrote is no text of a web page; only who asks is told what it rests on.
  await expect(page.getByTestId('verified')).toHaveCount(0)
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=verify]').click()
  await expect(page.getByTestId('verified-by')).toHaveValue('张示例')
})

test('scans stand beside the text, are enlarged and turned, without a network too', async ({
  page,
  server,
  watch,
}) => {
  watch.allowMessages(NETWORK_LINES)
  watch.allowMessages(/error occurred when fetching the script/)
  await page.setViewportSize({ width: 1440, height: 900 })
  await openTools(page)
  await page.locator('[data-tool=scan]').click()
  await page.getByTestId('scan-input').setInputFiles([
    { name: '01版.png', mimeType: 'image/png', buffer: await aDrawnPage(page) },
    { name: '版面.pdf', mimeType: 'application/pdf', buffer: aPdf(2) },
    { name: '不是图片.png', mimeType: 'image/png', buffer: Buffer.from('text') },
  ])
  await expect(page.getByTestId('scan')).toHaveCount(2)
  await expect(page.getByTestId('undo-notice')).toContainText('不是图片.png')
  await page.goto('./#/settings')
  await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
  await server.kill()
  await page.reload()
  await expect(page.getByTestId('offline-ready')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 })
  await page.goto(`./${ARTICLE}`)

  await page.getByRole('button', { name: '看报影“01版.png”' }).click()
  const viewer = page.getByTestId('scan-viewer')
  await expect(viewer.locator('img')).toBeVisible()
  await expect(page.getByTestId('article-body')).toBeInViewport()
  const fitting = await page.getByTestId('zoom').textContent()
  await page.getByTestId('zoom-in').click()
  await expect(page.getByTestId('zoom')).not.toHaveText(fitting ?? '')
  await page.getByTestId('turn-right').click()
  await expect(viewer.locator('img')).toHaveAttribute('style', /rotate\(90deg\)/)
  await page.goBack()
  await expect(viewer).toHaveCount(0)

  await page.getByRole('button', { name: '看报影“版面.pdf”' }).click()
  await expect(viewer.locator('img')).toBeVisible()
  await expect(viewer.getByText('1 / 2')).toBeVisible()
  await viewer.getByRole('button', { name: '下一页' }).click()
  await expect(viewer.getByText('2 / 2')).toBeVisible()
  await page.getByTestId('scan-close').click()

  await page.getByRole('button', { name: '取下报影“版面.pdf”' }).click()
  await expect(page.getByTestId('scan')).toHaveCount(1)
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('scan')).toHaveCount(2)
})

test('the page as it was pasted stays with its article, with what was changed in reading it', async ({
  page,
}) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  await page.getByTestId('import-accept').click()
  await expect(page.getByTestId('import-undo')).toBeVisible()
  await openSearch(page, { q: '春耕示范田开犁' })
  await page.getByTestId('result-title').click()
  const original = page.getByTestId('original')
  await expect(original).toContainText('读自粘贴的文字')
  await original.getByRole('button', { name: '看原件' }).click()
  await expect(original.locator('pre')).toContainText('春耕示范田开犁')
})

test('doubtful fields are confirmed with a click, all of the results one after the other with Enter', async ({
  page,
}) => {
  await takeInDoubtful(page)
  await open(page, '#/article/doubtful-2?q=春耕')
  const fields = page.getByTestId('doubtful-fields')
  await fields.getByRole('button', { name: /版次/ }).click()
  await expect(fields.locator('[data-field=page]')).toHaveCount(0)
  await expect(fields.locator('[data-field=issueDate]')).toBeVisible()

  await page.goto('./#/doubtful?q=春耕&sort=oldest')
  const check = page.getByTestId('doubtful-check')
  await expect(check).toHaveAttribute('data-article-id', 'doubtful-1')
  await page.keyboard.press('j')
  await expect(check).toHaveAttribute('data-article-id', 'doubtful-2')
  await page.keyboard.press('k')
  await expect(check).toHaveAttribute('data-article-id', 'doubtful-1')
  await page.keyboard.press('Enter')
  await expect(check).toHaveAttribute('data-article-id', 'doubtful-2')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('doubtful-end')).toContainText('确认了 2 篇')
  await page.keyboard.press('Escape')
  await expectTotal(page, 3)
  await page.goto('./#/doubtful?q=春耕')
  await expect(page.getByTestId('doubtful-end')).toContainText('没有存疑的文章')
})

test('mending has no axe violation on a wide screen and on a phone, in either theme', async ({ page }) => {
  await takeInDoubtful(page)
  const found: string[] = []
  const look = async (state: string): Promise<void> => {
    found.push(...(await violationsOf(page, state)))
    const over = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)
    if (over > 0) found.push(`${state}: ${String(over)} pixels over the side`)
  }
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openTools(page, '#/article/doubtful-2?q=春耕')
    for (const tool of ['verify', 'tag', 'note', 'textNote', 'scan', 'original']) {
      await page.locator(`[data-tool=${tool}]`).click()
      await look(`${tool} at ${String(width)}`)
    }
    await page.locator('[data-tool=correct]').click()
    await expect(page.getByTestId('mending-editor')).toBeVisible()
    await look(`form at ${String(width)}`)
    await open(page, '#/?q=春耕')
    await page.getByTestId('select-results').click()
    await page.getByTestId('select-result').first().click()
    await page.locator('[data-action=tag]').click()
    await expect(page.getByTestId('tag-input')).toBeVisible()
    await look(`selection at ${String(width)}`)
    await page.goto('./#/doubtful?q=春耕')
    await expect(page.getByTestId('doubtful-check')).toBeVisible()
    await look(`walk at ${String(width)}`)
    await page.keyboard.press('Enter')
    await page.goto('./#/changes')
    await expect(page.getByTestId('deed').first()).toBeVisible()
    await look(`log at ${String(width)}`)
    await page.getByTestId('deed').first().getByRole('button').click()
  }
  expect(found).toEqual([])
})
