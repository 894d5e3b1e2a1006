import type { PageValues } from './pageValues'

/** Lines as one text; lists among them are laid open, so that paragraphs can stand between other lines. */
export function lines(...parts: readonly (string | readonly string[])[]): string {
  return parts.flat().join('\n')
}

/** What a site puts around its text, as it comes along when a page is copied. */
export const menuText = ({ site }: PageValues): readonly string[] => [
  site,
  '首页 | 新闻 | 政务 | 民生 | 视频 | 专题 | 论坛',
  '设为首页 加入收藏 手机版 登录 注册',
]

export const shareText: readonly string[] = [
  '分享到：',
  '微信 新浪微博 QQ空间 复制链接',
  '【打印】 【关闭】 【收藏】',
]

export const neighboursText = ({ headlines }: PageValues): readonly string[] => [
  `上一篇：${headlines[0]!}`,
  `下一篇：${headlines[1]!}`,
]

export const relatedText = ({ headlines, issue }: PageValues): readonly string[] => [
  '相关阅读',
  ...headlines.slice(2, 7).map((headline) => `· ${headline}`),
  '热门推荐',
  ...headlines.slice(7, 11).map((headline, at) => `${at + 1} ${headline} ${issue.month}-${issue.day}`),
]

export const commentText = ({ count, posted }: PageValues): readonly string[] => [
  `网友评论（${count % 90}条）`,
  '我来说两句',
  '山间一片云',
  `${posted.year}-${posted.month}-${posted.day} 23:05`,
  '写得好，顶一个！希望多报道这样的事，也希望有关部门把好事一直办下去。',
  '回复 支持(12) 反对(0)',
  '过路人甲',
  '我就是当地人，情况属实，路过点赞。',
  '回复 支持(3) 反对(1)',
]

export const footerText = ({ site, issue, place }: PageValues): readonly string[] => [
  '关于我们 | 联系方式 | 广告服务 | 网站地图 | 法律声明',
  `版权所有 © ${issue.year} ${site} 未经授权不得转载`,
  `某ICP备0500${issue.year}号 ${place.short}网安备 3299000200${issue.month}号`,
  '违法和不良信息举报电话：0000-1234567',
  '扫一扫，在手机打开当前页',
]
