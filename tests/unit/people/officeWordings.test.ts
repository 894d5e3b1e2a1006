import { describe, expect, it } from 'vitest'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const resources = await loadPeopleResources()

/** What a text tells of offices: name, office, and + for an appointment, - for a removal; in the order of the people. */
function told(text: string): readonly string[] {
  const paragraphs = text.split('\n')
  return recognizePeople({ title: '', paragraphs }, resources).flatMap(({ name, officeMentions = [] }) =>
    officeMentions
      .filter(({ kind }) => kind !== 'collective')
      .map(({ office, event }) =>
        [name, office, ...(event === null ? [] : [event === 'appointed' ? '+' : '-'])].join(' '),
      ),
  )
}

/** A text and what it tells of offices. */
type Wording = readonly [text: string, ...told: readonly string[]]

function reads(wordings: readonly Wording[]): void {
  it.each(wordings.map(([text, ...expected]) => [text, expected] as const))('in “%s”', (text, expected) => {
    expect([...told(text)].sort()).toEqual([...expected].sort())
  })
}

describe('offices behind a verb whose object somebody is', () => {
  reads([
    ['群众夹道欢迎国务院总理顾清禾。', '顾清禾 国务院总理'],
    ['代表团拜会省政协主席顾清禾。', '顾清禾 省政协主席'],
    ['他们看望了离休干部、原县长顾清禾。', '顾清禾 县长'],
    ['记者专访县农业局局长顾清禾。', '顾清禾 县农业局局长'],
    ['村民致信县委书记顾清禾。', '顾清禾 县委书记'],
    ['工人们质问厂长顾清禾。', '顾清禾 厂长'],
    ['检察院起诉县粮食局局长顾清禾。', '顾清禾 县粮食局局长'],
    ['学校委托副校长顾清禾办理。', '顾清禾 副校长'],
    ['双方援引总经理顾清禾的话。', '顾清禾 总经理'],
    ['群众簇拥村支书顾清禾走进会场。', '顾清禾 村支书'],
    ['市民悼念老院长、副市长顾清禾。', '顾清禾 院长', '顾清禾 副市长'],
    ['大会责成副县长顾清禾限期整改。', '顾清禾 副县长'],
    ['今年三月县长顾清禾来到双桥村。', '顾清禾 县长'],
    ['目前镇党委书记顾清禾正在现场。', '顾清禾 镇党委书记'],
    ['给予县物资局局长顾清禾警告处分。', '顾清禾 县物资局局长'],
  ])
})

describe('offices that somebody else is congratulated on', () => {
  reads([
    ['县长顾清禾致电沈若衡，祝贺他就任邻县县长。', '顾清禾 县长', '沈若衡 邻县县长 +'],
    ['县长顾清禾致函白石俱乐部，祝贺其当选会长。', '顾清禾 县长'],
    ['大会通过决定。县长顾清禾8日致电，祝贺她连任省长。', '顾清禾 县长'],
  ])
})

describe('offices of bodies with 和 and other stop characters in their names', () => {
  reads([
    ['县发展和改革局局长顾清禾作说明。', '顾清禾 县发展和改革局局长'],
    ['市人力资源和社会保障局副局长顾清禾到场。', '顾清禾 市人力资源和社会保障局副局长'],
    ['县卫生和计划生育委员会主任顾清禾讲课。', '顾清禾 县卫生和计划生育委员会主任'],
    ['市经济与信息化委员会副主任顾清禾参观。', '顾清禾 市经济与信息化委员会副主任'],
    ['县长顾清禾和县教育局局长沈若衡到校。', '顾清禾 县长', '沈若衡 县教育局局长'],
    ['来访的埃及国防部长顾清禾发言。', '顾清禾 埃及国防部长'],
    ['青岭军分区政治委员顾清禾讲话。', '顾清禾 青岭军分区政治委员'],
  ])
})

