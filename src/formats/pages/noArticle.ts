import { isBulleted } from './furniture'
import type { ReadLine } from './readLine'

/** Pages of a site that tell a reader something about itself. */
const ERROR =
  /(?:页面(?:不存在|未找到|已删除|走丢|丢失|无法访问|找不到)|(?:访问|请求|查找|浏览)的(?:页面|网页|内容|文章|信息|资源|地址).{0,16}(?:不存在|删除|找不到|失效|未找到|丢失|更名|移动)|404\s?(?:not found|错误|页面|-)|^404$|not found|(?:内容|文章|信息|该页)已(?:被)?(?:删除|下线)|服务器(?:错误|繁忙|内部错误)|http\s?错误\s?\d{3}|forbidden|access denied|无法找到(?:该|此)?(?:页|网页)|(?:秒后|正在).{0,6}(?:自动)?(?:跳转|返回))/
const LOGIN =
  /(?:用户名|账号|帐号|密码|验证码|手机号|忘记密码|记住(?:我|密码)|自动登录|登录后(?:查看|阅读|可)|会员登录|用户登录|立即注册|注册新用户)/
const SEARCH =
  /(?:搜索结果|检索结果|(?:共|为您|约)(?:找到|搜索到|检索到|有)(?:相关)?.{0,20}(?:条|个|篇)|找到相关.{0,10}(?:条|个|篇)|搜索用时|相关度排序|没有找到.{0,20}相关)/

/** The most running text, in characters, that a page of errors or for logging in has. */
const LITTLE = 240

/**
 * Why the lines of a page hold no article, with what was seen; `null` when they may hold one. Lists of headlines, results
 * of a search, errors and forms are none.
 */
export function noArticleReason(lines: readonly ReadLine[]): string | null {
  if (lines.length === 0) return 'no article: the page shows no text'
  const prose = lines.filter((line) => line.kind === 'prose')
  const written = prose.reduce((sum, line) => sum + line.text.length, 0)
  const said = (pattern: RegExp): ReadLine | undefined =>
    lines.find((line) => line.text.length <= 120 && pattern.test(line.folded))
  const quote = (line: ReadLine): string => `“${line.text.slice(0, 60)}”`
  const error = said(ERROR)
  if (error !== undefined && written < LITTLE) return `no article: the page reports an error, ${quote(error)}`
  const forms = lines.filter((line) => line.text.length <= 40 && LOGIN.test(line.folded))
  if (forms.length >= 2 && written < LITTLE) return `no article: a form for logging in, ${quote(forms[0]!)}`
  const search = said(SEARCH)
  const clipped = prose.filter((line) => /(?:\.{3}|…{1,2})\s?\S{0,12}$/.test(line.text)).length
  if (search !== undefined && (prose.length === 0 || clipped >= prose.length * 0.4)) {
    return `no article: results of a search, ${quote(search)}`
  }
  const listed = lines.filter(
    (line) =>
      line.kind === 'listed' || isBulleted(line.folded) || (line.linkShare > 0.7 && line.text.length >= 6),
  ).length
  if (listed >= 8 && listed > lines.length * 0.4 && written < 120) {
    return `no article: a list of ${String(listed)} headlines, the first is ${quote(lines.find((line) => line.kind === 'listed') ?? lines[0]!)}`
  }
  return null
}
