import { chineseDay, isoDay, isoMinute, plainMinute, plainSecond } from '../calendarDays'
import {
  breadcrumb,
  commentList,
  each,
  escapeHtml,
  htmlPage,
  relatedList,
  siteFooter,
  siteHeader,
} from '../htmlFurniture'
import { datesOf, FORBIDDEN_TEXT, htmlLayout, opened, type PageLayout } from '../pageLayout'
import { interview, letter } from '../specialTexts'

/** Saved pages of public accounts, forums, magazines and of sites with much around the text. */
export const platformHtmlLayouts: readonly PageLayout[] = [
  // The text of a saved message is invisible until the platform's script runs; it is the text all the same.
  htmlLayout('message of a public account', (values) => {
    const { place, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const section = (text: string): string =>
      `<section style="margin: 0 8px"><span style="font-size: 16px">${escapeHtml(text)}</span></section><section><br></section>`
    return {
      text: htmlPage({
        title: '',
        head: `<meta property="og:title" content="${escapeHtml(title)}"><meta property="og:site_name" content="公众平台">`,
        body: `<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title" id="activity-name">
 ${escapeHtml(title)}
</h1>
<div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="rich_media_meta">原创</span><span class="rich_media_meta rich_media_meta_text">${persons[0]!}</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a id="js_name">${place.short}发布</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">${plainMinute(posted)}</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
${paragraphs.map(section).join('\n')}
<p>来源：${paper}</p><p>记者：${persons[0]!}</p><p>编辑：${persons[1]!}</p>
</div></div>
<script>var msg_title = '${FORBIDDEN_TEXT}'; var ct = "1";</script>
<div id="js_pc_qr_code">微信扫一扫<br>关注该公众号</div>`,
      }),
      truth: {
        title,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  htmlLayout(
    'thread of a forum',
    (values) => {
      const { place, otherPaper, issue, posted, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: htmlPage({
          charset: 'gbk',
          title: `${title} - 城市生活 - ${place.short}论坛 - Powered by Discuz!`,
          body: `<div id="pt" class="bm cl"><div class="z"><a href="./" class="nvhm" title="首页">${place.short}论坛</a><em>&rsaquo;</em><a href="#">城市生活</a><em>&rsaquo;</em><a href="#">市民茶馆</a></div></div>
<div id="postlist"><h1 class="ts"><span id="thread_subject">${escapeHtml(title)}</span></h1>
<div id="post_1"><div class="pls">桥头听雨<br>积分 2044</div><div class="pi"><em id="authorposton1">发表于 ${plainSecond(posted)}</em> | 只看该作者</div>
<td class="t_f" id="postmessage_1">转自《${otherPaper}》${chineseDay(issue)}A05版<br><br>
${paragraphs.map(escapeHtml).join('<br>\n<br>\n')}</td></div>
<div id="post_2"><div class="pi"><em>发表于 ${isoDay(posted)} 23:40:12</em></div><td class="t_f" id="postmessage_2">顶楼主，这样的消息要让更多的人看到，希望能一直追踪下去。</td></div>
<div id="post_3"><div class="pi"><em>发表于 ${isoDay(posted)} 23:51:40</em></div><td class="t_f" id="postmessage_3">路过，帮顶。</td></div></div>
<div id="ft">Powered by Discuz! X3.4</div>`,
        }),
        truth: {
          title,
          category: ['城市生活', '市民茶馆'],
          newspaper: otherPaper,
          page: 'A05',
          ...datesOf(values),
          paragraphs,
        },
      }
    },
    'gbk',
  ),

  htmlLayout('magazine with words and pictures by different hands', (values) => {
    const { place, posted, persons, stories, channels } = values
    const { title, subtitle, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title} - 《${place.short}文化》`,
        body: `${siteHeader(values)}${breadcrumb(['首页', ...channels], '/')}
<h1>${escapeHtml(title)}</h1><h2 class="deck">${escapeHtml(subtitle)}</h2><div class="by">文/${persons[0]!} 图/${persons[1]!}</div><div class="src">来源：《${place.short}文化》杂志　日期：${isoDay(posted)}</div>
<div class="body"><p>${escapeHtml(paragraphs[0]!)}</p><figure><img src="a.jpg" alt=""><figcaption>老街的早晨。${persons[1]!}/摄</figcaption></figure>${each('p', paragraphs.slice(1))}</div>${siteFooter(values)}`,
      }),
      truth: {
        title,
        subtitle,
        category: channels,
        newspaper: `${place.short}文化`,
        publishedAt: isoDay(posted),
        authors: [persons[0]!],
        paragraphs,
        // 杂志 says what kind of thing it is; the name stands between the brackets.
        alsoRight: { newspaper: [`${place.short}文化杂志`] },
      },
    }
  }),

  htmlLayout('article over several web pages, with a pager', (values) => {
    const { paper, posted, persons, stories, channels } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title}(1)_${channels.at(-1)!}_${values.site}`,
        body: `<nav class="crumb">您的位置：<a href="/">${values.site}</a> - ${channels.join(' - ')} - 正文</nav>
<h1>${escapeHtml(title)}</h1><div class="info"><span>${plainMinute(posted)}</span> <span>来源：${paper}</span> <span>记者 ${persons[0]!}</span></div>
<div class="article">${each('p', paragraphs)}<div class="pages"><a>上一页</a> <b>1</b> <a href="2.html">2</a> <a href="3.html">3</a> <a href="2.html">下一页</a> <a href="3.html">尾页</a> 共3页</div></div>
<div class="vote">您看到此篇文章时的感受是： 0 感动 0 高兴 0 难过</div>${relatedList(values)}`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  htmlLayout('more remarks of readers than text', (values) => {
    const { site, posted, stories } = values
    const { title } = stories[0]!
    const paragraphs = stories[0]!.paragraphs.slice(0, 2)
    return {
      text: htmlPage({
        title: `${title} - ${site}`,
        body: `<article><h1>${escapeHtml(title)}</h1><p class="meta">来源：${site} 发布时间：${plainMinute(posted)}</p>${each('p', paragraphs)}</article>${commentList(values).repeat(12)}`,
      }),
      truth: { title, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  htmlLayout('questions and answers on a site', (values) => {
    const { paper, posted, persons, channels } = values
    const { title, paragraphs } = interview(values)
    return {
      text: htmlPage({
        title: `${title}_${values.site}`,
        body: `${breadcrumb(['首页', ...channels, '正文'], '＞')}<h1>${title}</h1><div>来源：${paper} 作者：${persons[0]!} ${persons[1]!} 编辑：${persons[2]!} ${plainMinute(posted)}</div>
<div class="interview">${paragraphs.map((one) => `<p>${one.replace(/^([问答]：)/, '<strong>$1</strong>')}</p>`).join('')}</div>`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!, persons[1]!],
        paragraphs,
      },
    }
  }),

  htmlLayout('letter on a site', (values) => {
    const { paper, issue, shortNamed } = values
    const { title, paragraphs } = letter(values)
    return {
      text: htmlPage({
        title,
        body: `<h1>${title}</h1><p>《${paper}》（${chineseDay(issue)} 第04版）</p><p class="author">作者：${shortNamed[0]!}</p><div>${each('p', paragraphs)}</div>`,
      }),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '04',
        authors: [shortNamed[0]!],
        paragraphs,
      },
    }
  }),

  // 作者系 tells an office of the author, who is named above.
  htmlLayout('comment with an opening note and a note on the author', (values) => {
    const { paper, posted, persons, office, stories } = values
    const { paragraphs } = stories[0]!
    const title = `【今日谈】${stories[0]!.title}`
    const text = [...opened('编者按：', paragraphs), `（作者系${office}干部）`]
    return {
      text: htmlPage({
        title: `${title}-${values.site}`,
        body: `<div class="wrap"><h1>${escapeHtml(title)}</h1><div class="info">作者：${persons[0]!}　来源：${paper}　${plainMinute(posted)}</div>${each('p', text)}</div>${siteFooter(values)}`,
      }),
      truth: {
        title,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: text,
        // A note on the author is between text and by-line: with it or without it.
        alsoRight: { paragraphs: [text.slice(0, -1)] },
      },
    }
  }),
]
