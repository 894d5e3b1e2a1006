import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../../src/domain/parseArticle'

const texts = { title: ' 张示例任局长', paragraphs: ['', '　　示例局长张示例讲话。', '完'] }

function people(value: unknown) {
  const { article, problems } = parseArticle({ ...texts, people: value })
  return { people: article?.people, problems: problems.map(({ field, code }) => `${field} ${code}`) }
}

describe('the people of an article', () => {
  it('may be one text of several names, a list of names, or objects', () => {
    const expected = [
      { name: '张示例', offices: [] },
      { name: '李示例', offices: [] },
    ]
    expect(people('张示例、李示例')).toEqual({ people: expected, problems: [] })
    expect(people(['张示例', { name: '李示例' }])).toEqual({ people: expected, problems: [] })
  })

  it('lose the spaces that pad a name, but not one that parts two names or Latin words', () => {
    expect(
      people(['李　铭', '王 小 明', '欧阳 示例', '王小明 李小示', 'John Smith']).people?.map(
        ({ name }) => name,
      ),
    ).toEqual(['李铭', '王小明', '欧阳示例', '王小明 李小示', 'John Smith'])
  })

  it('may have offices as a list or as one text', () => {
    expect(people([{ name: '张示例', offices: '副市长、示例县委书记' }]).people?.[0]?.offices).toEqual([
      '副市长',
      '示例县委书记',
    ])
  })

  it('keep what was recognised, its places carried along when texts are trimmed', () => {
    const officeMention = {
      office: '示例局长',
      at: [1, 2, 6],
      kind: 'stated',
      event: null,
      tense: 'current',
      qualifiers: [],
      jurisdiction: '示例',
    }
    const recognised = {
      name: '张示例',
      offices: ['示例局长'],
      kind: 'full',
      confidence: 'certain',
      mentions: [
        [-1, 1, 4],
        [1, 6, 9],
      ],
      officeMentions: [officeMention],
      honours: ['示例模范'],
    }
    expect(people([recognised])).toEqual({
      people: [
        {
          ...recognised,
          mentions: [
            [-1, 0, 3],
            [0, 4, 7],
          ],
          officeMentions: [{ ...officeMention, at: [0, 0, 4] }],
        },
      ],
      problems: [],
    })
  })

  it('lose single parts that are wrong, each with a problem', () => {
    const result = people([
      {
        name: '张示例',
        kind: 'nickname',
        mentions: [[1, 6, 9], [1, 6, 99], [0, 0, 1], 'x'],
        officeMentions: [{ office: '' }],
        age: 5,
      },
    ])
    expect(result.people).toEqual([
      { name: '张示例', offices: [], mentions: [[0, 4, 7]], officeMentions: [] },
    ])
    expect(result.problems).toEqual([
      'people[0] field-malformed',
      'people[0].kind field-malformed',
      'people[0].mentions[1] field-malformed',
      'people[0].mentions[2] field-malformed',
      'people[0].mentions[3] field-malformed',
      'people[0].officeMentions[0] field-malformed',
    ])
  })

  it('are only those with a name, and only persons', () => {
    const result = people(['', { offices: ['局长'] }, { '@type': 'Place', name: '示例' }, 7, null, '张示例'])
    expect(result.people?.map(({ name }) => name)).toEqual(['7', '张示例'])
    expect(result.problems).toEqual([
      'people[0].name field-malformed',
      'people[1].name field-malformed',
      'people[2] field-malformed',
      'people[4].name field-malformed',
    ])
  })
})
