import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../../scripts/project.mjs'
import { expectTotal, open, search, settled } from './archivePage'
import { expect, test } from './fixtures'
import { BUNDLED, bodyOf, copiedPage, giveFiles, giveText, openImport, previewRows } from './importPage'

const seed = join(projectRoot, '../shared/seed')

function jsonLines(count: number, field: (number: number) => object = () => ({})): string {
  return Array.from({ length: count }, (_one, index) => {
    const number = index + 1
    const title = `示例县第${String(number)}次会议`
    return JSON.stringify({ title, newspaper: '示例日报', paragraphs: bodyOf(title), ...field(number) })
  }).join('\n')
}

test('a pasted page is understood, checked, taken in, found and taken out again', async ({ page }) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  const row = previewRows(page)
  await expect(row).toHaveCount(1)
  await expect(row).toHaveAttribute('data-title', '春耕示范田开犁')
  await expect(row).toHaveAttribute('data-newspaper', '示例日报')
  await expect(row).toHaveAttribute('data-issue-date', '2012-07-01')
  await expect(row).toHaveAttribute('data-page', '01')
  await expect(row).toHaveAttribute('data-published-at', '2012-07-02T09:17')
  await expect(row).toHaveAttribute('data-category', '新闻/本地要闻')
  await expect(row).toHaveAttribute('data-paragraphs', '3')

  // Nothing is in the archive before it is accepted.
  await page.goto('./#/?q=春耕示范田开犁')
  await settled(page)
  await expectTotal(page, 0)
  const notice = page.getByTestId('import-staged')
  await expect(notice).toContainText('1 篇')
  await notice.getByRole('link').click()

  await page.getByTestId('import-accept').click()
  await expect(page.getByRole('heading', { name: '已收录 1 篇' })).toBeVisible()
  await page.getByRole('link', { name: '看自己收录的文章' }).click()
  await expectTotal(page, 1)
  await search(page, '全县十二个乡镇')
  await expect(page.getByTestId('result')).toHaveCount(1)
  await expect(page.getByTestId('active-filter').first()).toContainText('自己收录的')

  await page.goto('./#/import')
  await page.getByTestId('import-undo').click()
  await expect(page.getByTestId('import-text')).toBeVisible()
  await open(page)
  await expectTotal(page, BUNDLED)
})

test('the reference document, pasted as it is, gives its fields in one step', async ({ page }) => {
  test.skip(!existsSync(seed), 'the reference document is not here')
  const text = readFileSync(join(seed, readdirSync(seed)[0]!), 'utf8')
  await openImport(page)
  await giveText(page, text)
  const row = previewRows(page)
  await expect(row).toHaveCount(1)
  await expect(row).toHaveAttribute('data-newspaper', '吴江日报')
  await expect(row).toHaveAttribute('data-issue-date', '2012-07-01')
  await expect(row).toHaveAttribute('data-page', '01')
  await expect(row).toHaveAttribute('data-published-at', '2012-07-02T09:17')
  await expect(row).toHaveAttribute('data-category', '深入开展创先争优活动')
  await expect(row).toHaveAttribute('data-paragraphs', '9')
  await expect(row).toContainText('正文重复出现，已并为一份')
})

test('a paste anywhere on the page is read, with the markup beside its text', async ({ page }) => {
  await openImport(page)
  await page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      clipboardData.setData('text/html', html)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [
      copiedPage('春耕示范田开犁'),
      `<h1>春耕示范田开犁</h1><div>来源：《示例日报》2012年7月1日01版</div>${bodyOf('春耕示范田开犁')
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('')}`,
    ] as const,
  )
  await expect(previewRows(page)).toHaveAttribute('data-title', '春耕示范田开犁')
})

test('files dropped anywhere on the page are read', async ({ page }) => {
  await openImport(page)
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([content], '旧剪报.jsonl'))
    const drag = (type: string): boolean =>
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    drag('dragenter')
    drag('dragover')
    drag('drop')
  }, jsonLines(3))
  await expect(previewRows(page)).toHaveCount(3)
  await expect(page.locator('.drop-veil')).toHaveCount(0)
})

