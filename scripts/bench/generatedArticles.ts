import type { Article } from '../../src/domain/article'
import { seededRandom, zipfPicker, type SeededRandom } from './seededRandom'

/** Words of our own; nothing is taken from a real paper, and the places and people do not exist. */
const PLACE_STEMS = words('青禾 临溪 云亭 桐川 白沙 石桥 松陵 柳湾 高庄 南渡 东屿 西畴 北峪 清源 长滩 和顺')
const PLACE_KINDS = words('县 市 区 镇 乡 村 街道 开发区')
const SUBJECTS = words(
  '粮食 水利 交通 教育 卫生 住房 社区 农业 工业 旅游 环境 文化 科技 就业 养老 财政 商务 消防 供水 电力 ' +
    '林业 渔业 气象 邮政 图书 体育 食品 药品 质量 安全 道路 桥梁 河道 绿化 垃圾 培训 招商 外贸 物流 数字',
)
const HEADS = words(
  '工程 建设 工作 会议 项目 改革 服务 管理 规划 中心 设施 产业 质量 队伍 体系 平台 活动 检查 保障 试点 ' +
    '示范 基地 市场 企业 标准 资金 技术 人才 网络 计划',
)
const ACTIONS = words(
  '推进 加强 完善 落实 部署 启动 总结 研究 检查 支持 扩大 改善 提高 保障 组织 开展 巩固 优化 调整 实施 ' +
    '完成 举办 建立 整治 修订',
)
const QUALITIES = words('明显 稳步 全面 有序 及时 深入 扎实 进一步 逐步 认真 按时 如期 有效 持续')
const TIMES = words('昨天 日前 近日 今年以来 上半年 本月 去年 入夏以来 节前 年底前 三年来 连日来')
const PEOPLE_OF = words('群众 居民 村民 职工 学生 干部 企业负责人 专家 志愿者 代表 记者 农户')
const OPENINGS = words('本报讯 据了解 另据介绍 截至目前 与此同时 会议指出 记者看到')
const SURNAMES = words('张 李 王 赵 陈 刘 周 吴 郑 孙 钱 冯 沈 韩 杨')
const GIVEN_NAMES = words('示例 样本 范文 例言 试文 样稿 示范 例证 样张 试样')
const OFFICES = words('县长 市长 局长 书记 主任 镇长 站长 校长 院长 村主任')
const CATEGORIES = words('要闻 民生 经济 乡镇 教育 文化')
const NEWSPAPERS = words('示例日报 样本晚报 试刊周报')

const FIRST_YEAR = 2012
const YEARS = 10

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** All pairs, those of early words early, so that a Zipf picker makes the pairs of frequent words frequent. */
function pairsOf(first: readonly string[], second: readonly string[]): readonly string[] {
  return first
    .flatMap((left, i) => second.map((right, j) => ({ pair: left + right, rank: (i + 1) * (j + 1) })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ pair }) => pair)
}

const pickPlace = zipfPicker(pairsOf(PLACE_STEMS, PLACE_KINDS))
const pickTopic = zipfPicker(pairsOf(SUBJECTS, HEADS))
const pickAction = zipfPicker(ACTIONS)
const pickName = zipfPicker(pairsOf(SURNAMES, GIVEN_NAMES))
const pickOffice = zipfPicker(OFFICES)

type Clause = (random: SeededRandom) => string

const pickClause = zipfPicker<Clause>([
  (random) => pickAction(random) + pickTopic(random),
  (random) => random.pick(QUALITIES) + pickAction(random) + pickTopic(random),
  (random) => pickPlace(random) + pickAction(random) + pickTopic(random),
  (random) => `${pickTopic(random)}${random.pick(QUALITIES)}${pickAction(random)}`,
  (random) => `${random.pick(PEOPLE_OF)}对${pickTopic(random)}表示满意`,
  (random) => `${pickPlace(random)}共有${2 + random.below(98)}个${pickTopic(random)}`,
  (random) => `${pickTopic(random)}比上年增长${1 + random.below(30)}％`,
])

function sentence(random: SeededRandom): string {
  const clauses = Array.from({ length: 2 + random.below(4) }, () => pickClause(random)(random))
  const opening = random.below(3) === 0 ? `${random.pick(OPENINGS)}，` : ''
  return `${opening}${clauses.join('，')}。`
}

/**
 * The article with a number, from 0, of an endless paper that is made up: Chinese by its characters, its frequencies
 * and its form, without any meaning. The same number and seed always give the same article.
 */
export function generatedArticle(ordinal: number, seed: number): Article {
  const random = seededRandom(seed + ordinal)
  const place = pickPlace(random)
  const topic = pickTopic(random)
  const people = Array.from({ length: random.below(4) }, () => ({
    name: pickName(random),
    offices: [place + pickOffice(random)],
  }))
  const named = people.map(({ name, offices }) => `${offices[0]!}${name}`)
  const lead = `${place}${random.pick(TIMES)}${pickAction(random)}${topic}。${named.length > 0 ? `${named.join('、')}参加。` : ''}`
  const rest = Array.from({ length: 1 + random.below(6) }, () =>
    Array.from({ length: 1 + random.below(4) }, () => sentence(random)).join(''),
  )
  const month = String(1 + random.below(12)).padStart(2, '0')
  const day = String(1 + random.below(28)).padStart(2, '0')
  return {
    id: String(ordinal),
    title: `${place}${pickAction(random)}${topic}`,
    category: [random.pick(CATEGORIES)],
    newspaper: random.pick(NEWSPAPERS),
    issueDate: `${FIRST_YEAR + random.below(YEARS)}-${month}-${day}`,
    textKind: 'full',
    places: [],
    authors: [],
    paragraphs: [lead, ...rest],
    people: [...new Map(people.map((person) => [person.name, person])).values()],
    tags: [],
    doubtful: [],
    replaces: [],
    extra: {},
  }
}
