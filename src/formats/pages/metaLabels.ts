import { fold } from '../../text/fold'

/** What a labelled value of a page is: 来源：某报 is a `source`. */
export type MetaKind =
  | 'title'
  | 'kicker'
  | 'subtitle'
  | 'source'
  | 'posting'
  | 'modified'
  | 'issue'
  | 'otherDate'
  | 'page'
  | 'pageTitle'
  | 'column'
  | 'author'
  | 'editor'
  | 'photographer'
  | 'counter'
  | 'size'
  | 'share'
  | 'keywords'
  | 'address'
  | 'reference'
  | 'summary'
  | 'body'

/** Labels in simplified characters, as sites, digital papers, portals and databases write them. */
const LABELS: Readonly<Record<MetaKind, string>> = {
  title: '标题 题名 篇名 题目 主标题 正题 主题 文章标题 文献标题 subject title',
  kicker: '引题名 引题 肩题 眉题',
  subtitle: '副题 副标题 子题 副题名 副标题名',
  source:
    '来源 稿源 信息来源 文章来源 新闻来源 稿件来源 内容来源 消息来源 出处 来自 转自 原载 摘自 选自 转载自 转载来源 报纸 报纸名称 报名 媒体 媒体名称 来源媒体 刊名 报刊名称 报刊 文献来源 source',
  posting:
    '发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 发布于 发表于 上传时间 上传日期 录入时间 添加时间 入库时间 创建时间 创建日期 上网时间 上网日期 公开时间 公开日期 信息时间 新闻时间 文章时间 提交时间 加入时间 时间 日期 发布 网上发布 posted published date',
  modified:
    '更新时间 更新日期 更新于 更新 最后更新 最后更新时间 最近更新 修改时间 修改日期 修订时间 最后修改 最后修改时间 updated modified',
  issue:
    '见报日期 见报时间 出版日期 出版时间 出刊日期 刊发日期 刊发时间 报纸日期 刊登日期 刊载日期 刊出日期 刊期 报刊日期 原载日期',
  otherDate:
    '成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 印发日期 实施日期 施行日期 生效日期 生效时间 失效日期 废止日期 废止时间 截止日期 截止时间 访问时间 访问日期 下载时间 下载日期 检索时间 打印时间 打印日期 当前时间 今天 今天是 现在是 引用日期 抓取时间 采集时间 归档时间 收录时间 活动时间 有效期 系统时间 登录时间 发送时间 发送日期 收件时间 sent',
  page: '版次 版面 版号 所在版面 版位 页码 版次及页码 版页',
  pageTitle: '版名 版面名称 版面名',
  column: '栏目 专栏 栏目名称 所属栏目 专栏名 专栏名称',
  author:
    '作者 撰文 撰稿 采写 记者 本报记者 本网记者 通讯员 特约记者 特约通讯员 作者姓名 责任者 主要责任者 文章作者 实习生 见习记者 口述 文字 作者及单位 author by',
  editor:
    '责任编辑 责编 编辑 编审 审核 校对 终审 初审 复审 一审 二审 三审 审校 审稿 审签 值班编辑 值班主任 值班总编 发布人 发布者 录入 录入人 录入员 录入者 签发 监制 制作 美编 版式 组版 上传 上传者 上传人 排版 总编 主编 策划 总策划 统筹 网络编辑 网编 新媒体编辑 实习编辑 本版编辑 版面编辑 本期编辑 本版责编 本期责编 信息员 供稿人 联系人 编校 编审人 责任审核 责任校对 值班校对 检校 视觉 设计 编辑部 投稿邮箱 editor',
  photographer: '摄影 图 图片 供图 摄 绘图 制图 漫画 图片来源 图源 摄像 视频 剪辑 题图 图文来源 图片作者',
  counter:
    '点击 点击数 点击量 点击次数 点击率 浏览 浏览量 浏览次数 浏览数 阅读 阅读量 阅读数 阅读次数 访问 访问次数 访问量 访问数 人气 热度 评论 评论数 已有 共有 回复 查看 查看次数 次数 已阅 字数 正文字数 跟帖 支持 顶 转发 点赞 收藏 views hits',
  size: '字号 字体 字体大小 文字大小 字体显示 正文字号 视力保护色',
  share: '分享到 分享至 分享 转发到 扫一扫 打印',
  keywords: '关键词 关键字 标签 关键词语 标引词 tag tags keywords',
  address: '网址 链接 原文链接 原文地址 本文链接 本文地址 原文 网页地址 地址 url',
  reference:
    '索引号 信息索引 文号 发文字号 发文机关 发布机构 发布单位 公开方式 公开范围 公开类别 公开形式 公开时限 公开主体 公开责任部门 信息分类 主题分类 体裁分类 服务对象 发文单位 主题词 分类 所属分类 名称 有效性 公文种类 信息名称 文件编号 issn 刊号 国内统一刊号 国内统一连续出版物号 邮发代号 总第 期数 期号 期次 分类号 数据库 数据库名称 馆藏 语种 作者单位 作者简介 责任部门 公开目录 组配分类 组配 效力状态 信息类别 信息编号 文件状态 编号 序号 卷期 篇幅 电话 传真 邮编 邮箱 地区 省份 载体 文献类型 资料类型 收藏单位 版本 记录号 主办 主办单位 承办 承办单位 协办 技术支持 收件人 发件人 抄送 发件 收件 from to cc',
  summary: '摘要 内容提要 提要 导语 导读 核心提示 内容摘要 内容概述 内容概要 简介 新闻摘要 核心导读',
  body: '正文 全文 内容 正文内容 文章内容 文献全文',
}

