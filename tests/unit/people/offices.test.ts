import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople, type ReadableArticle } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

function officesOf(
  paragraph: string,
  article: Partial<ReadableArticle> = {},
): Readonly<Record<string, unknown>> {
  const people = recognizePeople({ title: '', paragraphs: [paragraph], ...article }, resources)
  return Object.fromEntries(people.map(({ name, offices }) => [name, offices]))
}

function mentionsOf(paragraph: string, article: Partial<ReadableArticle> = {}) {
  const people = recognizePeople({ title: '', paragraphs: [paragraph], ...article }, resources)
  return people.flatMap(({ officeMentions = [] }) => officeMentions)
}

describe('recognizing offices', () => {
  it('takes joined offices for two', () => {
    expect(officesOf('昨天，苏州市副市长、吴江市委书记顾清禾总结了工作。')).toEqual({
      顾清禾: ['苏州市副市长', '吴江市委书记'],
    })
  })

  it.each([
    ['市委书记顾清禾，市长沈若衡和钱以宁等市领导出席。', ['顾清禾', '沈若衡', '钱以宁']],
    ['顾清禾等党和国家领导人会见了沈若衡。', ['顾清禾']],
    ['顾清禾等领导小组成员、沈若衡等领导下的企业、钱以宁等老同志送了花圈。', []],
  ])('reads the collective word behind the list of “%s”', (paragraph, leaders) => {
    const people = recognizePeople({ title: '', paragraphs: [paragraph] }, resources)
    const led = people.filter(({ officeMentions = [] }) =>
      officeMentions.some(({ kind, office, at: [, start, end] }) => {
        return kind === 'collective' && office === paragraph.slice(start, end)
      }),
    )
    expect(led.map(({ name }) => name)).toEqual(leaders)
  })

  it.each([
    ['获一等奖的有：顾清禾、沈若衡；获二等奖的有：钱以宁。', ['一等奖', '一等奖', '二等奖']],
    ['一等奖：顾清禾；优秀奖：沈若衡、钱以宁。', ['一等奖', '优秀奖', '优秀奖']],
    [
      '顾清禾、沈若衡荣获省科技进步二等奖，钱以宁获梅花奖。',
      ['省科技进步二等奖', '省科技进步二等奖', '梅花奖'],
    ],
    ['顾清禾获大奖，沈若衡获全国大奖提名，钱以宁分别获一、二等奖。', ['', '', '']],
  ])('reads the prizes of “%s”', (paragraph, prizes) => {
    const people = recognizePeople({ title: '', paragraphs: [paragraph] }, resources)
    expect(people.map(({ honours = [] }) => honours.join('、'))).toEqual(prizes)
  })

  it('spreads an office over a list, and marks a collective as one', () => {
    expect(mentionsOf('市领导顾清禾、沈若衡出席。').map(({ kind }) => kind)).toEqual([
      'collective',
      'collective',
    ])
    expect(mentionsOf('副省长顾清禾、沈若衡出席。').map(({ office, kind }) => [office, kind])).toEqual([
      ['副省长', 'stated'],
      ['副省长', 'listed'],
    ])
  })

  it('reads an office in brackets behind the name', () => {
    expect(officesOf('顾清禾（县长）作了报告。')).toEqual({ 顾清禾: ['县长'] })
  })

  it('keeps a former office as told of the past', () => {
    const [mention] = mentionsOf('原县委书记顾清禾也来到现场。')
    expect(mention).toMatchObject({ office: '县委书记', qualifiers: ['原'], tense: 'retrospective' })
  })

  it('tells appointment and removal', () => {
    const text = '会议决定任命顾清禾为县财政局局长，免去沈若衡的县财政局局长职务。'
    expect(mentionsOf(text).map(({ office, event }) => [office, event])).toEqual([
      ['县财政局局长', 'appointed'],
      ['县财政局局长', 'removed'],
    ])
  })

  it('resolves a bare office by the newspaper’s home place as of the day', () => {
    const described = [
      {
        name: '临湖日报',
        aliases: [],
        places: [
          { name: '临湖市', to: '2012-09-01' },
          { name: '临湖区', from: '2012-09-01' },
        ],
      },
    ]
    const jurisdictionOn = (issueDate: string) =>
      recognizePeople(
        { title: '', paragraphs: ['市长顾清禾主持会议。'], newspaper: '临湖日报', issueDate },
        resources,
        described,
      )[0]?.officeMentions?.[0]?.jurisdiction
    expect(jurisdictionOn('2012-07-01')).toBe('临湖')
    expect(jurisdictionOn('2012-10-01')).toBeNull()
  })

  it('takes an honour for no office', () => {
    const text = '大会授予顾清禾等50名同志“临湖市优秀共产党员”称号。'
    const [person] = recognizePeople({ title: '', paragraphs: [text] }, resources)
    expect(person).toMatchObject({ name: '顾清禾', offices: [], honours: ['优秀共产党员'] })
  })
})
