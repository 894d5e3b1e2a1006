import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { cardContent } from '../../../../src/domain/card'
import { entryContent } from '../../../../src/domain/chronicleEntry'
import type { ProjectExport } from '../../../../src/domain/collecting'
import { reviewedState, reviewId } from '../../../../src/domain/entryReview'
import type { RecordChange } from '../../../../src/domain/keptRecord'
import { newProject } from '../../../../src/domain/project'
import { PROJECT_WORDING } from '../../../../src/domain/projectDocument'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'
import { aCard, anEntry } from '../../builders/aProject'

/** Six reports whose events happened in another order than that of their issues, one of them told of afterwards. */
const REPORTS: readonly (readonly [id: string, issueDate: string, title: string, text: string])[] = [
  ['r1', '2012-07-02', '大堤开工', '示例河大堤昨天开工，三千人到场。'],
  ['r2', '2012-07-03', '县长察看工地', '6月30日，县长张示例察看了大堤工地。'],
  ['r3', '2012-07-02', '民工进场', '昨天，首批民工进场。'],
  ['r4', '2012-08-10', '上月大事回顾', '上月，全县修渠十里。'],
  ['r5', '2013-01-05', '去年水利', '去年，全县水利经费翻了一番。'],
  ['r6', '2012-05-01', '会议召开', '今天，示例县水利会议召开。'],
]
const sources: readonly Article[] = REPORTS.map(([id, issueDate, title, text]) =>
  anArticle({
    id,
    title,
    issueDate,
    newspaper: '示例日报',
    medium: 'newspaper',
    page: '01',
    paragraphs: [text, '本段与此无关。'],
  }),
)
const bundled = aCollection({ files: { 'articles-1.jsonl': sources } })

async function openArchive() {
  const one = anArchive(aHost(bundled), bundled, aProfile())
  await one.archive.open()
  await one.untilReady()
  return one.archive
}

type Open = Awaited<ReturnType<typeof openArchive>>

const EXPORT: ProjectExport = {
  work: 'chronicle',
  format: 'markdown',
  style: 'historians',
  wording: PROJECT_WORDING,
}

/** A project of cards on all reports, each with an entry of the day that was offered first. */
async function collectAll(archive: Open): Promise<void> {
  const passages = await archive.collect(
    REPORTS.map(([articleId, , , text]) => ({ articleId, spans: [[0, 0, text.length] as const] })),
  )
  const changes: RecordChange[] = [
    {
      kind: 'project',
      id: 'p',
      about: '',
      content: newProject('示例县水利', '', '2026-03-01T01:00:00.000Z'),
    },
  ]
  passages.forEach((passage, at) => {
    const { source, spans, text, days } = passage!
    const [id] = REPORTS[at]!
    const card = aCard(`card-${id}`, { source, spans, text, eventDate: days[0] ?? null, place: at })
    const entry = anEntry(`entry-${id}`, {
      date: card.eventDate,
      text: `${source.title}。`,
      cardIds: [card.id],
      place: at,
    })
    changes.push({ kind: 'card', id: card.id, about: 'p', content: cardContent(card) })
    changes.push({ kind: 'entry', id: entry.id, about: 'p', content: entryContent(entry) })
  })
  const examined = anEntry('entry-r1')
  changes.push({
    kind: 'review',
    id: reviewId(examined.id, 'first'),
    about: examined.id,
    content: { stage: 'first', by: '李样张', on: '2026-03-02', state: reviewedState(examined) },
  })
  await archive.saveRecords(changes, '张示例')
}

describe('collecting passages', () => {
  it('keeps the words, their place, the source, and offers the day that is meant', async () => {
    const archive = await openArchive()
    const [passage, whole, gone, empty] = await archive.collect([
      { articleId: 'r1', spans: [[0, 0, 9]] },
      { articleId: 'r2', spans: [] },
      { articleId: 'nobody', spans: [] },
      { articleId: 'r1', spans: [[7, 0, 3]] },
    ])
    expect(passage).toMatchObject({
      text: '示例河大堤昨天开工',
      spans: [[0, 0, 9]],
      source: { id: 'r1', page: '01' },
    })
    expect(passage?.days).toEqual(['2012-07-01', '2012-07-02'])
    expect(whole).toMatchObject({ spans: [], text: sources[1]!.paragraphs.join('\n') })
    expect(whole?.days[0]).toBe('2012-06-30')
    expect([gone, empty]).toEqual([null, null])
    const [looksBack] = await archive.collect([{ articleId: 'r5', spans: [] }])
    expect(looksBack?.days[0]).toBe('2013-01-05')
  })

  it('offers what was before the issue of a newspaper first, and of a newscast the day that it names first', async () => {
    const archive = await openArchive()
    const text = '今天是示例节。昨天，示例县开会。'
    await archive.changeArticles(['r1', 'r2'], { kind: 'edit', edit: { paragraphs: [text] } }, '')
    await archive.changeArticles(['r2'], { kind: 'edit', edit: { medium: 'broadcast' } }, '')
    const spans = [[0, 0, text.length] as const]
    const [paper, newscast] = await archive.collect([
      { articleId: 'r1', spans },
      { articleId: 'r2', spans },
    ])
    expect(paper?.days).toEqual(['2012-07-01', '2012-07-02'])
    expect(newscast?.days).toEqual(['2012-07-03', '2012-07-02'])
  })

  it('offers the day last named before a passage that names none', async () => {
    const archive = await openArchive()
    const [passage] = await archive.collect([{ articleId: 'r2', spans: [[1, 0, 4]] }])
    expect(passage?.days).toEqual(['2012-06-30', '2012-07-03'])
  })

  it('shows articles as they are corrected, and deleted ones as gone', async () => {
    const archive = await openArchive()
    await archive.changeArticles(['r1'], { kind: 'edit', edit: { paragraphs: ['改正的文字。'] } }, '')
    await archive.changeArticles(['r2'], { kind: 'delete' }, '')
    const [changed, deleted, same] = await archive.articlesNow(['r1', 'r2', 'r3'])
    expect(changed?.paragraphs).toEqual(['改正的文字。'])
    expect(deleted).toBeNull()
    expect(same?.paragraphs).toEqual(sources[2]!.paragraphs)
  })
})

