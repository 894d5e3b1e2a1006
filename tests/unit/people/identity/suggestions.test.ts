import { describe, expect, it } from 'vitest'
import type { OfficeMention } from '../../../../src/domain/article'
import { PLAIN_OFFICE_NAMES } from '../../../../src/domain/officeNames'
import { samePersonSuggestion, twoPersonsSuggestion } from '../../../../src/people/identity/identityClues'
import { reportOf, type NameReport } from '../../../../src/people/identity/nameReport'
import { similarNames } from '../../../../src/people/identity/similarNames'
import { createPinyin } from '../../../../src/text/pinyin'
import { pinyinTable } from '../../../../src/text/pinyinTable'
import { anArticle, aPerson } from '../../builders/anArticle'

const pinyin = createPinyin(pinyinTable)

function pairs(...names: readonly string[]): readonly string[] {
  const counted = names.map((name, place) => ({ name, articles: 100 - place }))
  return similarNames(counted, pinyin).map(
    ({ names: [one, other], kind }) => `${kind} ${one.name} ${other.name}`,
  )
}

describe('names that may be writings of one another', () => {
  it('differ in traditional characters or in the dots of names', () => {
    expect(pairs('张示例', '李样张', '張示例')).toEqual(['sameForm 张示例 張示例'])
    expect(pairs('甲乙·丙丁', '甲乙丙丁')).toEqual(['sameForm 甲乙·丙丁 甲乙丙丁'])
  })

  it('are a name and its last part', () => {
    expect(pairs('示例', '甲乙·示例', '乙甲')).toEqual(['shortForm 示例 甲乙·示例'])
  })

  it('are read alike, with one surname and one character that differs', () => {
    expect(pairs('王铭远', '王明远', '李明远')).toEqual(['sameReading 王铭远 王明远'])
    expect(pairs('王铭远', '王明苑')).toEqual([])
    expect(pairs('张明', '章明')).toEqual([])
  })

  it('are not those that were told apart, nor single characters', () => {
    expect(pairs('张示例', '张示例~2', '張', '张')).toEqual([])
  })
})

function mention(office: string, jurisdiction: string | null, tense: OfficeMention['tense'] = 'current') {
  const rest = { kind: 'stated', event: null, qualifiers: [], at: [0, 0, 2] } as const
  return { ...rest, office, jurisdiction, tense }
}

/** What an invented article of a day says of a name. */
function report(id: string, date: string, name: string, ...said: readonly OfficeMention[]): NameReport {
  return reportOf(
    anArticle({
      id,
      issueDate: date,
      newspaper: '示例日报',
      paragraphs: [`先前的一句。${said[0]?.office ?? ''}${name}到会。后面的一句。`],
      people: [{ ...aPerson(name), officeMentions: said }],
    }),
    name,
    PLAIN_OFFICE_NAMES,
  )!
}

describe('what an article says of a name', () => {
  it('is the sentence that names it, with its source and the offices held then', () => {
    const found = report(
      'a',
      '2012-07-01',
      '张示例',
      mention('县长', '示例县'),
      mention('乡长', '样张乡', 'retrospective'),
    )
    expect(found.evidence).toEqual({
      articleId: 'a',
      title: '示例县召开春耕工作会议',
      newspaper: '示例日报',
      date: '2012-07-01',
      sentence: '县长张示例到会。',
    })
    expect(found.posts.map(({ jurisdiction }) => jurisdiction)).toEqual(['示例县'])
  })

  it('is nothing where it is not named', () => {
    expect(reportOf(anArticle(), '张示例', PLAIN_OFFICE_NAMES)).toBeNull()
  })
})

const counted = (name: string) => ({ name, articles: 4 })

describe('a suggestion that two names are of one person', () => {
  const alike = { names: [counted('王铭远'), counted('王明远')], kind: 'sameReading' } as const

  it('is made for names read alike where both have one office', () => {
    const suggestion = samePersonSuggestion(alike, [
      [report('a', '2010-01-01', '王铭远', mention('县长', '示例县'))],
      [report('b', '2010-01-01', '王明远', mention('县长', '示例县'))],
    ])
    expect(suggestion?.reasons.map(({ kind }) => kind)).toEqual(['sameReading', 'sameOffice', 'sameTime'])
    expect(suggestion?.sides.map(({ evidence }) => evidence.map(({ articleId }) => articleId))).toEqual([
      ['a'],
      ['b'],
    ])
  })

  it.each([
    ['their offices are for two places', '样张县', 'b'],
    ['both stand in one article', '示例县', 'a'],
  ])('is not made for names read alike where %s', (_why, place, id) => {
    const reports = [
      [report('a', '2010', '王铭远', mention('县长', '示例县'))],
      [report(id, '2010', '王明远', mention('县长', place))],
    ] as const
    expect(samePersonSuggestion(alike, reports)).toBeNull()
  })

  it('is made for two forms of one name without any office', () => {
    const forms = { names: [counted('张示例'), counted('張示例')], kind: 'sameForm' } as const
    expect(
      samePersonSuggestion(forms, [[report('a', '2010', '张示例')], [report('b', '2020', '張示例')]])
        ?.reasons,
    ).toEqual([{ kind: 'sameForm' }])
  })
})

describe('a suggestion that a name is of two persons', () => {
  const one = ['2010-01-01', '2011-01-01', '2012-01-01'].map((date, place) =>
    report(`a${String(place)}`, date, '张示例', mention('县长', '示例县')),
  )
  const other = ['2010-06-01', '2011-06-01'].map((date, place) =>
    report(`b${String(place)}`, date, '张示例', mention('局长', '样张市')),
  )

  it('is made where offices for two places are reported at one time', () => {
    const suggestion = twoPersonsSuggestion(counted('张示例'), [...one, ...other])
    expect(suggestion?.sides.map(({ place }) => place)).toEqual(['示例县', '样张市'])
    expect(suggestion?.reasons).toEqual([
      { kind: 'twoPlaces', places: ['示例县', '样张市'], from: '2010-06-01', to: '2011-06-01' },
    ])
  })

  it.each([
    [
      'one office follows the other',
      [
        report('c', '2013', '张示例', mention('局长', '样张市')),
        report('d', '2014', '张示例', mention('局长', '样张市')),
      ],
    ],
    [
      'one article has both',
      [report('c', '2010-06-01', '张示例', mention('局长', '样张市'), mention('县长', '示例县')), ...other],
    ],
    [
      'one place is named in the other',
      other.map((_one, place) =>
        report(`e${String(place)}`, '2011', '张示例', mention('乡长', '示例县样张乡')),
      ),
    ],
    ['there is but one report of the other', other.slice(0, 1)],
  ])('is not made where %s', (_why, reports) => {
    expect(twoPersonsSuggestion(counted('张示例'), [...one, ...reports])).toBeNull()
  })
})
