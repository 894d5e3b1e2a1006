import { readFile } from 'node:fs/promises'
import { anArticle } from '../unit/builders/anArticle'
import { expectTotal, open } from './archivePage'
import { expect, test } from './fixtures'
import { violationsOf } from './pageStates'
import { putCollection } from './sampleCollections'

const reports = (['2010-03-01', '2012-05-02', '2012-06-03', '2013-07-04'] as const).map((issueDate, number) =>
  anArticle({
    id: `term-${number}`,
    title: `第${number}次部署`,
    newspaper: number === 3 ? '云州晚报' : '云州日报',
    issueDate,
    paragraphs: [number === 0 ? '会议提出“两清一绿”。' : '继续抓好两清一绿，落实“柳塘方案”。'],
  }),
)

for (const [name, size] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`terms are listed, looked up and compared, on ${name}`, async ({ page, server }) => {
    await page.setViewportSize(size)
    await putCollection(server, 'terms', { title: '有提法的文库', files: { 'a.jsonl': reports } })
    await open(page)
    await page.goto('./#/terms')
    // The bundled digests are nobody's words in print.
    await expect(page.getByTestId('term-total')).toHaveAttribute('data-total', '0')
    await page.goto('./#/collections?add=samples/terms')
    await page.getByTestId('collection-accept').click()
    await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()

    await page.goto('./#/terms')
    await expect(page.getByTestId('term-row')).toHaveCount(2)
    expect(await violationsOf(page, 'the list')).toEqual([])
    await page.getByRole('checkbox', { name: '选“两清一绿”来比较' }).check()
    await page.getByRole('checkbox', { name: '选“柳塘方案”来比较' }).check()
    await page.getByRole('link', { name: '比较所选 2 个' }).click()
    await expect(page.getByRole('row')).toHaveCount(1 + 4)
    expect(await violationsOf(page, 'the comparison')).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存成 CSV' }).click(),
    ])
    expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toContain('2012,2,10000,2,10000,2')

    await page.goto('./#/terms')
    await page.getByRole('link', { name: '两清一绿' }).click()
    await expect(page.getByTestId('term-articles')).toHaveAttribute('data-total', '4')
    await expect(page.getByRole('link', { name: '第0次部署' })).toBeVisible()
    await expect(page.getByRole('link', { name: '第3次部署' })).toBeVisible()
    await page.getByLabel('报纸').selectOption('云州晚报')
    await expect(page.getByRole('img', { name: '2013 至 2013' })).toBeVisible()
    expect(await violationsOf(page, 'a term')).toEqual([])
    await page.getByRole('link', { name: '列出这些文章' }).click()
    await expectTotal(page, 4)
  })
}
