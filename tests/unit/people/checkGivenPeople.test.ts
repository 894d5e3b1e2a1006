import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { withRecognizedPeople } from '../../../src/people/withRecognizedPeople'
import { anArticle, aPerson } from '../builders/anArticle'

const resources = await loadPeopleResources()

function checked(fields: Parameters<typeof anArticle>[0]) {
  const article = anArticle({ paragraphs: ['县长顾清禾主持会议，副县长沈若衡讲话。'], ...fields })
  return withRecognizedPeople(article, resources)
}

describe('people that an article is given with', () => {
  it('are kept in their order, and those that the text names besides come behind them', () => {
    const { people, doubtful } = checked({ people: [aPerson('沈若衡')] })
    expect(people.map(({ name }) => name)).toEqual(['沈若衡', '顾清禾'])
    expect(doubtful).toEqual([])
  })

  it('get the places at which the text names them, and offices that the input lacks', () => {
    const [person] = checked({ people: [{ ...aPerson('沈若衡'), offices: [] }] }).people
    expect(person).toMatchObject({ offices: ['副县长'], mentions: [[0, 13, 16]] })
    expect(person).not.toHaveProperty('confidence', 'possible')
  })

  it('are possible where a whole text does not name them', () => {
    const { people, doubtful } = checked({ people: [aPerson('陆以宁')], textKind: 'full' })
    expect(people[0]).toMatchObject({ name: '陆以宁', confidence: 'possible' })
    expect(doubtful).toContain('people')
  })

  it('are doubtful where a whole text does not have their office, which stays', () => {
    const { people, doubtful } = checked({ people: [{ ...aPerson('顾清禾'), offices: ['镇党委书记'] }] })
    expect(people[0]?.offices).toEqual(['镇党委书记', '县长'])
    expect(doubtful).toContain('people')
  })

  it('are not doubted where the text is an excerpt', () => {
    const { people, doubtful } = checked({ people: [aPerson('陆以宁')], textKind: 'excerpt' })
    expect(people[0]).not.toHaveProperty('confidence')
    expect(doubtful).toEqual([])
  })

  it('are found though the text pads their names', () => {
    const { people, doubtful } = checked({
      people: [aPerson('陆铭')],
      paragraphs: ['出席会议的有顾清禾、陆　铭。'],
    })
    expect(people.map(({ name }) => name)).toEqual(['陆铭', '顾清禾'])
    expect(people[0]?.mentions).toEqual([[0, 10, 13]])
    expect(doubtful).toEqual([])
  })

  it('are taken as they are when they say where they are named', () => {
    const people = [{ ...aPerson('陆以宁'), mentions: [[0, 0, 3]] as const }]
    expect(checked({ people }).people).toEqual(people)
  })
})