describe('posts at which somebody works', () => {
  reads([
    ['供销社推销员顾清禾跑遍全省。', '顾清禾 供销社推销员'],
    ['双桥小学教师顾清禾走了四十里山路。', '顾清禾 双桥小学教师'],
    ['县电视台播音员顾清禾念错一个字。', '顾清禾 县电视台播音员'],
    ['双桥卫生院医生顾清禾出诊。', '顾清禾 双桥卫生院医生'],
  ])
})

describe('what somebody is, but holds no post as', () => {
  reads([
    ['本报讯（记者　顾清禾）昨天下了大雪。'],
    ['本报记者顾清禾报道：昨天下了大雪。'],
    ['省农业大学教授顾清禾来到田头。'],
    ['矿工顾清禾升井了。'],
    ['律师顾清禾答复说。'],
    ['村民顾清禾种了六亩西瓜。'],
    ['中学生顾清禾拾到一只钱包。'],
    ['青年农民顾清禾买回三头牛。'],
    ['老人顾清禾今年九十岁。'],
    ['烈士顾清禾的墓在山上。'],
    ['个体户顾清禾主动纳税。'],
    ['运动员顾清禾跑了第一。'],
    ['共产党员顾清禾第一个跳下水。'],
  ])
})

describe('offices that a life tells', () => {
  reads([
    ['后来，顾清禾当了村会计。', '顾清禾 村会计'],
    ['1975年，顾清禾当上生产队长。', '顾清禾 生产队长'],
    ['1949年，顾清禾到云溪县当县长。', '顾清禾 县长'],
    ['顾清禾做过村支书。', '顾清禾 村支书'],
    ['顾清禾，女，1961年8月生，大学文化，现任县审计局副局长。', '顾清禾 县审计局副局长'],
    ['顾清禾同志历任区委书记、县委副书记、县长。', '顾清禾 区委书记', '顾清禾 县委副书记', '顾清禾 县长'],
    ['顾清禾曾在双桥镇任镇长。', '顾清禾 镇长'],
    ['这时顾清禾已是县委常委。', '顾清禾 县委常委'],
    ['顾清禾1993年起担任县水利局局长。', '顾清禾 县水利局局长'],
    ['顾清禾生前系县文化馆馆长。', '顾清禾 县文化馆馆长'],
    ['担任过三届县人大代表的顾清禾说。', '顾清禾 县人大代表'],
  ])
})

describe('appointments and elections', () => {
  reads([
    ['县人大常委会任命顾清禾为县教育局局长。', '顾清禾 县教育局局长 +'],
    ['会议决定：顾清禾任县审计局局长。', '顾清禾 县审计局局长 +'],
    ['县委决定其任副主任前，顾清禾在乡镇工作。'],
    ['县政府决定顾清禾任县统计局局长。', '顾清禾 县统计局局长 +'],
    ['大会选举顾清禾为县长，沈若衡、陆景行为副县长。', '顾清禾 县长 +', '沈若衡 副县长 +', '陆景行 副县长 +'],
    ['顾清禾当选为镇长，沈若衡当选为副镇长。', '顾清禾 镇长 +', '沈若衡 副镇长 +'],
    ['顾清禾以全票当选村委会主任。', '顾清禾 村委会主任 +'],
    ['新当选的总统顾清禾下月就职。', '顾清禾 总统'],
    ['顾清禾被聘为县一中校长。', '顾清禾 县一中校长 +'],
    ['董事会聘任顾清禾为总经理。', '顾清禾 总经理 +'],
    ['顾清禾接替沈若衡出任董事长。', '顾清禾 董事长 +'],
    ['推选顾清禾为理事长。', '顾清禾 理事长 +'],
    ['会议增补顾清禾为县政协常委。', '顾清禾 县政协常委 +'],
    ['全国人大常委会决定任命顾清禾为水利部部长。', '顾清禾 水利部部长 +'],
    [
      '任命：\n顾清禾为县民政局局长；\n沈若衡为县林业局局长。',
      '顾清禾 县民政局局长 +',
      '沈若衡 县林业局局长 +',
    ],
    [
      '省委决定，顾清禾同志任青岭市委委员、常委、书记。',
      '顾清禾 青岭市委委员 +',
      '顾清禾 常委 +',
      '顾清禾 书记 +',
    ],
    ['拟任县粮食局局长的顾清禾正在公示。', '顾清禾 县粮食局局长'],
    ['会议提名顾清禾为副县长候选人。'],
  ])
})

