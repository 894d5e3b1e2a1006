import { chineseDay, compactDay, isoDay, paddedChineseDay, weekdayOf } from '../calendarDays'
import { each, escapeHtml, htmlPage, oldHtmlPage } from '../htmlFurniture'
import { FORBIDDEN_TEXT, htmlLayout, opened, type PageLayout } from '../pageLayout'
import { poem } from '../specialTexts'

const padded = (page: number): string => String(page).padStart(2, '0')

/** Saved pages of digital papers. */
export const epaperHtmlLayouts: readonly PageLayout[] = [
  htmlLayout('digital paper with properties in a comment and elements of its own', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const { title, kicker, subtitle, paragraphs } = stories[0]!
    const page = `A${padded(pageNumber)}`
    return {
      text: htmlPage({
        title: `${paper}数字报-${title}`,
        body: `<!--enpproperty <articleid>${compactDay(issue)}01</articleid><date>${isoDay(issue)} 00:00:00.0</date><author>${persons[0]!}</author><title>${title}</title><keyword></keyword><subtitle>${subtitle}</subtitle><introtitle>${kicker}</introtitle><siteid>2</siteid><nodename>${page}</nodename>/enpproperty-->
<div class="banner"><span>${paper}</span><span id="riqi">${paddedChineseDay(issue)} ${weekdayOf(issue)}</span></div>
<div class="left"><div class="ban">第${page}版：${pageTitle}</div><a href="node_1.htm">上一版</a> <a href="node_3.htm">下一版</a><ul class="title-list">${each('li', [title, ...values.headlines.slice(0, 5)])}</ul></div>
<div class="right"><p class="prev-next"><a href="#">上一篇</a> <a href="#">下一篇</a> <a href="#">放大</a> <a href="#">缩小</a> <a href="#">默认</a></p>
<p class="introtitle">${escapeHtml(kicker)}</p>
<h1><founder-title>${escapeHtml(title)}</founder-title></h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
<p class="author">本报记者 ${persons[0]!}</p>
<div id="ozoom"><founder-content><!--enpcontent-->${each('P', paragraphs)}<!--/enpcontent--></founder-content></div></div>
<div class="foot">${paper}社 版权所有</div>`,
      }),
      truth: {
        title,
        kicker,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page,
        authors: [persons[0]!],
        paragraphs,
        optional: { pageTitle },
      },
    }
  }),

  htmlLayout(
    'digital paper in tables with numbered fonts',
    (values) => {
      const { paper, issue, pageNumber, pageTitle, shortNamed, persons, stories } = values
      const { title, kicker, paragraphs } = stories[0]!
      return {
        text: oldHtmlPage({
          title: `${paper}多媒体数字报`,
          body: `<TABLE width=980><TR><TD class=title>${paper}</TD><TD align=right>${chineseDay(issue)}　${weekdayOf(issue)}</TD></TR></TABLE>
<TABLE><TR><TD vAlign=top width=300><TABLE><TR><TD class=bc>第${padded(pageNumber)}版：${pageTitle}</TD></TR><TR><TD><IMG src="b.jpg" useMap=#PagePicMap></TD></TR><TR><TD>版面导航 标题导航 按日期检索</TD></TR></TABLE></TD>
<TD vAlign=top><TABLE><TR><TD>上一篇　下一篇　　字体：放大 缩小 默认</TD></TR>
<TR><TD class=font02 align=center style="font-size:14px">${escapeHtml(kicker)}</TD></TR>
<TR><TD class=font01 align=center style="font-size:22px"><STRONG>${escapeHtml(title)}</STRONG></TD></TR>
<TR><TD class=font02 align=center>□记者 ${[...shortNamed[0]!].join('　')} ${persons[0]!}</TD></TR>
<TR><TD class=font6><DIV id=ozoom><P>${paragraphs.map((one) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeHtml(one)}`).join('</P><P>')}</P></DIV></TD></TR>
</TABLE></TD></TR></TABLE>`,
        }),
        truth: {
          title,
          kicker,
          newspaper: paper,
          issueDate: isoDay(issue),
          page: padded(pageNumber),
          authors: [shortNamed[0]!, persons[0]!],
          paragraphs,
          optional: { pageTitle },
        },
      }
    },
    'gbk',
  ),

  htmlLayout('a page of a digital paper with three articles', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const page = `A${padded(pageNumber)}`
    const articles = stories.slice(0, 3).map(({ title, paragraphs }, at) => ({
      title,
      author: persons[at]!,
      paragraphs,
    }))
    return {
      text: htmlPage({
        title: `${paper} ${isoDay(issue)} ${page}`,
        body: `<div id="head"><b>${paper}</b> ${paddedChineseDay(issue)} ${weekdayOf(issue)} 第${page}版：${pageTitle}</div>
${articles
  .map(
    ({ title, author, paragraphs }) =>
      `<article><h2>${escapeHtml(title)}</h2><p class="byline">本报记者 ${author}</p>${each('p', paragraphs)}</article>`,
  )
  .join('\n<hr>\n')}`,
      }),
      truth: articles.map(({ title, author, paragraphs }) => ({
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page,
        authors: [author],
        paragraphs,
        optional: { pageTitle },
      })),
    }
  }),

  htmlLayout('poem of a supplement', (values) => {
    const { paper, issue, pageNumber, dotted } = values
    const { title, paragraphs } = poem(values)
    return {
      text: htmlPage({
        title: `${title}-${paper}`,
        body: `<div class="paper-head">${paper} | ${isoDay(issue)} | 第${padded(pageNumber)}版 副刊</div>
<h1 class="title">${title}</h1><p class="author">作者：${dotted[0]!}</p><div class="content">${each('p', paragraphs)}</div>
<p class="nav"><a href="#">上一篇</a><a href="#">下一篇</a></p>`,
      }),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: padded(pageNumber),
        authors: [dotted[0]!],
        paragraphs,
        optional: { pageTitle: '副刊' },
      },
    }
  }),

  // The print version hidden in the page is the same body again.
  htmlLayout('digital paper with a hidden copy for printing', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本报讯（记者 ${persons[0]!} 通讯员 ${persons[1]!}）`, paragraphs)
    return {
      text: htmlPage({
        title,
        body: `<div class="head">${paper} ${chineseDay(issue)} 第${pageNumber}版：${pageTitle}</div>
<h1>${escapeHtml(title)}</h1><div class="summary">${escapeHtml(text[0]!.slice(0, 40))}…</div>
<div class="body">${each('p', text)}</div>
<div id="print" style="display:none"><h1>${escapeHtml(title)}</h1>${each('p', text)}<p>${FORBIDDEN_TEXT}</p></div>`,
      }),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: [persons[0]!, persons[1]!],
        paragraphs: text,
        optional: { pageTitle },
      },
    }
  }),

  htmlLayout('library record as a table', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const { title, subtitle, paragraphs } = stories[0]!
    const row = (label: string, value: string): string =>
      `<tr><th>${label}</th><td>${escapeHtml(value)}</td></tr>`
    return {
      text: htmlPage({
        title: '报纸全文数据库 - 详细信息',
        body: `<table class="record">${row('题　名', title)}${row('副题名', subtitle)}${row('作　者', `${persons[0]!}、${persons[1]!}`)}${row('报　纸', paper)}${row('出版日期', isoDay(issue))}${row('版　次', `第${padded(pageNumber)}版`)}${row('版　名', pageTitle)}<tr><th>正　文</th><td>${paragraphs.map((one) => `　　${escapeHtml(one)}`).join('<br>')}</td></tr></table>
<p>返回检索结果 | 下载 | 引用</p>`,
      }),
      truth: {
        title,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: padded(pageNumber),
        authors: [persons[0]!, persons[1]!],
        paragraphs,
        optional: { pageTitle },
      },
    }
  }),
]
