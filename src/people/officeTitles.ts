/**
 * Words that an office ends in. `leading` ones stand before a name with the body they belong to in front of them; what
 * they are made of is common knowledge of Chinese administration, schools, companies, armed forces and sport.
 */
const OFFICE_HEADS = [
  '总书记 书记 副书记 书记员 省长 副省长 市长 副市长 县长 副县长 区长 副区长 镇长 副镇长 乡长 副乡长 村长 州长 副州长 旗长 盟长',
  '主席 副主席 总统 副总统 总理 副总理 首相 副首相 国王 女王 王储 亲王 总督 酋长 议长 副议长 部长 副部长 部长助理 厅长 副厅长',
  '局长 副局长 处长 副处长 科长 副科长 股长 司长 副司长 署长 副署长 所长 副所长 站长 副站长 队长 副队长 大队长 中队长 支队长',
  '主任 副主任 委员 常委 委员长 副委员长 秘书长 副秘书长 秘书 国务委员 政协委员 代表 人大代表 组长 副组长 会长 副会长 理事长 副理事长',
  '理事 院长 副院长 校长 副校长 园长 馆长 副馆长 社长 副社长 台长 副台长 总编辑 副总编辑 主编 副主编 总监 董事长 副董事长 董事 总裁',
  '副总裁 总经理 副总经理 经理 副经理 厂长 副厂长 场长 矿长 行长 副行长 店长 总工程师 副总工程师 工程师 总会计师 总设计师 设计师',
  '检察长 副检察长 检察官 审判长 法官 庭长 副庭长 司令员 副司令员 司令 副司令 政委 副政委 政治委员 参谋长 副参谋长 总参谋长 军长',
  '副军长 师长 副师长 旅长 团长 副团长 营长 连长 排长 班长 舰长 机长 船长 站长 指导员 教导员 支书 村支书 党支部书记 党委书记',
  '大使 公使 参赞 领事 总领事 特使 发言人 外长 副外长 外交大臣 大臣 国务卿 国防部长 顾问 助理 干事 总干事 专员 副专员 督导 巡视员',
  '调研员 市委书记 县委书记 区委书记 省委书记 镇党委书记 党组书记 党组副书记 纪委书记 政法委书记 组织部长 宣传部长 统战部长 省委常委',
  '市委常委 县委常委 区委常委 首席执行官 教育长 教练 主教练 领队 队副 馆员 所有人 首脑 元首 领导人 负责人 创始人 掌门人 法人代表',
  '指挥长 副指挥长 总指挥 副总指挥 指挥 总裁判长 裁判长 町长 督学 总经济师 总农艺师 总畜牧师 执行主席 常务主席 社长助理 村主任',
  '审判委员会委员 书记官 公诉人 医生 医师 护士 护士长 助产士 药剂师 校医 教师 班主任 外教 翻译 会计 出纳 民警 辅警 交警',
  '农艺师 线路工 司机',
  '编辑 摄影记者 演员 驻村干部 车间主任 环卫工人 志愿者',
].join(' ')

/** What people are called by what they do or are (教授, 律师, 村民, 烈士), which is no office. */
const OCCUPATIONS = [
  '通讯员 摄影记者 编辑 导演 编剧 制片人 演员 歌手 歌唱家 作曲家 作家 诗人 画家 书法家 艺术家 音乐家 指挥家 钢琴家 科学家 物理学家',
  '化学家 数学家 历史学家 经济学家 思想家 哲学家 文学家 教育家 企业家 农民 工人 职工 村民 居民 市民 学生 同学 战士 民警 警官 干警 交警',
  '队员 选手 运动员 名将 小将 老将 新秀 前锋 后卫 中锋 门将 守门员 球员 球星 棋手 国手 国际大师 特级大师 冠军 亚军 九段 八段 七段 六段 五段',
  '老师 教师 同志 烈士 英雄 劳模 劳动模范 先生 女士 小姐 夫人 将军 上将 中将 少将 大将 元帅 上校 中校 少校 大校 主持人 个体户 司机',
  '台商 港商 侨商 华侨 家长 长子 次子 长女 次女 徒弟 辩护人 离休干部 退休干部 下岗职工',
  '青年 老人 老汉 大妈 大爷 大娘 妻子 丈夫 儿子 女儿 母亲 父亲 弟弟 哥哥 姐姐 妹妹 友人 商人 律师 被告人 被告 犯罪嫌疑人 嫌疑人 歹徒',
  '罪犯 主犯 委员 志愿者 当事人 消费者 司仪 牧师 神父 主教 班禅 达赖 活佛 大师 名家 传人 摄影家 翻译家 社员 党员 团员 共产党员 优秀共产党员',
].join(' ')