describe('removals and resignations', () => {
  reads([
    ['会议免去顾清禾的县财政局局长职务。', '顾清禾 县财政局局长 -'],
    ['免去县教育局局长职务的顾清禾另有任用。', '顾清禾 县教育局局长 -'],
    ['会议接受顾清禾辞去副县长职务的请求。', '顾清禾 副县长 -'],
    ['会议接受副县长顾清禾的辞职请求。', '顾清禾 副县长 -'],
    ['董事会同意总经理顾清禾的辞呈。', '顾清禾 总经理 -'],
    ['会议批准县审计局局长顾清禾辞职。', '顾清禾 县审计局局长 -'],
    ['顾清禾不再担任县委书记。', '顾清禾 县委书记 -'],
    ['顾清禾被免去镇长职务。', '顾清禾 镇长 -'],
    ['顾清禾因病辞去县长职务。', '顾清禾 县长 -'],
    ['会议决定撤销顾清禾的乡长职务。', '顾清禾 乡长 -'],
    ['会议罢免了顾清禾的村委会主任职务。', '顾清禾 村委会主任 -'],
    ['顾清禾卸任总裁。', '顾清禾 总裁 -'],
    ['因工作变动，免去沈若衡县水利局局长职务。', '沈若衡 县水利局局长 -'],
    ['顾清禾的县长职务被免去。', '顾清禾 县长 -'],
    [
      '免去：\n顾清禾的县人民法院审判员职务；\n沈若衡的县人民检察院检察员职务。',
      '顾清禾 县人民法院审判员 -',
      '沈若衡 县人民检察院检察员 -',
    ],
    ['顾清禾不再兼任党组书记，由沈若衡接任党组书记。', '顾清禾 党组书记 -', '沈若衡 党组书记 +'],
  ])
})

describe('offices in lists, captions and by-lines', () => {
  reads([
    ['组长：顾清禾（副县长）', '顾清禾 副县长', '顾清禾 组长'],
    ['顾清禾（县委副书记、县长）', '顾清禾 县委副书记', '顾清禾 县长'],
    [
      '副县长顾清禾、沈若衡，县政协副主席陆景行出席。',
      '顾清禾 副县长',
      '沈若衡 副县长',
      '陆景行 县政协副主席',
    ],
    ['图为县长顾清禾（左二）在工地。', '顾清禾 县长'],
    ['左起：县长顾清禾、县委书记沈若衡。', '顾清禾 县长', '沈若衡 县委书记'],
    ['社长：顾清禾　总编辑：沈若衡', '顾清禾 社长', '沈若衡 总编辑'],
    ['顾清禾：县农技站站长。', '顾清禾 县农技站站长'],
    ['（作者系县一中校长顾清禾）', '顾清禾 县一中校长'],
  ])
})

describe('forms of address', () => {
  reads([
    ['县民政局局长顾清禾来了。大家说：“顾局长辛苦了。”', '顾清禾 县民政局局长'],
    ['县民政局局长顾清禾来了。顾清禾局长先看仓库。', '顾清禾 县民政局局长'],
    ['顾清禾局长先看仓库。', '顾清禾 局长'],
  ])
})

describe('offices that are over', () => {
  const qualified = (text: string): readonly string[] =>
    recognizePeople({ title: '', paragraphs: [text] }, resources).flatMap(({ officeMentions = [] }) =>
      officeMentions.map(({ office, qualifiers, tense }) => `${office} ${qualifiers.join('、')} ${tense}`),
    )

  it.each([
    ['会见了岛国前总理顾清禾。', '岛国前总理 前 retrospective'],
    ['县人大原副主任顾清禾逝世。', '县人大原副主任 原 retrospective'],
    ['环城镇党委原书记顾清禾违纪。', '环城镇党委原书记 原 retrospective'],
    ['前任乡长顾清禾调走了。', '乡长 前任 retrospective'],
    ['前进厂厂长顾清禾开了会。', '前进厂厂长  current'],
    ['县原种场场长顾清禾开了会。', '县原种场场长  current'],
  ])('are told so in “%s”', (text, expected) => {
    expect(qualified(text)).toEqual([expected])
  })
})

