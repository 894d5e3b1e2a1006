import type { Page } from '@playwright/test'
import { expectTotal, search } from './archivePage'
import { expect, test } from './fixtures'
import { bodyOf, copiedPage, giveFiles, giveText, openImport, previewRows } from './importPage'

/** A folder as a drop brings it: names with a text, with what is in it, or with nothing: a file that went away. */
interface Folder {
  readonly [name: string]: string | Folder | null
}

/** Drops folders on the page. No script may make the entries of a real drop, so these are stood in for. */
async function dropFolder(page: Page, name: string, folder: Folder): Promise<void> {
  await page.evaluate(
    ([rootName, root]) => {
      const entryOf = (path: string, content: string | Folder | null): object => {
        const own = path.slice(path.lastIndexOf('/') + 1)
        if (content === null || typeof content === 'string') {
          const file = (give: (file: File) => void, fail: (cause: Error) => void): void =>
            content === null ? fail(new DOMException('', 'NotFoundError')) : give(new File([content], own))
          return { isFile: true, isDirectory: false, name: own, fullPath: path, file }
        }
        // A reader gives its entries in portions, and none at the end.
        const left = Object.entries(content).map(([inner, its]) => entryOf(`${path}/${inner}`, its))
        const createReader = (): object => ({
          readEntries: (give: (entries: object[]) => void) => give(left.splice(0, 2)),
        })
        return { isFile: false, isDirectory: true, name: own, fullPath: path, createReader }
      }
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([], rootName))
      DataTransferItem.prototype.webkitGetAsEntry = () => entryOf(`/${rootName}`, root) as FileSystemEntry
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, folder] as const,
  )
}

test('a dropped folder (its entries stood in for) is read with everything below it, under its paths', async ({
  page,
}) => {
  await openImport(page)
  await dropFolder(page, '旧报', {
    '一.txt': copiedPage('春耕示范田开犁'),
    '.DS_Store': 'x',
    '移走的.txt': null,
    二〇一二年: {
      '二.txt': copiedPage('乡镇集市开张', { day: '2012年8月2日' }),
      __MACOSX: { '三.txt': copiedPage('不该读的一篇') },
      七月: { '四.txt': copiedPage('小学添了图书馆'), '坏.docx': 'PK\u0003\u0004 broken' },
    },
  })
  await expect(previewRows(page)).toHaveCount(3)
  const titles = await previewRows(page).evaluateAll((rows) => rows.map((row) => row.dataset['title']))
  expect([...titles].sort()).toEqual(['乡镇集市开张', '小学添了图书馆', '春耕示范田开犁'])
  await page.getByText('2 处没有读成').click()
  const problems = page.getByTestId('import-problem')
  await expect(problems.filter({ hasText: '旧报/二〇一二年/七月/坏.docx' })).toHaveCount(1)
  await expect(problems.filter({ hasText: '旧报/移走的.txt' })).toHaveCount(1)
})

test('files that the system opens with the app (its launch queue stood in for) are read, also later', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const queue = {
      setConsumer: (consume: unknown) => Object.assign(globalThis, { consumeLaunch: consume }),
    }
    Object.defineProperty(globalThis, 'launchQueue', { configurable: true, value: queue })
  })
  await openImport(page)
  const launch = (name: string, content: string): Promise<void> =>
    page.evaluate(
      async ([fileName, text]) => {
        // The handle is a real one, of the folder that is private to the site.
        const folder = await navigator.storage.getDirectory()
        const handle = await folder.getFileHandle(fileName, { create: true })
        const writable = await handle.createWritable()
        await writable.write(text)
        await writable.close()
        const { consumeLaunch } = globalThis as unknown as {
          consumeLaunch: (launched: { readonly files?: readonly FileSystemFileHandle[] }) => void
        }
        consumeLaunch({})
        consumeLaunch({ files: [handle] })
      },
      [name, content] as const,
    )
  await launch('一.txt', copiedPage('春耕示范田开犁'))
  await expect(previewRows(page)).toHaveAttribute('data-title', '春耕示范田开犁')
  await page.getByTestId('import-cancel').click()
  await expect(page.getByTestId('import-text')).toBeVisible()
  await launch('二.txt', copiedPage('乡镇集市开张'))
  await expect(previewRows(page)).toHaveAttribute('data-title', '乡镇集市开张')
})

test('what a row was read from is looked at beside its fields, from row to row', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openImport(page)
  await giveFiles(page, [
    { name: '一.txt', content: copiedPage('春耕示范田开犁') },
    { name: '二.txt', content: copiedPage('乡镇集市开张', { day: '2012年8月2日' }) },
    { name: '三.jsonl', content: JSON.stringify({ title: '表里的一篇', paragraphs: bodyOf('表里的一篇') }) },
  ])
  await previewRows(page).first().getByRole('button').click()
  const editor = page.getByRole('region', { name: '核对一篇' })
  await editor.getByTestId('original-toggle').click()
  const shown = editor.getByLabel('原件', { exact: true })
  await expect(shown).toContainText('首页 > 新闻 > 本地要闻 > 正文')
  await expect(shown).toContainText('春耕示范田开犁')
  const [left, right] = [await shown.boundingBox(), await page.getByLabel('出版日期').boundingBox()]
  expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x)
  await page.keyboard.press('j')
  await expect(shown).toContainText('乡镇集市开张')
  // A row of a list has no page of its own, and the list is back.
  await page.keyboard.press('j')
  await expect(editor.getByTestId('original-toggle')).toHaveCount(0)
  await expect(previewRows(page).first()).toBeVisible()
})

test('corrections of an article that is replaced do not hold for the new text, and that is said', async ({
  page,
}) => {
  await openImport(page)
  await giveText(page, copiedPage('春耕示范田开犁'))
  await page.getByTestId('import-accept').click()
  await page.getByRole('link', { name: '看自己收录的文章' }).click()
  await page.getByTestId('result-title').click()
  await page.getByTestId('reader-more').click()
  await page.locator('[data-tool=correct]').click()
  const title = page.getByTestId('mending-editor').locator('.is-title textarea')
  await title.fill('更正过的题目')
  await title.press('Enter')
  await page.getByTestId('mending-done').click()
  await expect(page.getByTestId('article-title')).toHaveText('更正过的题目')
  await search(page, '更正过的题目')
  await expect(page.getByTestId('result')).toHaveCount(1)

  await page.goto('./#/import')
  await page.getByRole('button', { name: '再收录一批' }).click()
  const changed = bodyOf('春耕示范田开犁').map((paragraph) => paragraph.replace('更实', '更扎实'))
  await giveText(page, copiedPage('春耕示范田开犁', { body: changed }))
  await previewRows(page).getByRole('button').click()
  const editor = page.getByRole('region', { name: '核对一篇' })
  await editor.getByText('用新的替换').click()
  await expect(editor.getByText('那些更正不用于新文字')).toBeVisible()
  await page.getByTestId('import-accept').click()
  await expect(page.getByTestId('import-withdrawn')).toContainText('1 篇')
  await search(page, '更正过的题目')
  await expectTotal(page, 0)

  // They come back where one wants them to.
  await page.goto('./#/import')
  await page.getByTestId('import-withdrawn').getByRole('link').click()
  const withdrawal = page.locator('[data-testid=deed][data-kind=restore]')
  await withdrawal.getByRole('button').click()
  await expect(withdrawal).toHaveAttribute('data-undone', 'true')
  await search(page, '更正过的题目')
  await expectTotal(page, 1)
})
