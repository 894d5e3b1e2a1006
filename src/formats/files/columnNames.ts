import type { ArticleField } from '../../domain/articleFields'

/**
 * Names of columns by field, the clearest first: where two columns could be the same field, the clearer name has it.
 * In small letters, half width and without spaces, parted by spaces. Gathered from the exports of newspaper databases,
 * library systems, reference managers and content management systems.
 */
export const COLUMN_NAMES: Readonly<Partial<Record<ArticleField, string>>> = {
  id: '文章id 文章编号 唯一标识 唯一标识符 articleid guid uuid',
  title:
    '标题 题名 文章标题 新闻标题 正标题 主标题 正题 篇名 题目 文题 文章题名 篇题 大标题 標題 題名 題目 ' +
    'articletitle maintitle newstitle ti',
  kicker: '引题 肩题 眉题 引標題 引題 上标题 肩标题 kicker overline eyebrow',
  subtitle: '副题 副标题 副標題 副題 子标题 小标题 subhead subheading secondarytitle',
  category: '分类 类别 文章分类 分类名称 频道 栏目 所属栏目 栏目名称 分類 類別 欄目 categories channel',
  newspaper:
    '报纸 报纸名称 报名 报刊 报刊名称 报刊名 刊名 报纸名 刊载报纸 報紙 報名 報刊 刊物 ' +
    '来源 文献来源 来源媒体 媒体 媒体名称 来源报纸 来源名称 出处 來源 出處 媒體 ' +
    'paper newspapername publication publicationtitle publicationname journal media press 出版者 出版社 publisher',
  medium: '媒介 媒体类型',
  issueDate:
    '见报日期 出版日期 刊发日期 报纸日期 刊出日期 刊登日期 出报日期 出刊日期 出版时间 見報日期 日期 报道日期 ' +
    '发表日期 发表时间 时间 時間 發表日期 年月日 issued publicationdate pubdate pubtime publishdate dateissued ' +
    '年份 出版年 年 year',
  publishedAt:
    '发布时间 发布日期 网上发布时间 上网时间 上网日期 发帖时间 發布時間 發佈時間 posted postedat ' +
    '发表时间 时间 時間 pubtime publishtime publishedtime posttime datetime',
  edition: '版别 版本 地方版',
  page: '版次 版号 版面号 版序 所在版 版 版面 版次版面 版面版次 页码 頁碼 页 pages pagenumber pageno startpage',
  pageTitle: '版名 版面名称 版面名 版面 pagename',
  column: '专栏 专栏名 专栏名称 專欄 栏目 所属栏目 栏目名称 欄目',
  textKind: '文本类型 正文类型',
  dateline: '电头 電頭',
  eventDate: '事件日期 事发日期 事件时间',
  places: '地点 地名 地點 相关地点 涉及地点 place location',
  authors:
    '作者 责任者 主要责任者 记者 署名 撰文 作者姓名 作者名 通讯员 責任者 記者 creator byline writer reporter au',
  url: '链接 网址 原文链接 链接地址 文章链接 原文地址 网页地址 鏈接 網址 連結 link href uri',
  paragraphs:
    '正文 全文 正文内容 文章内容 新闻内容 文章正文 全文内容 内容 文本 段落 內容 正文內容 ' +
    'fulltext bodytext articletext articlebody paragraph ' +
    '摘要 内容摘要 提要 文摘 内容提要 简介 abstract summary description',
  people: '人物 涉及人物 相关人物 人名 persons',
  tags: '标签 关键词 关键字 主题词 主题 標籤 關鍵詞 關鍵字 主題 keyword tag subjects subject',
  rights: '版权 权利 版权声明 copyright licence license',
  textNote: '校勘记 校勘 校注',
}

/** Elements of Dublin Core (DCMI Metadata Terms, and the qualifiers that repositories write behind a point), the clearest first. */
export const DUBLIN_CORE: ReadonlyMap<string, ArticleField> = new Map<string, ArticleField>([
  ['title', 'title'],
  ['title.alternative', 'subtitle'],
  ['alternative', 'subtitle'],
  ['creator', 'authors'],
  ['contributor', 'authors'],
  ['contributor.author', 'authors'],
  ['date', 'issueDate'],
  ['date.issued', 'issueDate'],
  ['issued', 'issueDate'],
  ['date.created', 'issueDate'],
  ['created', 'issueDate'],
  ['source', 'newspaper'],
  ['ispartof', 'newspaper'],
  ['relation.ispartof', 'newspaper'],
  ['publisher', 'newspaper'],
  ['subject', 'tags'],
  ['description.fulltext', 'paragraphs'],
  ['description', 'paragraphs'],
  ['abstract', 'paragraphs'],
  ['description.abstract', 'paragraphs'],
  ['identifier.uri', 'url'],
  ['identifier', 'url'],
  ['rights', 'rights'],
  ['license', 'rights'],
  ['rights.license', 'rights'],
  ['coverage', 'places'],
  ['spatial', 'places'],
  ['coverage.spatial', 'places'],
  ['temporal', 'eventDate'],
  ['coverage.temporal', 'eventDate'],
])

/** Names of columns that tell what is in an article, and do not hold its text. */
export const DIGEST_NAMES: ReadonlySet<string> = new Set(
  '摘要 内容摘要 提要 文摘 内容提要 简介 abstract summary description.abstract'.split(' '),
)