describe('honours', () => {
  const honoured = (text: string): readonly string[] =>
    recognizePeople({ title: '', paragraphs: text.split('\n') }, resources).flatMap(
      ({ name, honours = [] }) => honours.map((honour) => `${name} ${honour}`),
    )

  it.each([
    ['顾清禾被评为县先进工作者。', ['顾清禾 先进工作者']],
    ['顾清禾荣获“创业标兵”称号。', ['顾清禾 创业标兵']],
    ['全国劳动模范、县纺织厂厂长顾清禾发言。', ['顾清禾 劳动模范']],
    ['大会表彰了“学习标兵”顾清禾、沈若衡。', ['顾清禾 学习标兵', '沈若衡 学习标兵']],
    [
      '县里授予两名青年“十佳青年”称号。他们是：县一中教师顾清禾，双桥村村主任沈若衡。',
      ['顾清禾 十佳青年', '沈若衡 十佳青年'],
    ],
    [
      '县里授予三名职工“岗位能手”称号。\n他们是：顾清禾、沈若衡、陆景行。',
      ['顾清禾 岗位能手', '沈若衡 岗位能手', '陆景行 岗位能手'],
    ],
    [
      '获得“功勋教师”称号的是：县一中校长顾清禾、双桥小学教师沈若衡。',
      ['顾清禾 功勋教师', '沈若衡 功勋教师'],
    ],
    ['获得“友谊奖”的是外籍专家顾清禾。', ['顾清禾 友谊奖']],
    ['顾清禾获得三百元奖金。', []],
    ['顾清禾说：“向先进工作者学习。”沈若衡点头。', []],
    ['县里表彰了三名职工。他们是“老黄牛”。顾清禾也去了。', []],
    ['报纸登了“谁是英雄”，顾清禾读了。', []],
  ] as const)('are told by “%s”', (text, expected) => {
    expect(honoured(text)).toEqual(expected)
  })
})

describe('the tense of an office', () => {
  const tenses = (text: string): readonly string[] =>
    recognizePeople({ title: '', paragraphs: [text], issueDate: '2001-05-06' }, resources).flatMap(
      ({ officeMentions = [] }) => officeMentions.map(({ office, tense }) => `${office} ${tense}`),
    )

  it.each([
    ['县文化馆馆长顾清禾同志因病于5月2日逝世。', ['县文化馆馆长 retrospective']],
    ['1988年，顾清禾被任命为县水利局局长。', ['县水利局局长 retrospective']],
    ['2001年4月，顾清禾被任命为县水利局局长。', ['县水利局局长 current']],
    ['顾清禾，1961年生，1980年参加工作，现任县水利局局长。', ['县水利局局长 current']],
    ['县长顾清禾说，1988年的事不会忘。', ['县长 current']],
  ] as const)('in “%s” is %j', (text, expected) => {
    expect(tenses(text)).toEqual(expected)
  })
})

describe('the place of an office', () => {
  const places = (text: string): readonly string[] =>
    recognizePeople({ title: '', paragraphs: [text], newspaper: '云溪县报' }, resources).flatMap(
      ({ officeMentions = [] }) =>
        officeMentions.map(({ office, jurisdiction }) => `${office} ${String(jurisdiction)}`),
    )

  it.each([
    ['县人大常委会主任：顾清禾；副主任：沈若衡。', ['县人大常委会主任 云溪', '副主任 云溪']],
    ['副主任顾清禾到会。', ['副主任 null']],
    ['代理县长顾清禾到会。', ['代理县长 云溪']],
    ['青岭专署水利处处长顾清禾到会。', ['青岭专署水利处处长 青岭']],
    ['县民政局局长顾清禾到会。', ['县民政局局长 云溪']],
  ] as const)('in “%s” is %j', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })
})
