import type { Medium } from '../../domain/article'
import { fold } from '../../text/fold'

/** Words that stand where a source is named, and name none. */
const NO_SOURCE =
  /^(?:本报|本网|本站|本刊|本台|本社|本报讯|本网讯|本站原创|本网原创|原创|网络|互联网|网络来源|网络整理|综合|综合整理|综合报道|本报综合|未知|不详|佚名|转载|其他|其它|暂无|无|投稿|网友|网友投稿|会员投稿|作者投稿|本站整理|整理|本地|自采|自编|原创稿件|本单位|-+)$/

/** Ends of names of papers, agencies, broadcasters and sites; of a paper it may have an edition behind. */
const PAPER = /(?:^今日\p{Script=Han}{2,4}$|报|日报社|报社|时讯|周末|导报|简报|参考消息|新闻周刊)$/u
const MAGAZINE = /(?:周刊|杂志|月刊|半月刊|双月刊|季刊|学刊|文摘|画刊)$/
const AGENCY = /(?:社|通讯社|通讯)$/
const BROADCASTER = /(?:电视台|电台|广播|广播台|广电台|广播电视台|传媒集团|卫视|央视|新闻联播|之声|台)$/
const SITE =
  /(?:网|网站|在线|热线|频道|客户端|公众号|app|微信|微博|头条|号|发布|之窗|门户|论坛|博客|融媒体中心|融媒体|融媒|新媒体|视窗|信息港|云)$/
const OFFICE =
  /(?:局|部|委|办|政府|办公室|中心|厅|院|处|所|会|馆|团|司|署|校|大学|公司|集团|站|科|室|组|区|县|市|镇|街道|乡|村)$/

/** What sites hang on the name of a paper whose pages they show. */
const DIGITAL_EDITION =
  /[\s·\-—|]*(?:数字报刊平台|數字報刊平台|数字报平台|数字报刊|数字报纸|數字報|数字报|电子报纸|电子报|電子報|电子版|電子版|多媒体报|多媒体数字报|在线阅读|网络版|官网)$/i

/** Whether a text is the name of a paper's digital edition: 某报数字报. */
export function isDigitalName(text: string): boolean {
  return text.length <= 24 && DIGITAL_EDITION.test(text) && plainNewspaperName(text).length >= 2
}

/** The name of a paper without 《》, its digital edition and what else sites hang on it. */
export function plainNewspaperName(name: string): string {
  return name
    .trim()
    .replace(/^[《〈「『“"【[]+/, '')
    .replace(/[》〉」』”"】\]]+$/, '')
    .replace(/\s{0,3}[(（]\p{Script=Han}{1,5}(?!版)\p{Script=Han}[)）]$/u, '')
    .replace(DIGITAL_EDITION, '')
    .replace(/[《》]/g, '')
    .trim()
}

/** Whether a text, standing where a source is named, names none (本报, 原创, 网络). */
export function isNoSource(name: string): boolean {
  return NO_SOURCE.test(fold(name).replaceAll(/\s/g, ''))
}

/** Whether a name ends as those of printed papers and magazines do. */
export function isPaperName(name: string): boolean {
  const folded = fold(plainNewspaperName(name)).replaceAll(/\s/g, '')
  return (
    folded.length >= 2 &&
    folded.length <= 24 &&
    !/^(?:本|我|情|汇|通|海|画|黑板|预|举|墙|捷|快|警|回|电|喜|捷|战|年)报$/.test(folded) &&
    (PAPER.test(folded) || MAGAZINE.test(folded))
  )
}

/** Whether a name ends as those of papers, agencies, broadcasters or sites do. */
export function isMediumName(name: string): boolean {
  const folded = fold(name).replaceAll(/\s/g, '')
  if (folded.length < 2 || folded.length > 24) return false
  return isPaperName(name) || AGENCY.test(folded) || BROADCASTER.test(folded) || SITE.test(folded)
}

/** Whether a name ends as that of an office does. */
export function isOfficeName(name: string): boolean {
  return OFFICE.test(fold(name).replaceAll(/\s/g, ''))
}

/** What kind of medium a name says it is; `undefined` when it does not say. */
export function mediumOf(newspaper: string): Medium | undefined {
  const folded = fold(newspaper).replaceAll(/\s/g, '')
  if (MAGAZINE.test(folded)) return 'magazine'
  if (PAPER.test(folded)) return 'newspaper'
  if (
    /(?:通讯社|新华社|中新社|法新社|路透社|美联社|塔斯社|共同社|韩联社|中央社|俄新社|德新社|合众国际社)$/.test(
      folded,
    )
  )
    return 'agency'
  if (SITE.test(folded)) return 'web'
  return BROADCASTER.test(folded) ? 'broadcast' : undefined
}

/**
 * The one that a chain of sources (人民网-人民日报, 新华网·某报) names: the printed paper or the agency before the site
 * that passed it on, else the last.
 */
export function lastSource(names: readonly string[]): string {
  return (
    names.findLast((name) => isPaperName(name)) ??
    names.findLast((name) => mediumOf(name) === 'agency') ??
    names.at(-1) ??
    ''
  )
}
