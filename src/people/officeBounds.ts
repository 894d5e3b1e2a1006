const LONGEST_PHRASE = 30
const LONGEST_STOP = 4

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '))
}

/** What links one thing with another or gives a thing its place in the sentence. */
const LINKS =
  '应 由 在 是 与 和 同 及 以及 跟 对 向 给 予 为 被 把 将 据 经 请 让 使 的 了 从 到 至 往 等 或 或者 因 由于 因为 因此 因而 所以 通过 关于 对于 至于 鉴于 自从 直到 ' +
  '除了 包括 连同 会同 偕同 随同 携同 伴同 以 于 自 当 曾 已 正 即 如 例如 比如 譬如 尤其 尤其是 特别是 甚至 乃至 还有 另有 连 而 但 却 也 又 还 都 就 才 并 则 根据 按照 ' +
  '不是 就是 正是 便是 也是 还是 仍是 都是 而是 只是 只有 不过 然而 可是 着 作为 来自 来访的 访华的 作者系 前者系 后者系 原系'

/** Verbs of holding, getting and losing an office. */
const OF_OFFICE =
  '任命 选举 选出 推选 当选为 当选 担任 出任 就任 兼任 历任 曾任 升任 改任 调任 接任 继任 连任 任 授予 免去 辞去 决定 提名 聘请 聘任 追授 时任 现任 拟任 候任 原任 任用 免 ' +
  '成为 推定 罢免 撤换 替换 更换 取代 代替 顶替 接替 提拔 选拔 举荐 推荐 选派 抽调 借调 录用 雇用 聘用 派遣 派来 调来 请来 找来 当上'

/** Verbs of meeting, accompanying, addressing and dealing with somebody, whose object an office with its name is. */
const WITH_SOMEBODY =
  '会见了 会见 会晤了 会晤 接见 约见 召见 引见 求见 邀请 应邀 特邀 陪同 陪着 跟着 带着 随着 带领 率领 迎接 欢迎 欢送 迎来 宴请 款待 看望 探望 探视 慰问 感谢 答谢 访问 采访 ' +
  '专访 访谈 拜会 拜访 走访 回访 遇到 遇见 遇上 见到 看到 听到 碰到 碰见 找到 认识 结识 记起 想起 想到 提到 谈到 说到 问 询问 请教 求助 告诉 转告 通知 致电 致函 致信 ' +
  '复函 复信 来信 祝贺 恭贺 悼念 哀悼 追悼 缅怀 怀念 送别 送走 护送 搀扶 簇拥 跟随 追随 紧随 效仿 支持 拥护 反对 抗议 批评 指责 谴责 抨击 质问 质疑 弹劾 起诉 逮捕 拘捕 ' +
  '刑拘 拘留 开除 处分 控告 举报 指控 暗杀 刺杀 绑架 营救 呼吁 敦促 责成 督促 催促 委托 授权 代表 帮助 协助 配合 佩服 敬佩 爱戴 崇拜 援引 引述 引用 转述 讲述 描写 撰写 落实 发表 ' +
  '讨论 写入 同意 批准 核准 决定 听取 出席 参加 主持 指出 强调 表示 认为 要求 介绍 报道 叫 称 说 受 表彰 嘉奖 接受 没有 有 听说 据悉'

/** Times and adverbs that end before an office begins. */
const TIMES =
  '今天 昨天 前天 明天 上午 下午 中午 晚上 傍晚 凌晨 昨日 今日 明日 日前 近日 当天 当日 当晚 昨晚 今晨 同日 日 月 年 时 点 分 期间 之后 之前 随后 接着 同时 此外 其中 今年 去年 明年 ' +
  '前年 本月 上月 本周 上周 目前 现在 如今 当前 当时 此时 这时 那时 后来 最后 最终 首先 然后 终于 再次 已经 一直 曾经 刚刚 亲自 专程 立即 随即 立刻 马上 前来 正在 一行'

/** Pronouns, measures and words before an office that are no part of it. */
const BEFORE_IT =
  '这位 那位 一位 两位 三位 几位 一名 两名 每位 各位 这个 那个 一个 两个 一段 上述 前述 老 新 我国 本报 该 其 名 位 岁 您 咱们 我们 他们 向着'

const stopWords = setOf(LINKS, OF_OFFICE, WITH_SOMEBODY, TIMES, BEFORE_IT)