/** Words for the leaders of a place or body together; a name behind one has no office by it. */
const COLLECTIVES = [
  '市领导 县领导 区领导 省领导 镇领导 州领导 校领导 院领导 局领导 领导 领导同志 中央领导同志 党和国家领导人 有关领导 老领导 老同志',
  '党和国家领导同志 国家领导人 省市领导 市县领导 自治区领导 军队领导 有关负责同志 负责同志 有关部门负责同志 有关部门负责人 嘉宾 四套班子领导 市级领导 县级领导 区级领导',
].join(' ')

/** Titles that may follow a bare surname (徐书记, 江主席). */
const AFTER_SURNAME = [
  '总书记 书记 省长 市长 县长 区长 镇长 乡长 村长 主席 总统 总理 部长 厅长 局长 处长 科长 司长 所长 站长 队长 主任 委员 委员长 秘书长 会长',
  '院长 校长 园长 馆长 社长 台长 总编 董事长 总裁 总经理 经理 厂长 行长 总工 检察长 法官 司令 司令员 政委 参谋长 军长 师长 旅长 团长 营长',
  '连长 大使 外长 教授 博士 医生 大夫 护士 律师 记者 导演 老师 同志 先生 女士 小姐 夫人 将军 教练 指导 老板 师傅 大爷 大妈 大娘 大姐 大哥 阿姨 院士',
].join(' ')

/** Honours that are given to people. */
export const HONOURS: readonly string[] = (
  '优秀共产党员 优秀党员 优秀党务工作者 优秀工会工作者 优秀共青团员 优秀教师 优秀教育工作者 先进工作者 先进个人 劳动模范 全国劳模 省劳模 市劳模 ' +
  '劳模 三八红旗手 三好学生 五一劳动奖章 道德模范 见义勇为先进个人 见义勇为英雄 最美教师 文明市民 荣誉市民 十佳青年 杰出青年 青年岗位能手 新长征突击手 ' +
  '人民教师 人民艺术家 时代楷模 改革先锋 英雄模范 一级英模 二级英模 战斗英雄 先进生产者 先进教育工作者 技术能手 优秀企业家 优秀运动员 优秀班主任 优秀志愿者'
).split(' ')

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

export const officeHeads: ReadonlySet<string> = setOf(OFFICE_HEADS)
export const occupations: ReadonlySet<string> = setOf(OCCUPATIONS)
export const collectives: ReadonlySet<string> = setOf(COLLECTIVES)
export const titlesAfterSurname: ReadonlySet<string> = setOf(AFTER_SURNAME)

/** The longest of the words that `text` has right before `end`, or an empty string. */
export function wordBefore(text: string, end: number, words: ReadonlySet<string>, longest = 7): string {
  for (let length = Math.min(longest, end); length > 0; length -= 1) {
    const word = text.slice(end - length, end)
    if (words.has(word)) return word
  }
  return ''
}

/** The longest of the words that `text` has from `start` on, or an empty string. */
export function wordAfter(text: string, start: number, words: ReadonlySet<string>, longest = 7): string {
  for (let length = Math.min(longest, text.length - start); length > 0; length -= 1) {
    const word = text.slice(start, start + length)
    if (words.has(word)) return word
  }
  return ''
}
