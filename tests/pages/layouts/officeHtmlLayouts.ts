import { chineseDay, isoDay, isoMinute, paddedChineseDay, plainMinute, plainSecond } from '../calendarDays'
import { breadcrumb, each, escapeHtml, htmlPage, shareBar, siteFooter } from '../htmlFurniture'
import { htmlLayout, opened, type PageLayout } from '../pageLayout'
import { notice, speech } from '../specialTexts'

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escapeHtml(content)}">`

/** Pages of governments and offices, whose sites follow one national standard of meta tags. */
export const officeHtmlLayouts: readonly PageLayout[] = [
  htmlLayout('government portal with its meta tags', (values) => {
    const { place, office, channels, posted, persons, count, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title}_${place.full}人民政府`,
        head: [
          meta('SiteName', `${place.full}人民政府`),
          meta('SiteDomain', values.host),
          meta('ColumnName', channels.at(-1)!),
          meta('ColumnType', '新闻动态'),
          meta('ArticleTitle', title),
          meta('PubDate', plainMinute(posted)),
          meta('ContentSource', office),
          meta('Author', persons[0]!),
        ].join('\n'),
        body: `<div class="dqwz">当前位置：<a href="/">首页</a> &gt; ${channels.map((one) => `<a href="#">${one}</a>`).join(' &gt; ')}</div>
<div class="article-title">${escapeHtml(title)}</div>
<div class="article-info"><span>发布日期：${plainMinute(posted)}</span><span>信息来源：${office}</span><span>浏览次数：<i id="hits">${count}</i></span><span>字号：[ 大 中 小 ]</span></div>
<div id="zoom">${each('p style="text-indent:2em"', paragraphs)}</div>
<div class="tools"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: office,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  // 成文日期 is when the document was signed; 发布日期 is the posting. The table is not text of the document.
  htmlLayout('document with a table of its index number', (values) => {
    const { place, office, issue, posted } = values
    const { title, paragraphs } = notice(values)
    const row = (...cells: readonly string[]): string =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    return {
      text: htmlPage({
        title: `${title}-政策文件-${place.full}人民政府门户网站`,
        body: `${breadcrumb(['网站首页', '政府信息公开', '政策文件'], '&gt;&gt;')}
<table class="xxgk">
${row('索 引 号：', `${values.count}/${issue.year}-00012`, '主题分类：', '农业、林业、水利')}
${row('发文机关：', office, '成文日期：', paddedChineseDay(issue))}
${row('标　　题：', title, '发文字号：', `${place.short}政办发〔${issue.year}〕${issue.day}号`)}
${row('发布日期：', isoDay(posted), '有 效 性：', '有效')}
</table>
<h1>${title}</h1>
<div class="info">来源：${office}</div>
<div class="TRS_Editor">${each('p', paragraphs)}</div>
<div class="fujian">附件：<a href="1.docx">责任分工表.docx</a></div>${shareBar}${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: ['政府信息公开', '政策文件'],
        newspaper: office,
        publishedAt: isoDay(posted),
        paragraphs,
      },
    }
  }),

  // The posting to the minute stands on the page; the tag knows its day only. The site's name stands for 首页.
  htmlLayout('office reprinting a paper', (values) => {
    const { place, paper, issue, posted, pageNumber, persons, stories } = values
    const { title, subtitle, paragraphs } = stories[0]!
    const text = opened(`本报讯（记者 ${persons[0]!}）`, paragraphs)
    return {
      text: htmlPage({
        title: `${title} - ${place.full}人民政府`,
        head: [
          meta('ArticleTitle', title),
          meta('PubDate', isoDay(posted)),
          meta('others', '页面生成时间 2031-01-01 00:00:00'),
        ].join(''),
        body: `<div id="position">您当前所在位置： <a href="/">${place.full}人民政府</a> / <a href="#">媒体看${place.short}</a> / 内容</div>
<h2 class="tit">${escapeHtml(title)}</h2><h3 class="subtit">${escapeHtml(subtitle)}</h3>
<p class="xx">时间：${plainSecond(posted)} 来源：《${paper}》${chineseDay(issue)}第${pageNumber}版 【字体：<a>大</a> <a>中</a> <a>小</a>】</p>
<div class="view">${each('p', text)}</div><div class="ewm">扫一扫在手机打开当前页<img src="qr.png" alt="二维码"></div>`,
      }),
      truth: {
        title,
        subtitle,
        category: [`媒体看${place.short}`],
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: text,
      },
    }
  }),

  htmlLayout('speech on an office site, today’s date in the head', (values) => {
    const { office, posted, persons } = values
    const { title, paragraphs } = speech(values)
    return {
      text: htmlPage({
        title,
        body: `<div class="top">今天是2031年1月1日 星期三 欢迎访问${office}网站！</div>
<div class="title">${title}</div>
<div class="laiyuan"><span>来源：${office}</span> <span>时间：${plainMinute(posted)}</span></div>
<div class="con">${each('div', paragraphs)}</div>
<div class="bianji">发布人：${persons[0]!}　审核人：${persons[1]!}</div>`,
      }),
      truth: { title, newspaper: office, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  // A table of the text is text: a row is a paragraph, its cells parted by white space.
  htmlLayout('announcement with a table in its text', (values) => {
    const { place, channels, posted } = values
    const first = `因管网改造，${place.full}部分地段下周停水，请居民提前储水。具体安排如下：`
    const second = '停水给您带来的不便，敬请谅解。如因天气原因改期，另行通知。'
    const title = `${place.full}下周停水安排`
    const rows = [
      ['日期', '时段', '停水范围'],
      ['星期一', '8:00—12:00', '城关镇东街、南街'],
      ['星期三', '13:00—17:00', '柳堡镇全镇'],
    ]
    const source = `${place.full}自来水公司`
    return {
      text: htmlPage({
        title: `${title}_通知公告`,
        body: `${breadcrumb(['首页', ...channels, '正文'], '›')}
<h1>${title}</h1><p>来源：${source}　发布时间：${plainMinute(posted)}</p>
<div class="article-content"><p>${first}</p><table border="1">${rows.map((row) => `<tr>${each('td', row)}</tr>`).join('')}</table><p>${second}</p></div>`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: source,
        publishedAt: isoMinute(posted),
        paragraphs: [first, ...rows.map((row) => row.join(' ')), second],
      },
    }
  }),
]