describe('a chronicle of six reports', () => {
  it('stands in the order of the events, not of the issues, each entry with its source', async () => {
    const archive = await openArchive()
    await collectAll(archive)
    const file = await archive.exportProject('p', EXPORT)
    const lines = (await (file as Blob).text()).split('\n').filter((line) => line !== '')
    expect(lines).toEqual([
      '# 示例县水利大事记',
      '## 2012年',
      '**5月1日**　会议召开。[^1]',
      '**6月30日**　县长察看工地。[^2]',
      '**7月1日**　大堤开工。[^3]',
      '**同日**　民工进场。[^4]',
      '**是月**　上月大事回顾。[^5]',
      '**是年**　去年水利。[^6]',
      '[^1]: 《会议召开》，《示例日报》2012年5月1日，第1版。',
      '[^2]: 《县长察看工地》，《示例日报》2012年7月3日，第1版。',
      '[^3]: 《大堤开工》，《示例日报》2012年7月2日，第1版。',
      '[^4]: 《民工进场》，《示例日报》2012年7月2日，第1版。',
      '[^5]: 《上月大事回顾》，《示例日报》2012年8月10日，第1版。',
      '[^6]: 《去年水利》，《示例日报》2013年1月5日，第1版。',
    ])
  })

  it('names several reports in the note of one entry, says that they differ, and leaves out what is not written', async () => {
    const archive = await openArchive()
    await collectAll(archive)
    const entry = { date: '2012-07-01', cardIds: ['card-r1', 'card-r3', 'card-r1'], isDisputed: true }
    const changes = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].map((id) => ({
      kind: 'entry' as const,
      id: `entry-${id}`,
      about: 'p',
      content: entryContent(anEntry(id, id === 'r1' ? { ...entry, text: '大堤开工。' } : { text: '' })),
    }))
    await archive.saveRecords(changes, '')
    const text = await ((await archive.exportProject('p', EXPORT)) as Blob).text()
    expect(text.match(/\[\^\d+\]:.*/g)).toEqual([
      '[^1]: 《大堤开工》，《示例日报》2012年7月2日，第1版。 《民工进场》，《示例日报》2012年7月2日，第1版。 按：各报所载不一。',
    ])
  })

  it('is written as a compilation of its cards too', async () => {
    const archive = await openArchive()
    await collectAll(archive)
    const file = await archive.exportProject('p', { ...EXPORT, work: 'compilation' })
    const text = await (file as Blob).text()
    expect(text).toContain('> **2012年6月30日**　6月30日，县长张示例察看了大堤工地。[^2]')
    expect(await archive.exportProject('nobody', EXPORT)).toBeNull()
  })
})

describe('the file of a project', () => {
  const asLines = { ...EXPORT, format: 'jsonl' } as const

  it('taken in elsewhere is the same project, and written again the same file', async () => {
    const [mine, theirs] = [await openArchive(), await openArchive()]
    await collectAll(mine)
    const file = (await mine.exportProject('p', asLines)) as Blob
    const taken = await theirs.importProject('p.jsonl', file)
    expect(taken).toMatchObject({ projectIds: ['p'], added: 14, changed: 0, kept: 0, problems: [] })
    expect(await ((await theirs.exportProject('p', asLines)) as Blob).text()).toBe(await file.text())
    for (const kind of ['project', 'card', 'entry', 'review'] as const) {
      expect(await theirs.records(kind, null)).toEqual(await mine.records(kind, null))
    }
    expect(await theirs.importProject('p.jsonl', file)).toMatchObject({
      added: 0,
      changed: 0,
      kept: 14,
      before: [],
    })
  })

  it('is taken back as a whole', async () => {
    const [mine, theirs] = [await openArchive(), await openArchive()]
    await collectAll(mine)
    const { before } = await theirs.importProject('p.jsonl', (await mine.exportProject('p', asLines)) as Blob)
    await theirs.saveRecords(before, '')
    expect(await theirs.records('card', null)).toEqual([])
    expect(await theirs.exportProject('p', asLines)).toBeNull()
  })

  it('keeps what was changed later, and names the lines that hold nothing of a project', async () => {
    const [mine, theirs] = [await openArchive(), await openArchive()]
    await collectAll(mine)
    const file = (await mine.exportProject('p', asLines)) as Blob
    await theirs.importProject('p.jsonl', file)
    const later = entryContent(anEntry('entry-r1', { text: '后来改的。' }))
    await theirs.saveRecords([{ kind: 'entry', id: 'entry-r1', about: 'p', content: later }], '')
    const bad = new Blob([file, 'no json\n', '{"kind":"note","id":"n"}\n'])
    const again = await theirs.importProject('p.jsonl', bad)
    expect(again).toMatchObject({ added: 0, changed: 0, kept: 14 })
    expect(again.problems.map(({ row, code }) => [row, code])).toEqual([
      [15, 'json-malformed'],
      [16, 'field-malformed'],
    ])
    const kept = (await theirs.records('entry', ['p'])).find(({ id }) => id === 'entry-r1')
    expect(kept?.content).toMatchObject({ text: '后来改的。' })
  })
})
