import AxeBuilder from '@axe-core/playwright'
import { anArticle, aPerson } from '../unit/builders/anArticle'
import { expect, test } from './fixtures'
import { putCollection } from './sampleCollections'

const given = '会议决定任命张示例为环保局局长。'
const [name, office] = ['张示例', '环保局局长'].map((words) => [given.indexOf(words), words.length] as const)
const held = [
  anArticle({
    id: 'office-1',
    title: '任免',
    issueDate: '2012-03-01',
    paragraphs: [given],
    people: [
      {
        ...aPerson('张示例', '环保局局长'),
        confidence: 'certain',
        mentions: [[0, name![0], name![0] + name![1]]],
        officeMentions: [
          {
            office: '环保局局长',
            at: [0, office![0], office![0] + office![1]],
            kind: 'stated',
            event: 'appointed',
            tense: 'current',
            qualifiers: [],
            jurisdiction: null,
          },
        ],
      },
      aPerson('李样张'),
    ],
  }),
]

test.describe('names and offices', () => {
  test('lead from the list to a name, its sentence, its office and its articles', async ({
    page,
    server,
  }) => {
    await putCollection(server, 'offices', { revision: 1, files: { 'articles-1.jsonl': held } })
    await page.goto('./#/collections')
    await page.getByLabel('文库的网址').fill('samples/offices')
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByTestId('collection-accept').click()
    await expect(page.getByText('共 1 篇').first()).toBeVisible()

    await page.goto('./#/people?q=zsl')
    await page.getByTestId('person-row').getByRole('link', { name: '张示例' }).click()
    await expect(page.getByTestId('person-articles')).toHaveAttribute('data-total', '1')
    const tenure = page.getByTestId('tenure')
    await expect(tenure).toHaveAttribute('data-office', '环境保护局局长')
    await tenure.getByRole('button', { name: /，任：/ }).click()
    await expect(page.getByTestId('report')).toContainText(given)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await tenure.getByRole('link', { name: '环境保护局局长' }).click()
    await expect(page.getByTestId('holder')).toHaveAttribute('data-name', '张示例')
    await expect(page.getByTestId('holder')).toContainText('2012-03 任')
    await expect(page.getByTestId('holder').getByRole('button').first()).toHaveText(/^任 1 篇 2012-03-/u)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})
