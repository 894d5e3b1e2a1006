import { describe, expect, it } from 'vitest'
import type { OfficeMention, PersonInArticle } from '../../../../src/domain/article'
import type { ReportQuestion } from '../../../../src/domain/peopleCalls'
import { dayNumber } from '../../../../src/domain/partialDate'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle, aPerson } from '../../builders/anArticle'

const STYLE = { citation: 'gbt7714-2025', accessedOn: '' } as const

/** A person whom a paragraph names at a place, with an office that it says before the name. */
function stated(
  paragraph: string,
  name: string,
  office: string,
  change: Partial<OfficeMention> = {},
): PersonInArticle {
  const at = paragraph.indexOf(name)
  const from = paragraph.indexOf(office)
  return {
    ...aPerson(name, office),
    kind: 'full',
    confidence: 'certain',
    mentions: [[0, at, at + name.length]],
    officeMentions: [
      {
        office,
        at: [0, from, from + office.length],
        kind: 'stated',
        event: null,
        tense: 'current',
        qualifiers: [],
        jurisdiction: null,
        ...change,
      },
    ],
  }
}

function aReport(id: string, issueDate: string, text: string, ...people: readonly PersonInArticle[]) {
  return anArticle({ id, title: `题目${id}`, issueDate, newspaper: '示例日报', paragraphs: [text], people })
}

const given = '会议决定任命张示例为环保局局长。'
const meets = '上午，县环保局长张示例到会。随后休会。'
const taken = '会议决定免去张示例的环保局局长职务。'
const recalls = '时任代县长王样本回忆说，那时还小。'

const bundled = aCollection({
  files: {
    'articles-1.jsonl': [
      aReport('a', '2010-03-01', given, stated(given, '张示例', '环保局局长', { event: 'appointed' })),
      aReport('b', '2010-05-02', meets, stated(meets, '张示例', '县环保局长', {}), {
        ...aPerson('李样张'),
        honours: ['劳动模范'],
      }),
      aReport('c', '2012-05-02', taken, stated(taken, '张示例', '环保局局长', { event: 'removed' })),
      aReport(
        'd',
        '2015-01-01',
        recalls,
        stated(recalls, '王样本', '代县长', { tense: 'retrospective', qualifiers: ['时任', '代'] }),
        { ...aPerson('疑似人'), confidence: 'possible' },
        aPerson('张示例~2', '教师'),
      ),
    ],
  },
})

async function openArchive() {
  const one = anArchive(aHost(bundled), bundled, aProfile())
  await one.archive.open()
  await one.untilReady()
  return one.archive
}

function about(change: Partial<ReportQuestion>): ReportQuestion {
  const all = { person: null, office: null, says: 'named', isActing: null, days: null } as const
  return { ...all, offset: 0, limit: 10, ...change }
}

const ALL = {
  sureness: 'certain',
  contains: '',
  office: '',
  sort: 'frequency',
  offset: 0,
  limit: 10,
} as const

