import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { createNameMemory } from '../../../src/people/nameMemory'
import { recognizePeople } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

function namesOf(...paragraphs: readonly string[]): readonly string[] {
  return recognizePeople({ title: '', paragraphs }, resources).map(({ name }) => name)
}

describe('names that are words as well', () => {
  it.each([
    ['宁静为县文化局局长；', ['宁静']],
    ['方成为县文化局局长；', ['方成']],
    ['柯有为为县人民法院院长。', ['柯有为']],
    ['白雪的县妇联主席职务；', ['白雪']],
    ['所长顾清已作出检讨。', ['顾清']],
    ['本报讯（记者　白雪　通讯员　田野）昨天，梨园开园。', ['白雪', '田野']],
    ['昨天，梨园开园。（白雪　田野）', ['白雪', '田野']],
    ['会议任命方正（女）为县文化局局长；', ['方正']],
    ['成员有洪流（县水利局局长）、顾清禾（县财政局局长）。', ['洪流', '顾清禾']],
    ['县妇联主席宁静在会上说，要办好这件事。', ['宁静']],
    ['洪　流为市水利局局长；高　明（女）为市交通局局长；', ['洪流', '高明']],
    ['会议免去洪　流的市水利局局长职务；任命乔　木为市林业局局长。', ['洪流', '乔木']],
    ['参加比赛的有县一中教师田　野、县供电局职工范　小　雨。', ['田野', '范小雨']],
  ])('are told by the form of “%s”', (paragraph, names) => {
    expect(namesOf(paragraph)).toEqual(names)
  })

  it.each([
    '白雪盖住了田野，洪流漫过堤岸，四下一片宁静。',
    '做人要方正，办事要公道。',
    '班子要团结，安全要抓紧。',
  ])('are words in “%s”', (paragraph) => {
    expect(namesOf(paragraph)).toEqual([])
  })
})

describe('a memory of names', () => {
  it('makes a name known that other articles have with more beside it', () => {
    const memory = createNameMemory()
    const article = { title: '', paragraphs: ['乔木看了看水。'] }
    const read = () => recognizePeople(article, resources, [], memory).map(({ name }) => name)
    expect(read()).toEqual([])
    for (let count = 0; count < 3; count += 1)
      memory.remember([{ name: '乔木', offices: [], kind: 'full', confidence: 'certain' }])
    expect(read()).toEqual(['乔木'])
  })

  it('leaves a word a word that a name of other articles is, where nothing lets a name begin', () => {
    const memory = createNameMemory()
    const article = { title: '', paragraphs: ['铁路迎来返程客流高峰。'] }
    for (let count = 0; count < 3; count += 1)
      memory.remember([{ name: '高峰', offices: [], kind: 'full', confidence: 'certain' }])
    expect(recognizePeople(article, resources, [], memory)).toEqual([])
    const named = { title: '', paragraphs: ['商务部发言人高峰说，贸易在增长。'] }
    expect(recognizePeople(named, resources, [], memory).map(({ name }) => name)).toEqual(['高峰'])
  })

  it('knows a place again that another article called a town', () => {
    const memory = createNameMemory()
    const article = { title: '', paragraphs: ['许岚的果农顾清禾说，今年雨水好。'] }
    const read = () => recognizePeople(article, resources, [], memory).map(({ name }) => name)
    expect(read()).toEqual(['许岚', '顾清禾'])
    for (let count = 0; count < 3; count += 1)
      memory.remember([], { title: '', paragraphs: ['昨天，许岚镇的果园开园。'] })
    expect(memory.places.get('许岚')).toBe(3)
    expect(read()).toEqual(['顾清禾'])
  })

  it('remembers neither what is only possible nor surnames and foreign names', () => {
    const memory = createNameMemory()
    memory.remember([
      { name: '顾清禾', offices: [], kind: 'full', confidence: 'possible' },
      { name: '顾书记', offices: [], kind: 'surname', confidence: 'certain' },
      { name: '皮埃尔·杜兰德', offices: [], kind: 'foreign', confidence: 'certain' },
    ])
    expect(memory.names.size).toBe(0)
  })
})

describe('headlines above and below the title', () => {
  it('are read, though what stands in them has no place in the article', () => {
    const article = {
      kicker: '县长顾清禾主持会议',
      title: '梨园开园',
      subtitle: '沈若衡讲话',
      paragraphs: [],
    }
    const people = recognizePeople(article, resources)
    expect(people.map(({ name }) => name)).toEqual(['顾清禾', '沈若衡'])
    expect(people.every(({ mentions }) => mentions === undefined)).toBe(true)
  })
})
