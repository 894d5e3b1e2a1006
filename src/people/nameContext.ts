import { collectives, HONOURS, occupations, officeHeads, titlesAfterSurname } from './officeTitles'
import { WordTrie } from './wordTrie'

/** How much more probable a name is (as a natural logarithm) when these stand right before it. */
const BEFORE: Readonly<Record<string, string>> = {
  '4.5': '记者 通讯员 本报记者 任命 选举 推选 补选 授予 免去 名叫 叫做',
  '3': '爸爸 妈妈 姑姑 叔叔 婶婶 嫂子 伯伯 侄子 侄女 外甥 未婚夫 未婚妻 女婿 儿媳 姐夫 妹夫 战友 校友 同乡 搭档 队友 学长 名为 自称 原名 本名 笔名 主持人 作者 编者 署名 联系人 化名 矿工 果农 石匠 铁匠 女工 女儿 儿子 爷爷 奶奶 祖父 祖母 外公 外婆 叔父 伯父 舅舅 表哥 表弟 表姐 表妹 孙子 孙女 男孩 女孩 徒弟 师傅 助手 同桌 邻居 老乡 老板 女老板 毕业生 考生 代表 员 同事 房东 店主 户主 乘客 患者 读者 支书 会计 护工 厨师 爱人 长女 次女 长子 次子',
  '1.6':
    '会见了 会晤了 会见 会晤 接见 同 与 和 及 跟 由 对 向 据 经 叫 是 以 把 被 请 让 给 为 以及 聘请 邀请 追认 陪同 访问 采访 介绍 老',
  '2': '成员 匠 长 叫',
  '0.8':
    '人员 动员 全员 伤员 病员 复员 满员 超员 定员 官兵 、 。 ; ! ? " : ( “ , 而 但 当 随后 今天 昨天 日前 近日 今年 此时 接着 同时 其中 还有',
  '-1': '了 在 从 到 往 不 很 最 更 去 个 一 二 三 十 第 这 那 各 每 无 有',
}

/** The same for what stands right behind it. */
const AFTER: Readonly<Record<string, string>> = {
  '3.5': '报道 摄影报道 通讯员',
  '3': '说 指出 强调 要求 表示 认为 主持 出席 会见 介绍 宣布 致辞 致词 讲话 告诉 说道 同志 先生 女士 小姐 夫人 教授 率领 谈到 透露 坦言 称 作出',
  '2.2':
    '告诉记者 对记者 接受 参加 率 担任 任 兼任 当选 获得 获 荣获 夺得 率团 率队 视察 考察 调研 检查 听取 陪同 看望 慰问 走访 会晤 摄 作 编著 著 译 饰 带领 回忆 回答 解释 建议 呼吁 提出 提议 重申 希望 相信 感叹 老师 医生 院士 烈士 博士 将军 总理 主席 总统 书记 部长 市长 省长 大使 等 一行 夫妇 父子 兄弟 本人 自己 感谢 高兴 激动 笑 还 曾 曾经 已经 决定 发现 看到 听到 想 觉得 不仅 首先 最后 为首 逝世 去世 病逝 生前 生于 出生 毕业 主演 执导 执教 执法 发表 撰写 致电 致函 抵达 离开 启程 结束 代表 签署 签字 签名 阐述 赞扬 赞赏 积极评价 通报 汇报 作了 作报告 作工作报告 颁奖 授旗 揭牌 主讲 连任 辞职 下台 上台 执政 领衔 夺冠 公示 因病 专程 亲自 分别 先后 到会 到场 补充 插话 点头 摇头 回信 来信 来电 答 诉 问 念 讲 喊 捐 种 选 拍 画 失手 胜 负 战胜 击败 输给 力克',
  '1.8':
    '走进 走到 走上 走出 来到 来了 赶到 赶来 回到 回来 站在 站起 坐在 坐下 住在 住进 躺在 拿出 拿着 拿起 接过 接到 递给 掏出 抱着 抱起 背着 背起 带着 领着 牵着 拉着 握着 捧着 提着 举着 指着 看着 望着 听说 听了 听完 想起 想到 记得 知道 明白 说完 说起 问起 笑了 笑着 哭了 写道 写信 写下 写的 念了 唱了 讲了 讲述 谈起 打来 打电话 送来 送去 送给 寄来 捐出 捐款 买了 买来 卖了 卖掉 种了 养了 开了 开着 办了 修了 当了 当上 做了 干了 成了 成为 考上 考取 退休 退伍 病故 牺牲 受伤 住院 出院 结婚 上任 到任 就职 报案 自首 供述 承认 否认 交代 辩称 诉称 登台 表演 演唱 获奖 领奖 老人 老汉 大爷 大妈 大娘 大叔 阿姨 师傅 夫妻 家的 家里 今年 现年 从小 从此 一边 一直 亲手 亲笔 独自 连夜 每天 常常 经常 总是 终于 突然 立即 立刻 马上 赶紧 急忙 连忙 随即 当即 当场 当众 带头 主动 坚持 负责 主管 分管 率先 出资 承包 创办 后来 的妻子 的丈夫 的儿子 的女儿 的父亲 的母亲 的家 的名字 之子 之女 之妻 带人 带头 组成 ' +
    // Words of more than one character that begin with what places and things end in: 局长高明上班, 县长高明号召.
    '上前 上班 上课 上学 上台 上山 上门 上岗 上车 上船 上书 上网 下岗 下令 下达 下班 下乡 下水 下车 下楼 下厨 下井 业已 中奖 中标 ' +
    '中选 代替 代为 代理 化名 号称 号召 品尝 奖励 度过 朝着 沟通 渡过 点燃 点评 点出 点名 站了 站立 站到 站出 镇定 镇守 路过 路经 路遇 力挺 力争 力主 力邀 ' +
    '上午 下午 上周 下周 上月 下月',
  '1.5': '昨天 今天 昨日 今日 日前 近日 前天 当天 当日 当晚 昨晚 今晚 今晨 去年 前不久 最近 当年 当时',
  '1': '、 。 , ; : ( ) " 和 与 及 同 对 在 是 把 将 被 向 从 到 为 又 也 就 都 不 没 没有 却 则 便 来 去 以 用 因 给 让 叫 才 了 的 家 一家 一 正 并 而',
  '-6': '渡 坡 县 区 镇 乡 村 路 街 山 河 湖 江 桥 寺 庙 塔 港 岛 省 州 屯 庄 巷 峡 沟 岭 峰 坡 湾 洲 盆地 高原 平原 水库 流域 大道 大桥 大厦 大学 学院 中学 小学 医院 日报 晚报 公司 集团 厂 站 号 杯 奖 机场 铁路 公路 高速 市 族 人 队 市委 县委 市政府 县政府 银行 证券 股份 酒 牌 军区 战役 事件 会议 理论 主义 思想 王朝 朝 代 酒店 宾馆 饭店 商场 乡镇 开发区 经济区 基金会 博物馆 纪念馆 音乐厅 核电站 俱乐部 广场 群岛 半岛 海峡 高地 山峰 大区 郡 邦 汽车 出版社 派出所 国际机场 火车站 车站 杯赛 文学奖 奖金 家族 条约 协定 定理 定律 号',
  '-2': '性 化 式 型 度 率 量 力 点 者 们 界 权 费 价 业 品 物 油 车 机 店 院 校 馆 社 社区 小区 地区 一带 境内 沿岸 附近 地 里 上 下 中 以北 以南 以东 以西',
}

