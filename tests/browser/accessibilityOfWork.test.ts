import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Article } from '../../src/domain/article'
import { anArticle, aPerson } from '../unit/builders/anArticle'
import type { AppServer } from './appServer'
import { open } from './archivePage'
import { expect, test } from './fixtures'
import { overflowsOf, violationsOfStates, type PageState } from './pageStates'
import { collectArticle, openProject } from './projectPage'
import { putCollection } from './sampleCollections'

const OFFICE = '示例县县长'

/** A report that gives somebody the office, with what the recogniser would have said of it. */
function aReport(number: number, name: string, said: string, event: 'appointed' | null): Article {
  const [nameAt, officeAt] = [said.indexOf(name), said.indexOf(OFFICE)]
  return anArticle({
    id: `work-${number}`,
    title: `示例县第${number}次会议`,
    newspaper: '示例日报',
    issueDate: `201${number}-03-0${number}`,
    page: '01',
    paragraphs: [said, '会议提出“两清一绿”，部署“柳塘方案”。'],
    people: [
      {
        ...aPerson(name, OFFICE),
        confidence: 'certain',
        mentions: [[0, nameAt, nameAt + name.length]],
        officeMentions: [
          {
            office: OFFICE,
            at: [0, officeAt, officeAt + OFFICE.length],
            kind: 'stated',
            event,
            tense: 'current',
            qualifiers: [],
            jurisdiction: '示例县',
          },
        ],
      },
      aPerson('李样张'),
    ],
  })
}

const REPORTS = [
  aReport(1, '张示例', `会议决定任命张示例为${OFFICE}。`, 'appointed'),
  aReport(2, '张示例', `${OFFICE}张示例、李样张出席了会议。`, null),
  // Written with another character of the same sound: a question for the desk.
  aReport(3, '张世例', `${OFFICE}张世例讲话，李样张出席。`, null),
]

