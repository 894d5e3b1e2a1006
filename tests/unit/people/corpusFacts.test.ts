import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OfficeMention } from '../../../src/domain/article'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus/xwlb-2012-2021.jsonl.gz')

/** What a report says of somebody's office. */
interface Said extends OfficeMention {
  readonly name: string
  readonly day: string
}

interface Report {
  readonly date: string
  readonly title: string
  readonly body: string
}

/** Facts that everybody can look up, read off ten years of broadcast news: nobody marked these reports. */
describe.skipIf(!existsSync(CORPUS))('ten years of reports', () => {
  let reports: readonly Report[]
  let resources: Awaited<ReturnType<typeof loadPeopleResources>>

  beforeAll(async () => {
    resources = await loadPeopleResources()
    reports = gunzipSync(readFileSync(CORPUS))
      .toString('utf8')
      .split('\n')
      .filter((line) => /李克强|环境保护部|环保部|代省长/u.test(line))
      .map((line) => JSON.parse(line) as Report)
  }, 120_000)

  /** What the reports of some words say, those of the days from one to another. */
  function saidIn(words: RegExp, from = '0000', to = '9999'): readonly Said[] {
    return reports
      .filter(({ date, title, body }) => date >= from && date <= to && words.test(title + body))
      .flatMap(({ date, title, body }) =>
        recognizePeople({ title, paragraphs: body.split('\n'), issueDate: date }, resources).flatMap(
          ({ name, officeMentions = [] }) => officeMentions.map((said) => ({ ...said, name, day: date })),
        ),
      )
  }

  it('tell of Li Keqiang as vice premier before March 2013 and as premier after', () => {
    const said = saidIn(/李克强/u, '2012-12', '2013-07').filter(
      ({ name, tense }) => name === '李克强' && tense === 'current',
    )
    const daysOf = (office: RegExp) =>
      said
        .filter((one) => office.test(one.office))
        .map(({ day }) => day)
        .toSorted()
    const vice = daysOf(/^国务院副总理$/u)
    const premier = daysOf(/^(?:中国|中华人民共和国)?国务院总理$/u)
    expect(vice.length).toBeGreaterThan(10)
    expect(premier.length).toBeGreaterThan(60)
    expect(vice.at(-1)).toBe('2013-03-10')
    expect(premier[0]).toBe('2013-03-15')
    const appointments = said.filter(({ event, office }) => event === 'appointed' && office.endsWith('总理'))
    expect(appointments.map(({ day }) => day).toSorted()[0]).toBe('2013-03-15')
  })

  it('tell of three ministers of environmental protection, when they came and went, and of nobody else', () => {
    const said = saidIn(/环境保护部|环保部/u).filter(
      ({ office, tense }) => tense === 'current' && /^(?:国家|中国)?(?:环境保护部|环保部)部长$/u.test(office),
    )
    const daysOf = (minister: string, event: OfficeMention['event']) => [
      ...new Set(said.filter((one) => one.name === minister && one.event === event).map(({ day }) => day)),
    ]
    expect([...new Set(said.map(({ name }) => name))].sort()).toEqual(['周生贤', '李干杰', '陈吉宁'].sort())
    expect(daysOf('周生贤', 'appointed')).toContain('2013-03-16')
    expect(daysOf('周生贤', 'removed')).toContain('2015-02-27')
    expect(daysOf('陈吉宁', 'appointed')).toContain('2015-02-27')
    expect(daysOf('陈吉宁', 'removed')).toContain('2017-06-27')
    expect(daysOf('李干杰', 'appointed')).toContain('2017-06-27')
  })

  it('tell of an acting governor on the day only where they do not look back', () => {
    const said = saidIn(/代省长/u).filter(({ office }) => office.endsWith('代省长'))
    const dated = (tense: OfficeMention['tense']) =>
      said.filter((one) => one.tense === tense).map(({ name, day }) => `${day} ${name}`)
    expect(dated('current').sort()).toEqual(['2020-06-01 李干杰', '2021-05-14 王凯', '2021-10-22 周乃翔'])
    expect(new Set(dated('retrospective').map((words) => words.slice(11)))).toEqual(new Set(['习近平']))
  })
})