test('a doubtful field is confirmed with one key, and the walk goes on to the next', async ({ page }) => {
  await openImport(page)
  const doubtful = (number: number): object => (number % 2 === 0 ? { doubtful: ['newspaper'] } : {})
  await giveFiles(page, [{ name: 'a.jsonl', content: jsonLines(6, doubtful) }])
  await expect(page.getByText('读到 6 篇，3 篇存疑。收录之前什么都不会写入。')).toBeVisible()
  await page.getByRole('button', { name: '逐篇核对' }).click()
  await expect(page).toHaveURL(/view=doubtful&row=2/)
  const editor = page.getByRole('region', { name: '核对一篇' })
  await expect(editor.getByRole('button', { name: '确认报纸' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editor.getByText('这一篇没有存疑的了。')).toBeVisible()
  await expect(editor.getByRole('button', { name: '下一篇存疑的' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/row=4/)
  await expect(editor.getByRole('button', { name: '确认报纸' })).toBeFocused()
  // j goes on without confirming, k comes back.
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/row=6/)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/row=4/)
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await expect(page.getByText('读到 6 篇，2 篇存疑')).toBeVisible()
})

test('every field can be edited, and a date that is none is explained', async ({ page }) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  await previewRows(page).getByRole('button').click()
  const date = page.getByRole('textbox', { name: '出版日期' })
  await date.fill('2012-02-30')
  await date.press('Enter')
  await expect(page.getByRole('alert')).toContainText('不是日期')
  await date.fill('2012年6月')
  await date.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  const authors = page.getByRole('textbox', { name: '作者' })
  await authors.fill('张示例、李样张')
  await authors.press('Enter')
  await expect(previewRows(page)).toHaveAttribute('data-issue-date', '2012-06')
  // What was edited is asked about before it is thrown away.
  await page.getByTestId('import-cancel').click()
  await page.getByRole('button', { name: '继续核对' }).click()
  await page.getByTestId('import-accept').click()
  await page.getByRole('link', { name: '看自己收录的文章' }).click()
  await page.getByTestId('result-title').click()
  await expect(page.getByTestId('article-source')).toContainText('张示例、李样张')
})

test('an article that is there already is compared, and left out unless one says otherwise', async ({
  page,
}) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  await page.getByTestId('import-accept').click()
  await page.getByRole('button', { name: '再收录一批' }).click()
  const changed = bodyOf('春耕示范田开犁').map((paragraph) => paragraph.replace('更实', '更扎实'))
  await giveText(page, copiedPage('春耕示范田开犁', { body: changed }))
  await expect(previewRows(page)).toContainText('比较')
  await previewRows(page).getByRole('button').click()
  const editor = page.getByRole('region', { name: '核对一篇' })
  await expect(editor.locator('ins')).toHaveText(['扎'])
  await editor.getByText('略过新的').click()
  await expect(page.getByTestId('import-accept')).toBeDisabled()
  await editor.getByText('用新的替换').click()
  await page.getByTestId('import-accept').click()
  await page.getByRole('link', { name: '看自己收录的文章' }).click()
  await expectTotal(page, 1)
  await search(page, '更扎实')
  await expect(page.getByTestId('result')).toHaveCount(1)
})

test('the columns of a table can be read as other fields', async ({ page }) => {
  await openImport(page)
  const rows = ['甲', '乙'].map((name) => `示例县${name}镇开会,2012-07-01,${bodyOf(name).join('')}`)
  await giveFiles(page, [{ name: '目录.csv', content: ['标题,某一天,正文', ...rows].join('\n') }])
  await expect(previewRows(page).first()).toHaveAttribute('data-issue-date', '')
  await page.getByText('表格 目录.csv：各列读作什么').click()
  await page.getByLabel('读作 某一天').selectOption('issueDate')
  await page.getByRole('button', { name: '按这样重读' }).click()
  await expect(previewRows(page).first()).toHaveAttribute('data-issue-date', '2012-07-01')
  await expect(previewRows(page)).toHaveCount(2)
})

test('what cannot be read is told by file and row, and can be taken away', async ({ page }) => {
  await openImport(page)
  await giveFiles(page, [
    { name: 'a.jsonl', content: `${jsonLines(1)}\n{"title": 坏的}\n` },
    { name: '图.png', content: Buffer.from('89504e470d0a1a0a0000000d', 'hex') },
  ])
  await page.getByText('2 处没有读成').click()
  const problems = page.getByTestId('import-problem')
  await expect(problems).toHaveCount(2)
  await expect(problems.first()).toHaveAttribute('data-code', 'json-malformed')
  await expect(problems.first()).toContainText('a.jsonl 第 2 行')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const csv = readFileSync(await (await waiting).path(), 'utf8')
  expect(csv).toContain('文件,行,字段,代码,原因,英文说明')
  expect(csv).toContain('a.jsonl,2,,json-malformed')
})

test('reading shows its progress and leaves no trace when it is cancelled', async ({ page }) => {
  await openImport(page)
  await page.getByTestId('import-input').setInputFiles({
    name: '全年.jsonl.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(jsonLines(20_000)),
  })
  await expect(page.getByTestId('import-progress')).toBeVisible()
  await page.getByTestId('import-cancel').click()
  await expect(page.getByTestId('import-text')).toBeVisible()
  await open(page)
  await expectTotal(page, BUNDLED)
})

test('a second batch waits for the first', async ({ page }) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, copiedPage('又一篇'))
  await expect(page.getByRole('alert')).toContainText('手上还有一批没有收录')
  await expect(previewRows(page)).toHaveCount(1)
})

test('on a phone a row opens as a page of its own, and the way back leads to the list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openImport(page)
  await giveFiles(page, [{ name: 'a.jsonl', content: jsonLines(30) }])
  await previewRows(page).nth(2).getByRole('button').click()
  await expect(page.getByRole('region', { name: '核对一篇' })).toBeVisible()
  await expect(previewRows(page).first()).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('region', { name: '核对一篇' })).toHaveCount(0)
  await expect(previewRows(page).nth(2).getByRole('button')).toBeFocused()
})

test('what another app shares is read when the page opens', async ({ page }) => {
  await openImport(page)
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await page.reload()
  await page.evaluate((text) => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = './share'
    form.enctype = 'multipart/form-data'
    const field = document.createElement('textarea')
    field.name = 'text'
    field.value = text
    form.append(field)
    document.body.append(form)
    form.submit()
  }, copiedPage('春耕示范田开犁'))
  await expect(previewRows(page)).toHaveAttribute('data-title', '春耕示范田开犁')
  await expect(page).toHaveURL(/#\/import$/)
})