describe('the archive', () => {
  it('lists names with their articles, the doubtful apart', async () => {
    const archive = await openArchive()
    const list = await archive.people(ALL)
    expect(list.rows.map(({ name, articles }) => [name, articles])).toEqual([
      ['张示例', 3],
      ['李样张', 1],
      ['王样本', 1],
      ['张示例~2', 1],
    ])
    expect([list.total, list.others]).toEqual([4, 1])
    expect(list.rows[0]).toMatchObject({ first: '2010-03-01', last: '2012-05-02' })
    const doubtful = await archive.people({ ...ALL, sureness: 'possible' })
    expect(doubtful.rows.map(({ name }) => name)).toEqual(['疑似人'])
  })

  it('finds names by a part, in pinyin, and by the office in which they are', async () => {
    const archive = await openArchive()
    const found = async (change: object): Promise<readonly string[]> =>
      (await archive.people({ ...ALL, ...change })).rows.map(({ name }) => name)
    expect(await found({ contains: '样' })).toEqual(['李样张', '王样本'])
    expect(await found({ contains: 'lyz' })).toEqual(['李样张'])
    expect(await found({ office: '环境保护局' })).toEqual(['张示例'])
    expect(await found({ office: '县长' })).toEqual([])
    expect(await found({ sort: 'name', offset: 1, limit: 1 })).toEqual(['王样本'])
  })

  it('tells the offices of a person, a term only where both its ends are reported', async () => {
    const archive = await openArchive()
    const record = await archive.person('张示例')
    expect(record).toMatchObject({ articles: 3, certain: 3, namesakes: ['张示例~2'], companionCount: 1 })
    expect(record?.offices.map(({ office, articles }) => [office, articles])).toEqual([
      ['环境保护局局长', 1],
      ['县环境保护局局长', 1],
    ])
    const [from, to] = [dayNumber(2010, 3, 1), dayNumber(2012, 5, 2)]
    expect(record?.offices[0]?.tenure.terms).toEqual([[from, to]])
    expect(record?.years.map(({ articles }) => articles)).toEqual([2, 0, 1])
    expect(await archive.person('没有的人')).toBeNull()
  })

  it('keeps honours as honours', async () => {
    const record = await (await openArchive()).person('李样张')
    expect(record?.honours).toEqual([{ name: '劳动模范', articles: 1 }])
    expect(record?.offices).toEqual([])
  })

  it('shows nobody in an office that an article only looks back to', async () => {
    const archive = await openArchive()
    const record = await archive.office('代县长')
    expect(record?.holders).toEqual([])
    expect(record?.others.map(({ name, isActing }) => [name, isActing])).toEqual([['王样本', true]])
    expect(await archive.office('没有的职务')).toBeNull()
  })

  it('tells who holds an office by any of its forms, and lists offices', async () => {
    const archive = await openArchive()
    const record = await archive.office('环保局局长')
    expect(record?.office).toBe('环境保护局局长')
    expect(record?.holders.map(({ name }) => name)).toEqual(['张示例'])
    const offices = await archive.offices('', 10)
    expect(offices.rows.map(({ office }) => office)).toEqual(['环境保护局局长', '县环境保护局局长', '教师'])
    expect((await archive.offices('教', 1)).total).toBe(1)
  })

  it('gives the sentences that something rests on, with what is marked and the citation', async () => {
    const archive = await openArchive()
    const question = about({ person: '张示例', office: '环境保护局局长' })
    const said = async (change: Partial<ReportQuestion>): Promise<readonly string[]> =>
      (await archive.officeReports({ ...question, ...change }, STYLE)).reports.map(
        ({ articleId }) => articleId,
      )
    expect(await said({ says: 'appointed' })).toEqual(['a'])
    expect(await said({ says: 'held' })).toEqual(['a'])
    expect(await said({ says: 'removed' })).toEqual(['c'])
    expect(await said({ says: 'removed', days: [dayNumber(2010, 3, 1)] })).toEqual([])
    expect(await said({ office: null, says: 'named', offset: 1, limit: 1 })).toEqual(['b'])
    const { reports, total } = await archive.officeReports({ ...question, says: 'removed' }, STYLE)
    expect(total).toBe(1)
    const { text, marks } = reports[0]!.sentences[0]!
    expect([text, marks.map(([start, end]) => text.slice(start, end))]).toEqual([
      taken,
      ['张示例', '环保局局长'],
    ])
    expect(reports[0]!.citation).toContain('题目c')
  })

  it('gives only the sentence of a paragraph', async () => {
    const archive = await openArchive()
    const question = about({ person: '张示例', office: '县环境保护局局长', says: 'held' })
    const { reports } = await archive.officeReports(question, STYLE)
    expect(reports[0]?.sentences.map(({ text }) => text)).toEqual(['上午，县环保局长张示例到会。'])
  })

  it('gives nothing for a question about nobody and nothing, or somebody unknown', async () => {
    const archive = await openArchive()
    expect(await archive.officeReports(about({}), STYLE)).toEqual({ reports: [], total: 0 })
    expect(await archive.officeReports(about({ person: '没有的人' }), STYLE)).toEqual({
      reports: [],
      total: 0,
    })
  })

  it('tells how articles write a name', async () => {
    expect(await (await openArchive()).nameForms('张示例')).toEqual([{ name: '张示例', articles: 3 }])
  })
})