function readWeights(lists: Readonly<Record<string, string>>): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [weight, list] of Object.entries(lists)) {
    for (const word of list.split(' ')) if (!weights.has(word)) weights.set(word, Number(weight))
  }
  return weights
}

const before = readWeights(BEFORE)
for (const words of [officeHeads, collectives, occupations, HONOURS]) {
  for (const word of words) if (!before.has(word)) before.set(word, 4.5)
}
for (const word of ['代表', '委员', '青年', '学生', '领导', '党员', '专家', '顾问']) before.set(word, 2)
const after = readWeights(AFTER)
for (const word of titlesAfterSurname) if (!after.has(word)) after.set(word, 2)

/** What of a foreign name speaks for a place. */
const PLACES_BEFORE =
  '首都 城市 市镇 小镇 小城 名城 港口 海港 州府 省会 位于 地处 坐落在 飞抵 途经 南部 北部 东部 西部 中部 东北部 西北部 东南部 西南部 境内 郊外 以北 以南 于'.split(
    ' ',
  )
const A_PLACE_BEFORE = -4
const placesTrie = new WordTrie()
for (const word of PLACES_BEFORE) placesTrie.set([...word].toReversed().join(''), A_PLACE_BEFORE)
/** 在A举行, 在A的: a foreign name between these is a place. */
const IN = '在'
const HAPPENS = /^(?:举行|召开|开幕|闭幕|落成|的|发生|市|成立|遇|设|建|附近|等地)/u
const HAPPENS_IN = -4

/** What says that a foreign name from `start` to `end` is a place: a natural logarithm, 0 or less. */
export function asForeignPlace(text: string, start: number, end: number): number {
  if (text[start - 1] === IN && HAPPENS.test(text.slice(end, end + 2))) return HAPPENS_IN
  let weight = 0
  let node = 1
  for (let at = start - 1; at >= 0; at -= 1) {
    node = placesTrie.step(node, text.charCodeAt(at))
    if (node === 0) break
    const found = placesTrie.valueAt(node)
    if (!Number.isNaN(found)) weight = found
  }
  return weight
}

const AT_AN_END = 0.8

const afterTrie = new WordTrie()
for (const [word, weight] of after) afterTrie.set(word, weight)
const beforeTrie = new WordTrie()
for (const [word, weight] of before) beforeTrie.set([...word].toReversed().join(''), weight)

/** What stands right before a name at `start` says for it: a natural logarithm, positive if it speaks for a name. */
export function contextBefore(text: string, start: number): number {
  let at = start
  while (at > 0 && text[at - 1] === ' ') at -= 1
  if (at === 0) return AT_AN_END
  let weight = 0
  let node = 1
  for (at -= 1; at >= 0; at -= 1) {
    node = beforeTrie.step(node, text.charCodeAt(at))
    if (node === 0) break
    const found = beforeTrie.valueAt(node)
    if (!Number.isNaN(found)) weight = found
  }
  return weight
}

/** What stands right behind a name that ends at `end` says for it; see {@link contextBefore}. */
export function contextAfter(text: string, end: number): number {
  if (end >= text.length) return AT_AN_END / 2
  let weight = 0
  let node = 1
  for (let at = end; at < text.length; at += 1) {
    node = afterTrie.step(node, text.charCodeAt(at))
    if (node === 0) break
    const found = afterTrie.valueAt(node)
    if (!Number.isNaN(found)) weight = found
  }
  return weight
}
