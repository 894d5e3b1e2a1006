import { FORBIDDEN_TEXT } from './pageLayout'
import { dottedDay } from './calendarDays'
import type { PageValues } from './pageValues'

/** Text as HTML has it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Every text in an element of its own: `<p>…</p>`, or with attributes `p class="x"`. */
export function each(element: string, texts: readonly string[]): string {
  const name = element.split(' ')[0]!
  return texts.map((text) => `<${element}>${escapeHtml(text)}</${name}>`).join('\n')
}

/** What a page is made of. */
export interface HtmlParts {
  /** For `<title>`. */
  readonly title: string
  /** Further lines of the head. */
  readonly head?: string
  readonly body: string
  /** For `<meta charset>`; none where it is the empty text. */
  readonly charset?: string
}

/** A page of today, with a script and a style that are no text. */
export function htmlPage({ title, head = '', body, charset = 'utf-8' }: HtmlParts): string {
  const meta = charset === '' ? '' : `<meta charset="${charset}">`
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
${meta}
<title>${escapeHtml(title)}</title>
${head}
<style>.a::before { content: "${FORBIDDEN_TEXT}" }</style>
<script>window.pageText = "${FORBIDDEN_TEXT} 首页 > 脚本 > 正文"; document.write('<p>${FORBIDDEN_TEXT}</p>')</script>
</head>
<body>
${body}
<script>var _hmt = "${FORBIDDEN_TEXT}";</script>
</body>
</html>
`
}

/** A page of the first years of the century: upper case, the charset in an http-equiv. */
export function oldHtmlPage({ title, head = '', body, charset = 'gb2312' }: HtmlParts): string {
  const meta = charset === '' ? '' : `<META http-equiv=Content-Type content="text/html; charset=${charset}">`
  return `<HTML><HEAD><TITLE>${escapeHtml(title)}</TITLE>
${meta}${head}
<SCRIPT LANGUAGE="JavaScript"><!--
document.write("${FORBIDDEN_TEXT}");
//--></SCRIPT></HEAD>
<BODY bgColor=#ffffff leftMargin=0 topMargin=0>
${body}
</BODY></HTML>
`
}

export const siteHeader = ({ site }: PageValues): string => `<header class="site-header">
<a class="logo" href="/">${site}</a>
<nav><ul><li><a href="/">首页</a></li><li><a href="/news/">新闻</a></li><li><a href="/gov/">政务</a></li><li><a href="/video/">视频</a></li></ul></nav>
<form action="/search"><input name="q" placeholder="请输入关键字"><button>搜索</button></form>
</header>`

export const shareBar = `<div class="share bdsharebuttonbox"><span>分享到：</span><a title="分享到微信" href="javascript:share('${FORBIDDEN_TEXT}')">微信</a><a href="#">新浪微博</a><a href="#">QQ空间</a></div>`

export const relatedList = ({ headlines, issue }: PageValues): string => `<div class="related">
<h3>相关阅读</h3>
<ul>${headlines
  .slice(2, 8)
  .map(
    (headline) =>
      `<li><a href="/a/${headline.length}.html">${escapeHtml(headline)}</a><span>${dottedDay(issue)}</span></li>`,
  )
  .join('')}</ul>
</div>
<aside class="hot"><h3>热门推荐</h3><ol>${headlines
  .slice(8, 14)
  .map((headline) => `<li><a href="/b/${headline.length}.html">${escapeHtml(headline)}</a></li>`)
  .join('')}</ol></aside>`

export const commentList = ({
  count,
  posted,
}: PageValues): string => `<section id="comments" class="comment-list">
<h3>网友评论（${count}）</h3>
<div class="comment"><b>山间一片云</b> <time>${posted.year}-${posted.month}-${posted.day} 23:05</time><p>写得好，顶一个！希望多报道这样的事，也希望有关部门把好事一直办下去，不要一阵风。</p></div>
<div class="comment"><b>过路人甲</b><p>我就是当地人，情况属实，路过点赞。什么时候也到我们村里来看一看，我们盼了很久了。</p></div>
</section>`

export const siteFooter = ({ site, issue, place }: PageValues): string => `<footer class="footer">
<p><a href="/about">关于我们</a> | <a href="/contact">联系我们</a> | <a href="/ad">广告服务</a></p>
<p>Copyright &copy; 2001-${issue.year} ${site} 版权所有 未经书面授权禁止使用</p>
<p>某ICP备0500${issue.year}号-1 ${place.short}网安备 3299000200${issue.month}号</p>
<p>扫一扫，在手机打开当前页</p>
</footer>`

/** A breadcrumb of links. */
export function breadcrumb(parts: readonly string[], arrow = '&gt;'): string {
  const links = parts.map((part, at) => `<a href="/c${at}/">${escapeHtml(part)}</a>`)
  return `<div class="breadcrumb">${links.join(` ${arrow} `)}</div>`
}
