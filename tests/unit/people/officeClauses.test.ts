import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

/** Person, office and event of every office that paragraphs tell, by person. */
function told(...paragraphs: readonly string[]): readonly (readonly [string, string, string | null])[] {
  return recognizePeople({ title: '', paragraphs }, resources).flatMap(({ name, officeMentions = [] }) =>
    officeMentions.map(({ office, event }) => [name, office, event] as const),
  )
}

function mentionsOf(paragraph: string) {
  return recognizePeople({ title: '', paragraphs: [paragraph] }, resources).flatMap(
    ({ name, officeMentions = [] }) =>
      officeMentions.map(({ office, qualifiers, tense }) => ({ name, office, qualifiers, tense })),
  )
}

describe('offices that sentences tell', () => {
  it('are given to all the names of a list', () => {
    expect(told('会议决定任命顾清禾、沈若衡为县人民法院审判员。')).toEqual([
      ['顾清禾', '县人民法院审判员', 'appointed'],
      ['沈若衡', '县人民法院审判员', 'appointed'],
    ])
  })

  it('are given and taken by the heading above a list', () => {
    expect(
      told('决定任命：', '顾清禾（女）为县财政局局长；', '决定免去：', '沈若衡的县财政局局长职务。'),
    ).toEqual([
      ['顾清禾', '县财政局局长', 'appointed'],
      ['沈若衡', '县财政局局长', 'removed'],
    ])
  })

  it('follow one another in one sentence', () => {
    expect(told('市委宣布，顾清禾不再担任县委书记，任市委副书记。')).toEqual([
      ['顾清禾', '县委书记', 'removed'],
      ['顾清禾', '市委副书记', 'appointed'],
    ])
  })

  it('are several behind one verb', () => {
    expect(
      told('会议任命顾清禾为县人民法院副院长、审判委员会委员、审判员。').map(([, office]) => office),
    ).toEqual(['县人民法院副院长', '审判委员会委员', '审判员'])
  })

  it('are no appointment in a body for one purpose', () => {
    expect(told('会议决定成立指挥部，顾清禾任总指挥。')).toEqual([['顾清禾', '总指挥', null]])
  })

  it('tell what is proposed apart from what is held', () => {
    const text = '顾清禾，女，1959年6月生，现任双桥镇镇长，拟任双桥镇党委书记。'
    expect(mentionsOf(text).map(({ office, qualifiers }) => [office, qualifiers])).toEqual([
      ['双桥镇镇长', ['现任']],
      ['双桥镇党委书记', ['拟任']],
    ])
  })

  it('date nothing where a life is told', () => {
    const text = '顾清禾同志历任县农业局技术员、副县长，县长等职。'
    expect(mentionsOf(text).map(({ office, tense }) => [office, tense])).toEqual([
      ['县农业局技术员', 'retrospective'],
      ['副县长', 'retrospective'],
      ['县长', 'retrospective'],
    ])
  })

  it.each([
    ['时任县长顾清禾为这座桥剪彩。', ['时任']],
    ['首任县长顾清禾到任那天下着雨。', ['首任']],
    ['原县长顾清禾也来了。', ['原']],
  ])('look back in “%s”', (text, qualifiers) => {
    expect(mentionsOf(text)).toEqual([{ name: '顾清禾', office: '县长', qualifiers, tense: 'retrospective' }])
  })

  it('keep 代 as a qualifier of an office that is held', () => {
    expect(mentionsOf('代县长顾清禾主持会议。')).toEqual([
      { name: '顾清禾', office: '代县长', qualifiers: ['代'], tense: 'current' },
    ])
  })

  it('belong to the successor where somebody is replaced', () => {
    expect(told('会议决定，顾清禾接替沈若衡任县财政局局长。')).toEqual([
      ['顾清禾', '县财政局局长', 'appointed'],
    ])
  })

  it.each([
    ['审判长一职由顾清禾担任。', '审判长'],
    ['多年担任村支书的顾清禾退休了。', '村支书'],
    ['顾清禾，县财政局局长，作了说明。', '县财政局局长'],
    ['顾清禾是县财政局局长。', '县财政局局长'],
  ])('are read in “%s”', (text, office) => {
    expect(told(text)).toEqual([['顾清禾', office, null]])
  })

  it('are none in words that only have 任 in them', () => {
    expect(told('顾清禾的任务是把责任落到基层，主任们都到了。')).toEqual([])
  })
})

describe('honours that sentences give', () => {
  const honoursOf = (text: string) =>
    recognizePeople({ title: '', paragraphs: [text] }, resources).map(({ name, honours = [] }) => [
      name,
      honours,
    ])

  it.each([
    ['大会授予顾清禾、沈若衡等三十人“优秀共产党员”称号。'],
    ['获得“优秀共产党员”称号的有：顾清禾、沈若衡等四十人。'],
  ])('belong to the whole list in “%s”', (text) => {
    expect(honoursOf(text)).toEqual([
      ['顾清禾', ['优秀共产党员']],
      ['沈若衡', ['优秀共产党员']],
    ])
  })

  it('are none where something else is in quotation marks', () => {
    expect(honoursOf('顾清禾说：“路要修好。”沈若衡获得掌声。')).toEqual([
      ['顾清禾', []],
      ['沈若衡', []],
    ])
  })
})