const kinds = new Map<string, MetaKind>()
for (const [kind, words] of Object.entries(LABELS) as [MetaKind, string][]) {
  for (const word of words.split(' ')) kinds.set(word, kind)
}

const ALTERNATIVES = [...kinds.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) => (/^[a-z]/.test(word) ? word : [...word].join(' {0,6}')))
  .join('|')

/** A label: at the beginning or behind something that is no Han character, in brackets or before a colon, a bar, a tab. */
const LABEL = new RegExp(
  String.raw`(?<![\p{Script=Han}a-z])(?:[【\[〔(](?<boxed>${ALTERNATIVES})[】\]〕)] ?:?|(?<plain>${ALTERNATIVES}) {0,4}(?::|丨|\t|\|(?!\|))|(?<dated>发表于|发布于|更新于|刊发于|发布时间|发表时间|更新时间|发布日期|更新日期) {0,3}(?=\d{2,4}[-/.年]))`,
  'gu',
)
/** 文/张三, 图/李四, 来源/某报, 记者/王五: a slash makes a label of these only. */
const SLASHED =
  /(?<![\p{Script=Han}a-z/])(?<plain>来源|作者|编辑|责编|撰文|摄影|供图|记者|文|图|摄)\s?\/(?!\s?(?:图|文|摄|[a-z]))/gu

/** A label in a line and where its value begins. */
export interface FoundLabel {
  readonly kind: MetaKind
  readonly label: string
  readonly start: number
  readonly end: number
}

/** Labels in a folded line of at most a few hundred characters, in order. */
export function findLabels(folded: string): readonly FoundLabel[] {
  const found: FoundLabel[] = []
  if (!/[:|丨\t/【[〔(]/.test(folded)) return found
  for (const pattern of [LABEL, SLASHED]) {
    for (const match of folded.matchAll(pattern)) {
      const label = (
        match.groups?.['boxed'] ??
        match.groups?.['plain'] ??
        match.groups?.['dated'] ??
        ''
      ).replaceAll(' ', '')
      const kind = label === '文' ? 'author' : kinds.get(label)
      if (kind === undefined) continue
      // 大 中 小 | 打印: the words of a bar of tools are no labels.
      if (match[0].endsWith('|') && !/^(?:来源|作者|编辑|责编|记者|摄影|撰文|图|文|时间|日期)$/.test(label))
        continue
      found.push({ kind, label, start: match.index, end: match.index + match[0].length })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** Whether a text begins with a label and its colon. */
export function isLabel(text: string): boolean {
  const word = /^([^:：]{2,6})[:：]/.exec(text.replaceAll(/\s/g, ''))?.[1]
  return word !== undefined && kinds.has(fold(word))
}
