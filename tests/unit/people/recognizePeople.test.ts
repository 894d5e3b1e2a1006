import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonInArticle } from '../../../src/domain/article'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople, type ReadableArticle } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

function peopleOf(paragraph: string, article: Partial<ReadableArticle> = {}): readonly PersonInArticle[] {
  return recognizePeople({ title: '', paragraphs: [paragraph], ...article }, resources)
}

function namesOf(paragraph: string, article: Partial<ReadableArticle> = {}): readonly string[] {
  return peopleOf(paragraph, article).map(({ name }) => name)
}

describe('recognizing names', () => {
  it.each([
    ['昨天下午，副县长顾清禾到双桥镇调研防汛工作。', ['顾清禾']],
    ['会议由沈若衡主持。', ['沈若衡']],
    ['顾禾指出，要把工作做实。', ['顾禾']],
    ['欧阳若衡表示，这项工程年内完工。', ['欧阳若衡']],
    ['记者 顾清禾 通讯员 沈若衡报道', ['顾清禾', '沈若衡']],
    ['县领导顾清禾、沈若衡、钱能、陆以宁出席会议。', ['顾清禾', '沈若衡', '钱能', '陆以宁']],
    ['法国总统皮埃尔·杜兰德抵达北京。', ['皮埃尔·杜兰德']],
    ['日本首相山本太郎会见了代表团。', ['山本太郎']],
    ['村民扎西次仁告诉记者，路修好了。', ['扎西次仁']],
    ['犯罪嫌疑人王某某被抓获。', ['王某某']],
    ['授予顾清禾、海日古丽（女，维吾尔族）奖章，我们的姑娘卓玛草到场。', ['顾清禾', '海日古丽', '卓玛草']],
    ['副主任张平、向巴平措、沈若衡出席。', ['张平', '向巴平措', '沈若衡']],
    ['领导班子换届，参赛的有市国税局顾清禾、市图书馆丁一、市医院沈若衡。', ['顾清禾', '丁一', '沈若衡']],
    ['昨天，新任县交通局局长高明上班，县长顾清号召大家节水。', ['高明', '顾清']],
    ['台商连胜武的工厂开工，局长计成说，道路要让。', ['连胜武', '计成']],
    ['法国总统马克龙当天表示欢迎。', ['马克龙']],
    ['代表名单：顾清禾　沈若衡　胡和平　乔　木　钱以宁', ['顾清禾', '沈若衡', '胡和平', '乔木', '钱以宁']],
    ['乡党委书记公冶若衡三天没睡好。', ['公冶若衡']],
    ['蒙方愿同中方加强合作，乌方支持。', []],
    ['他感谢顾主席祝贺他当选，中方将向韩方提供帮助。', ['顾主席']],
    ['军方称导弹已被击落，双方谈到韩日慰安妇问题。', []],
    ['白方愿同邻国合作，韩方一道努力，韩美军演照常举行。', []],
    ['画展由韩美禾主持，白方宁和韩方明到场。', ['韩美禾', '白方宁', '韩方明']],
    ['行政长官林郑若衡陪同下走。', ['林郑若衡']],
    ['法国总统马克宁24日表示支持。', ['马克宁']],
    ['要坚持精准施策、因城施策。', []],
    ['降低普惠小微企业的成本，防控新冠肺炎。', []],
    ['前后两任农业局长都姓田。', []],
  ])('finds the names of “%s”', (paragraph, names) => {
    expect(namesOf(paragraph)).toEqual(names)
  })

  it.each([
    '要努力建设高水平的开放型经济，提高安全生产水平。',
    '林肯号航空母舰驶离港口。',
    '坚持以邓小平理论为指导，全面贯彻科学发展观。',
    '白雪覆盖了黄河两岸的田野。',
    '法国总统、古巴外长、沙特王储都来了，巴西总统没有来。',
    '话说得高明，路修得高明。',
    '破获案件六百余起，大门越开越大，通过第十四个五年规划和二〇三五年目标。',
    '愿同马方共同努力，对此阿方表示欢迎。',
    '他从唐山到玉树，又飞抵阿勒颇、明尼阿波利斯。',
    '两名患者康复出院，冬奥场馆和卫健部门问计于民。',
    '何时开工、于何处开工，尚未决定。',
  ])('finds no name in “%s”', (paragraph) => {
    expect(namesOf(paragraph)).toEqual([])
  })

  it('takes the place of the newspaper for no person', () => {
    const paragraph = '乐居吴江成为现实，吴江表彰了一批先进集体。'
    expect(namesOf(paragraph, { newspaper: '吴江日报' })).toEqual([])
  })

  it('finds a name that is a word wherever it may begin, once an office announces it', () => {
    const paragraphs = ['县水利局局长洪流宣布放水。', '洪流站在堤上。堤外，山中洪流滚滚。']
    const [person] = recognizePeople({ title: '', paragraphs }, resources)
    expect(person).toMatchObject({ name: '洪流', confidence: 'certain' })
    expect(person?.mentions).toEqual([
      [0, 6, 8],
      [1, 0, 2],
    ])
  })

  it('finds a padded name and gives it without the space', () => {
    const [person] = peopleOf('出席会议的有：顾清禾、陆　铭、沈若衡。').slice(1)
    expect(person).toMatchObject({ name: '陆铭', mentions: [[0, 11, 14]] })
  })

  it('joins a surname with its title to the person whom the article names in full', () => {
    const people = peopleOf('县委书记顾清禾来到村里。顾书记说，路要修好。')
    expect(people.map(({ name, mentions }) => [name, mentions?.length])).toEqual([['顾清禾', 2]])
  })

  it('tells the title apart as paragraph −1', () => {
    const [person] = recognizePeople(
      { title: '顾清禾到双桥镇调研', paragraphs: ['顾清禾指出，要抓好落实。'] },
      resources,
    )
    expect(person?.mentions).toEqual([
      [-1, 0, 3],
      [0, 0, 3],
    ])
  })

  it('gives offsets at which the name stands, for any text', () => {
    const piece = fc.constantFrom(
      ...'顾清禾、沈若衡，·。（）“”王某 　李铭市长书记记者说在x1\n𠮷皮埃尔山本'.split(''),
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece, maxLength: 60 })),
        (text) => {
          for (const { name, kind, mentions } of peopleOf(text)) {
            for (const [, start, end] of mentions ?? []) {
              const found = text.slice(start, end).replace(/\s/gu, '')
              expect(kind === 'full' || kind === 'foreign' ? name[0] : name).toContain(
                kind === 'full' || kind === 'foreign' ? found[0] : found,
              )
            }
          }
        },
      ),
    )
  })

  it('takes hostile texts without failing', () => {
    for (const text of [
      '王'.repeat(20_000),
      '·'.repeat(20_000),
      '阿·'.repeat(10_000),
      '('.repeat(20_000),
      '王、'.repeat(10_000),
    ]) {
      expect(() => peopleOf(text)).not.toThrow()
    }
  })
})
