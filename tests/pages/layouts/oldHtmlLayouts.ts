import { chineseDay, dottedDay, isoDay, isoMinute, plainMinute, republicDay, slashDay } from '../calendarDays'
import {
  breadcrumb,
  each,
  escapeHtml,
  htmlPage,
  oldHtmlPage,
  relatedList,
  siteFooter,
} from '../htmlFurniture'
import { datesOf, htmlLayout, opened, type PageLayout } from '../pageLayout'
import { republicReport } from '../specialTexts'
import { toTraditional, truthToTraditional } from '../toTraditional'

/** Every character outside ASCII as a numeric entity, decimal and hexadecimal by turns. */
function asEntities(text: string): string {
  return text.replace(/[^\n -~]/gu, (char) => {
    const code = char.codePointAt(0)!
    return code % 2 === 0 ? `&#${code};` : `&#x${code.toString(16).toUpperCase()};`
  })
}

/** Older and foreign ways of writing HTML and its characters. */
export const oldHtmlLayouts: readonly PageLayout[] = [
  htmlLayout(
    'nested layout tables and fonts, paragraphs by two line breaks',
    (values) => {
      const { channels, paper, posted, count, persons, stories } = values
      const { title, paragraphs } = stories[0]!
      const cell = (inside: string): string =>
        `<TABLE cellSpacing=0 width=760><TR><TD>${inside}</TD></TR></TABLE>`
      return {
        text: oldHtmlPage({
          title: `${values.site}--${channels.at(-1)!}`,
          body:
            cell(`<FONT size=2>您现在的位置： <A href="/">首页</A> → ${channels.join(' → ')} → 正文</FONT>`) +
            cell(
              cell(
                `<CENTER><FONT color=#cc0000 size=5><B>${escapeHtml(title)}</B></FONT></CENTER><HR SIZE=1><CENTER><FONT size=2 color=#666666>时间：${isoDay(posted)}&nbsp;&nbsp;来源：${paper}&nbsp;&nbsp;作者：${persons[0]!}&nbsp;&nbsp;点击数：${count}&nbsp;&nbsp;更新时间：${slashDay(posted)}</FONT></CENTER>` +
                  `<FONT face=宋体><FONT size=3>${paragraphs.map((one) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeHtml(one)}`).join('<BR><BR>\n')}</FONT></FONT>`,
              ),
            ) +
            cell(
              `<FONT size=2>· 上一篇：<A href=1.htm>${values.headlines[0]!}</A><BR>· 下一篇：<A href=2.htm>${values.headlines[1]!}</A></FONT>`,
            ) +
            cell(
              '<FONT size=2>【<A href="javascript:window.print()">打印此文</A>】【<A href="javascript:window.close()">关闭窗口</A>】</FONT>',
            ),
        }),
        truth: {
          title,
          category: channels,
          newspaper: paper,
          // 更新时间 names the same day, so that nothing hangs on which of the two is taken.
          publishedAt: isoDay(posted),
          authors: [persons[0]!],
          paragraphs,
        },
      }
    },
    'gbk',
  ),

  htmlLayout(
    'one cell, single line breaks with indents, no word of the charset',
    (values) => {
      const { paper, issue, pageNumber, stories, persons } = values
      const { title } = stories[0]!
      // A character of four bytes.
      const paragraphs = [...stories[0]!.paragraphs, '店门口那块写着“𠮷”字的老招牌，如今还挂在墙上。']
      return {
        text: oldHtmlPage({
          charset: '',
          title,
          body: `<h3 align=center>${escapeHtml(title)}</h3><p align=center>${paper} ${dottedDay(issue)} 第${pageNumber}版　作者 ${persons[0]!}</p><td id=zoom>${paragraphs.map((one) => `　　${escapeHtml(one)}`).join('<br>\r\n')}</td>`,
        }),
        truth: {
          title,
          newspaper: paper,
          issueDate: isoDay(issue),
          page: String(pageNumber),
          authors: [persons[0]!],
          paragraphs,
        },
      }
    },
    'gb18030',
  ),

  htmlLayout('says gb2312 and is UTF-8, paragraphs in bare div elements', (values) => {
    const { channels, paper, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: oldHtmlPage({
        title: `${title}_${values.site}`,
        body: `${breadcrumb(['首页', ...channels, '正文'])}<h1>${escapeHtml(title)}</h1><div>来源：《${paper}》${chineseDay(values.issue)}03版　发布时间：${plainMinute(values.posted)}</div><div class=c>${each('div', paragraphs)}</div>`,
      }),
      truth: { title, category: channels, newspaper: paper, page: '03', ...datesOf(values), paragraphs },
    }
  }),

  htmlLayout(
    'says UTF-8 and is GBK',
    (values) => {
      const { site, posted, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: htmlPage({
          title: `${title} - ${site}`,
          body: `<h1>${escapeHtml(title)}</h1><p class=info>${plainMinute(posted)} 来源：${site}</p><div>${each('p', paragraphs)}</div>${siteFooter(values)}`,
        }),
        truth: { title, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
      }
    },
    'gbk',
  ),

  htmlLayout(
    'Big5, a paper of the Republic',
    (values) => {
      const { paper, place, republicIssue } = values
      const report = republicReport(values)
      const paragraphs = opened(`【${place.short}訊】`, report.paragraphs)
      return {
        text: toTraditional(
          oldHtmlPage({
            charset: 'big5',
            title: report.title,
            body: `<h2>${report.title}</h2><p>《${paper}》${republicDay(republicIssue)} 第二版</p>${each('p', paragraphs)}`,
          }),
        ),
        truth: truthToTraditional({
          title: report.title,
          newspaper: paper,
          issueDate: isoDay(republicIssue),
          page: '2',
          paragraphs,
        }),
      }
    },
    'big5',
  ),

  htmlLayout(
    'Big5 without a word of the charset, news of today in traditional characters',
    (values) => {
      const { site, posted, persons, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: toTraditional(
          htmlPage({
            charset: '',
            title: `${title} | ${site}`,
            body: `<h1>${escapeHtml(title)}</h1><div>${slashDay(posted)} 【记者${persons[0]!}／综合报导】</div><div>发布时间：${plainMinute(posted)}　来源：${site}</div>${each('p', paragraphs)}`,
          }),
        ),
        truth: truthToTraditional({
          title,
          newspaper: site,
          publishedAt: isoMinute(posted),
          authors: [persons[0]!],
          paragraphs,
        }),
      }
    },
    'big5',
  ),

  htmlLayout(
    'UTF-16 with the high byte first',
    (values) => {
      const { paper, posted, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: htmlPage({
          charset: 'utf-16',
          title,
          body: `<h1>${escapeHtml(title)}</h1><p>来源：${paper}　${plainMinute(posted)}</p>${each('p', paragraphs)}${relatedList(values)}`,
        }),
        truth: { title, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
      }
    },
    'utf-16be-bom',
  ),

  htmlLayout('all characters as entities', (values) => {
    const { channels, paper, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: asEntities(
        htmlPage({
          title,
          body: `${breadcrumb(['首页', ...channels])}<h1>${escapeHtml(title)}</h1><p>来源：${paper}&nbsp;|&nbsp;时间：${plainMinute(posted)}</p><div>${each('p', paragraphs)}</div>&copy;&nbsp;版权所有`,
        }),
      ),
      truth: { title, category: channels, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  htmlLayout('blockquotes, lists and short headings in the text', (values) => {
    const { paper, issue, pageNumber, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const [first = '', second = '', ...others] = paragraphs
    const points = ['第一，把水引到田头', '第二，把路修到村口', '第三，把账公布上墙']
    return {
      text: htmlPage({
        title,
        body: `<h1>${escapeHtml(title)}</h1><p class="source">${paper}（${chineseDay(issue)} 第${pageNumber}版） 作者：${persons[0]!}</p>
<div class="entry"><p>${escapeHtml(first)}</p><h2>三句话</h2><ol>${each('li', points)}</ol><h2>一席谈</h2><blockquote><p>${escapeHtml(second)}</p></blockquote>${each('p', others)}</div>`,
      }),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: [persons[0]!],
        paragraphs: [first, '三句话', ...points, '一席谈', second, ...others],
      },
    }
  }),
]