/** Words in which a stop word is only letters: names of bodies, of places and of offices. */
const keptWords = setOf(
  '共和国 和平 和田 和县 和政 人和 协和 永和 泰和 太和 政和 呼和浩特 和谐 同心 大同 合同 同江 同济 对外 以色列 在线 大使 特使 出使 国是 新华 新疆 新闻 新区 新城 新乡 新余 新安',
  '新沂 新民 新昌 新县 新会 新加坡 新西兰 新野 新密 新郑 新泰 更新 创新 高新 新兴 新材料 新能源 日本 日报 日照 日喀则 晚报 年会 青年 少年 老年 月坛 分会 分局 分公司 分行 分校 分院 部分',
  '分区 分队 分部 分厂 分社 分站 分所 分店 分管 分宜 点军 自治 自贡 自然 自行车 于都 于田 老龄 老干部 老河口 老挝 都江堰 成都 首都 都市 都匀 都昌 丰都 于洪 江都 名誉 名山 有限 有色 国有 共有',
  '还乡 当涂 武当 应急 应县 应城 经济 经贸 经开 财经 石家庄 经营 任丘 责任 主任 常任 委任 聘任制 书记 记者 将军 上将 中将 少将 大将 名将 将乐 从化 从江 连云港 大连 连江 连州 连平 瑞连 连山 黄连',
  '代表 代表团 代表大会 人大代表 党代表 给水 正定 正镶 正阳 正宁 修正 受灾 就业 创业 接待 说唱 中东 时报 时代 时装 临时 小时 时任 计划 并州 合并 而立 如皋 如东 即墨 称多 叫卖 为民 为农 行为 有为',
  '问题 访问团 信访 以东 同志 经理 对台 对外贸易 反对党 反对派 对口 对策 参与 与会 等级 高等 平等 等额 的黎波里 到任 至尊 来访 往来 来宾 自主 自来水 通用 包头 包河 通过率 教育 介绍所 国际 地名',
  '矫正 校正 公正 正式 正职 社名 埃及 土耳其 马其顿 阿尔及利亚 尼日利亚 尼日尔 也门 巴布亚新几内亚 特立尼达和多巴哥 圣多美和普林西比 安提瓜和巴布达 圣基茨和尼维斯 波斯尼亚和黑塞哥维那',
  '经销 经纪 经委 有线 对联 同盟 同乡 同业 为先 年鉴 年画 月刊 日化 日用 老区 老城 新村 新建 新港 新河 新湖 新塘 新桥 新丰 新华社 新星 新光 时尚 计时 及时 以南 以北 以西 至诚 正大',
  '当代 经社会 自动化 自治区 向阳 将台 让胡路 当阳 当雄 从业 称重 应用 响应 在职 在建 自由 免疫 免税 避免 经由 同仁 同德 胡同 连锁 连队 大队 名校 名牌',
)
const LONGEST_KEPT = 9

/** Fields of administration and learning that the name of one body joins by 和 or 与: 发展和改革, 环境与资源. */
const fields = setOf(
  '发展 改革 住房 城乡 建设 人力 资源 社会 保障 卫生 计划 计生 生育 人口 工业 信息 息化 经济 文化 旅游 广电 体育 规划 自然 环境 保护 文史 学习 教育 科学 科技 技术 民族 宗教 水利 水务 市政 园林',
  '绿化 外事 侨务 内务 司法 法制 法律 战略 政策 能源 环保 党史 文献 方志 安全 应急 防灾 减灾 救灾 生态 农业 农村 林业 草原 土地 国土 交通 运输 商务 贸易 投资 财政 税务 金融 统计 食品 药品 市场',
  '监督 监察 管理 质量 知识 产权 合作 交流 研究 历史 语言 文学 文字 艺术 哲学 健康 养老 妇女 儿童 青年 组织 人事 编制 就业 劳动 服务 消费 防汛 抗旱 疾病 预防 控制 福利 慈善 民政 审计 地震',
  '宪法 药物 气象 海洋 渔业 畜牧 兽医 水产 粮食 物资 储备 价格 国防 动员 征兵 宣传 新闻 出版 广播 影视 电影 电视 文物 考古 档案 图书 设计 工程 制造 检验 检疫 检测 评估 咨询 培训 学前 幼教 爱卫 美学',
)
const JOINS: ReadonlySet<string> = new Set(['和', '与', '及'])

/** Marks which characters of a run belong to words that a phrase may reach over. */
function keptMarks(run: string): Uint8Array {
  const marks = new Uint8Array(run.length)
  for (let at = 0; at < run.length; at += 1) {
    for (let length = Math.min(LONGEST_KEPT, run.length - at); length > 1; length -= 1) {
      if (!keptWords.has(run.slice(at, at + length))) continue
      marks.fill(1, at, at + length)
      break
    }
  }
  return marks
}

/** Whether 和 or the like, at `at` of a run, joins two fields within the name of one body. */
function isWithinAName(run: string, at: number): boolean {
  return JOINS.has(run[at]!) && fields.has(run.slice(at - 2, at)) && fields.has(run.slice(at + 1, at + 3))
}

/**
 * How far to the left a phrase goes that ends at `end` of a folded text: not over `limit`, punctuation, or a word that
 * cannot be part of an office, such as a verb whose object the office is (欢迎国务院总理). What is within names of bodies
 * and places stops nothing (共和国, 国家发展和改革委员会). `end` itself where nothing belongs to it.
 */
export function phraseStart(text: string, end: number, limit: number): number {
  const least = Math.max(limit, end - LONGEST_PHRASE)
  let from = end
  while (from > least && /[\p{Script=Han}\w]/u.test(text[from - 1]!)) from -= 1
  // Right behind a name 和 joins, though 和县 is a county.
  if (from === limit && limit > 0 && JOINS.has(text[from]!)) from += 1
  const run = text.slice(from, end)
  const marks = keptMarks(run)
  for (let at = run.length; at > 0; at -= 1) {
    for (let length = Math.min(LONGEST_STOP, at); length > 0; length -= 1) {
      if (!stopWords.has(run.slice(at - length, at))) continue
      if (marks.subarray(at - length, at).every((mark) => mark === 1)) continue
      if (length === 1 && isWithinAName(run, at - 1)) continue
      return from + at
    }
  }
  return from
}
