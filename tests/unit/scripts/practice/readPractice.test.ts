import { describe, expect, it } from 'vitest'
import { PracticeError, readPracticeFiles } from '../../../../scripts/practice/readPractice'
import type { PracticePaper, PracticePerson } from '../../../../scripts/practice/practiceTruth'

const paper: PracticePaper = {
  names: [{ name: '样县报', from: '2000-01-01' }],
  home: [
    { place: '样县', from: '2000-01-01' },
    { place: '样阳市', from: '2002-01-01' },
  ],
  rhythm: [],
  missing: [],
  places: ['样县', '样阳市', '样镇'],
  province: '样省',
  prefecture: '大样市',
}
const people: readonly PracticePerson[] = [
  { id: '李样张', name: '李样张' },
  { id: '张示例~1', name: '张示例' },
  { id: '张示例~2', name: '张示例' },
  { id: '王试', name: '王试' },
]

function read(paragraphs: readonly string[], date = '2001-01-02') {
  const article = { id: `${date}-a`, date, page: '01', title: '标题', paragraphs }
  const file = { name: '2001.json', text: JSON.stringify([article], null, 2) }
  const [found] = readPracticeFiles([file], { paper, people, offices: [] }).articles
  if (found === undefined) throw new Error('no article')
  return found
}

const shown = (paragraph: string, date?: string) =>
  read([paragraph], date).offices.map(({ words, person, kind, jurisdiction }) => [
    words,
    person,
    kind,
    jurisdiction,
  ])

describe('offices of the practice paper', () => {
  it('are joined in a row, and stated alone', () => {
    expect(shown('[县委副书记]、[县长]{李样张}主持，[县委书记]{王试}讲话')).toEqual([
      ['县委副书记', '李样张', 'joined', '样县'],
      ['县长', '李样张', 'joined', '样县'],
      ['县委书记', '王试', 'stated', '样县'],
    ])
  })

  it('spread over the list that follows, and no further', () => {
    expect(
      shown('[副县长|*]{李样张}（女）、{王试}，{张示例|张示例~1}到会').map((office) => office[1]),
    ).toEqual(['李样张', '王试'])
    expect(shown('[县领导|~]{李样张}{王试}')).toEqual([['县领导', '李样张', 'collective', '样县']])
  })

  it('belong to the home place as of the day', () => {
    expect(shown('[市长]{王试}')[0]?.[3]).toBe('大样市')
    expect(shown('[市长]{王试}', '2002-01-02')[0]?.[3]).toBe('样阳市')
    expect(shown('[中共样镇党委书记]{王试}')[0]?.[3]).toBe('样镇')
    expect(shown('[省长]{王试}')[0]?.[3]).toBe('样省')
    expect(shown('[校长]{王试}')[0]?.[3]).toBe(null)
    expect(shown('[书记|@样镇]{王试}')[0]?.[3]).toBe('样镇')
  })

  it('are told apart from honours, and events have a day', () => {
    const { offices, honours } = read(['{王试}为[县长|+ < on:2001-01-01]，获[劳动模范|h <]'])
    expect(offices).toMatchObject([{ words: '县长', event: 'appointed', day: '2001-01-01', person: '王试' }])
    expect(honours).toMatchObject([{ words: '劳动模范', person: '王试' }])
  })
})

describe('names of the practice paper', () => {
  it('are full, by surname, or masked', () => {
    const { mentions } = read(['{李　样张|李样张}、{王|王试}书记和{赵某}'])
    expect(mentions.map(({ person, kind }) => [person, kind])).toEqual([
      ['李样张', 'full'],
      ['王试', 'surname'],
      ['赵某@2001-01-02-a', 'masked'],
    ])
  })

  it.each([
    '{张示例}',
    '{钱未录}',
    '{样|王试}',
    '[县长]',
    '[县长|<]{王试}',
    '[县长|=无此人]',
    '没有关上{王试',
  ])('are refused in %s with file and line', (paragraph) => {
    expect(() => read(['第一段', paragraph])).toThrow(PracticeError)
    expect(() => read(['第一段', paragraph])).toThrow(/^2001\.json:9: /)
  })
})