/** Fills every room: a collection with names, offices and terms, a project, bookmarks, a search, a change. */
async function fillRooms(page: Page, server: AppServer): Promise<void> {
  await putCollection(server, 'work', { title: '有任免的文库', files: { 'a.jsonl': REPORTS } })
  await open(page)
  await page.goto('./#/collections?add=samples/work')
  await page.getByTestId('collection-accept').click()
  await expect(page.getByRole('status').filter({ hasText: '已收下' })).toBeVisible()
  await collectArticle(page, 'work-1', { day: '2011-03-01', newProject: '示例县大事记资料' })
  await collectArticle(page, 'work-2', { day: '2011-03-01' })
  await page.keyboard.press('b')
  await expect(page.getByTestId('bookmark')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('reading-reading').click()
  await open(page, '#/?q=会议')
  await page.getByTestId('save-search').click()
  await expect(page.getByTestId('save-search')).toHaveAttribute('aria-pressed', 'true')
  // One more deed for the log, and something that a restore changes.
  await page.getByTestId('select-results').click()
  await page.getByTestId('select-result').first().click()
  await page.locator('[data-action=tag]').click()
  await page.getByTestId('tag-input').fill('示例标签')
  await page.getByTestId('tag-input').press('Enter')
  await expect(page.getByTestId('undo-notice')).toBeVisible()
  await page.getByTestId('select-end').click()
  await expect(page.getByTestId('selection-bar')).toHaveCount(0)
}

const STATES: readonly PageState[] = [
  {
    name: 'article with its tools',
    hash: '#/article/work-2?q=会议',
    act: (page) => page.getByTestId('reader-more').click(),
    sign: (page) => page.getByTestId('kept-with-article'),
  },
  {
    name: 'correcting an article',
    hash: '#/article/work-2?mend=fields',
    sign: (page) => page.getByTestId('mending-editor'),
  },
  {
    name: 'collecting',
    hash: '#/article/work-3',
    act: async (page) => {
      await expect(page.getByTestId('bookmark')).toBeEnabled()
      await page.keyboard.press('a')
    },
    sign: (page) => page.getByRole('dialog').getByTestId('collect-save'),
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'suggestions',
    hash: '#/?q=',
    act: async (page) => {
      await page.getByTestId('search-box').click()
      await page.keyboard.type('张示')
    },
    sign: (page) => page.getByRole('listbox'),
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'selecting results',
    hash: '#/?q=示例县',
    act: (page) => page.getByTestId('select-results').click(),
    sign: (page) => page.getByTestId('selection-bar'),
    leave: (page) => page.getByTestId('select-end').click(),
  },
  {
    name: 'exporting results',
    hash: '#/?q=示例县',
    act: (page) => page.getByTestId('export-results').click(),
    sign: (page) => page.getByTestId('export-save'),
    leave: (page) => page.keyboard.press('Escape'),
  },
  { name: 'names', hash: '#/people', sign: (page) => page.getByTestId('person-row').first() },
  {
    name: 'offices',
    hash: '#/people?list=offices',
    sign: (page) => page.getByTestId('office-row').first(),
  },
  {
    name: 'a name with a report',
    hash: '#/people/张示例',
    act: (page) =>
      page
        .getByTestId('tenure')
        .first()
        .getByRole('button', { name: /最早见报/ })
        .click(),
    sign: (page) => page.getByTestId('report').first(),
  },
  {
    name: 'deciding about a name',
    hash: '#/people/张示例',
    act: async (page) => {
      await page.getByTestId('person-actions').click()
      await page.locator('[data-action=split]').click()
    },
    sign: (page) => page.getByTestId('decision-form'),
    leave: (page) => page.keyboard.press('Escape'),
  },
  { name: 'no such name', hash: '#/people/某某某', sign: (page) => page.getByTestId('person-missing') },
  { name: 'an office', hash: `#/offices/${OFFICE}`, sign: (page) => page.getByTestId('holder').first() },
  { name: 'the desk', hash: '#/people/desk', sign: (page) => page.getByTestId('suggestion').first() },
  { name: 'terms', hash: '#/terms', sign: (page) => page.getByTestId('term-row').first() },
  { name: 'a term', hash: '#/terms/两清一绿', sign: (page) => page.getByTestId('term-articles') },
  {
    name: 'trends',
    hash: '#/trends?terms=两清一绿,柳塘方案',
    sign: (page) => page.getByRole('row').first(),
  },
  { name: 'no trends', hash: '#/trends', sign: (page) => page.getByRole('heading', { level: 1 }) },
  { name: 'projects', hash: '#/projects', sign: (page) => page.getByTestId('project') },
  {
    name: 'a new project',
    hash: '#/projects',
    act: (page) => page.getByTestId('new-project').click(),
    sign: (page) => page.getByTestId('project-form'),
  },
  {
    name: 'cards',
    hash: '#/projects',
    act: async (page) => {
      await openProject(page)
      await page.getByTestId('card').getByRole('checkbox').first().check()
      await page.getByTestId('card-edit').first().click()
    },
    sign: (page) => page.getByTestId('picked-cards'),
  },
  {
    name: 'a chronicle',
    hash: '#/projects',
    act: async (page) => {
      await openProject(page)
      await page.getByRole('link', { name: /^大事记/ }).click()
      await expect(page.getByTestId('new-entry')).toBeVisible()
      const make = page.getByTestId('entries-of-unused')
      if (await make.isVisible()) await make.click()
      await page.getByTestId('entry-edit').first().click()
      await page.getByTestId('entry-review').last().click()
    },
    sign: (page) => page.getByTestId('entry-editor'),
  },
  {
    name: 'exporting a project',
    hash: '#/projects',
    act: async (page) => {
      await openProject(page)
      await page.getByTestId('project-export').click()
    },
    sign: (page) => page.getByTestId('project-export-save'),
    leave: (page) => page.keyboard.press('Escape'),
  },
  { name: 'kept', hash: '#/kept', sign: (page) => page.getByTestId('saved-search') },
  { name: 'doubts', hash: '#/doubtful', sign: (page) => page.getByRole('heading', { level: 1 }) },
  { name: 'changes', hash: '#/changes', sign: (page) => page.getByTestId('deed').first() },
  { name: 'collections held', hash: '#/collections', sign: (page) => page.getByText('有任免的文库').first() },
]

/** A backup of this state, given back after a bookmark was taken away, so that there is something to say. */
function restorePreview(file: Buffer): PageState {
  return {
    name: 'a restore',
    hash: '#/backup',
    act: async (page) => {
      await expect(page.getByTestId('backup-download')).toBeEnabled()
      const given = { name: '备份.jsonl.gz', mimeType: 'application/gzip', buffer: file }
      await page.getByTestId('restore-input').setInputFiles(given)
    },
    sign: (page) => page.getByTestId('restore-preview'),
  }
}

async function backup(page: Page): Promise<Buffer> {
  await page.goto('./#/backup')
  await expect(page.getByTestId('backup-download')).toBeEnabled()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('backup-download').click(),
  ])
  return readFile(await download.path())
}

async function takeBookmarkAway(page: Page): Promise<void> {
  await page.goto('./#/article/work-2')
  await expect(page.getByTestId('bookmark')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('b')
  await expect(page.getByTestId('bookmark')).toHaveAttribute('aria-pressed', 'false')
}

for (const [screen, size] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`no room in use has an axe violation on ${screen}, in either theme`, async ({ page, server }) => {
    test.setTimeout(240_000)
    await page.setViewportSize(size)
    await fillRooms(page, server)
    const file = await backup(page)
    await takeBookmarkAway(page)
    expect(await violationsOfStates(page, [...STATES, restorePreview(file)])).toEqual([])
  })
}

test('no room in use runs over the side, from a small phone to a wide screen', async ({ page, server }) => {
  test.setTimeout(240_000)
  await fillRooms(page, server)
  const sizes = [
    [320, 640],
    [390, 844],
    [640, 450],
    [820, 1180],
    [1280, 800],
  ] as const
  expect(await overflowsOf(page, STATES, sizes)).toEqual([])
})
