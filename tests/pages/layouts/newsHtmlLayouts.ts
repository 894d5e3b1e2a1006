import {
  clock,
  clockWithSeconds,
  isoDay,
  isoMinute,
  paddedChineseDay,
  plainMinute,
  plainSecond,
  slashDay,
} from '../calendarDays'
import { commentList, each, escapeHtml, htmlPage, relatedList, shareBar, siteFooter } from '../htmlFurniture'
import { htmlLayout, opened, type PageLayout } from '../pageLayout'

/** Saved pages of news sites of today. */
export const newsHtmlLayouts: readonly PageLayout[] = [
  htmlLayout('portal with a source of its own class and many advertisements', (values) => {
    const { paper, channels, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const [first = '', second = '', ...others] = opened(`　　本报讯（记者 ${persons[0]!}）`, paragraphs)
    const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`
    return {
      text: htmlPage({
        title: `${title}|${channels.at(-1)!}_新闻中心_门户网`,
        body: `<div class="path-search"><div class="path"><a href="#">${channels[0]!}</a><span class="spliter">&gt;</span>正文</div></div>
<h1 class="main-title">${escapeHtml(title)}</h1>
<div class="top-bar"><div class="date-source"><span class="date">${paddedChineseDay(posted)} ${clock(posted)}</span> <span class="source ent-source">${paper}</span></div><div class="page-tools"><span>缩小字体</span><span>放大字体</span><span>收藏</span><span>微博</span><span>微信</span><span>分享</span></div></div>
<div class="article" id="article">${paragraph(first)}
<div class="img_wrapper"><img src="1.jpg" alt="施工现场"><span class="img_descr">图为忙碌的现场。${persons[1]!} 摄</span></div>
${paragraph(second)}
<div class="ad" id="ad_44086"><ins>广告</ins><p>限时优惠，全场五折，点击领取大礼包，数量有限先到先得。</p></div>
${others.map(paragraph).join('\n')}
<p class="article-editor">责任编辑：${persons[2]!} SN123</p></div>
${shareBar}<div class="keywords">文章关键词：<a href="#">民生</a> <a href="#">乡村</a></div>${commentList(values)}${relatedList(values)}${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: [channels[0]!],
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: [first.trim(), second, ...others],
      },
    }
  }),

  htmlLayout('posting and source in one line with a wide space', (values) => {
    const { otherPaper, posted, stories, persons } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title,
        head: `<meta name="description" content="${escapeHtml(paragraphs[0]!)}"><meta name="keywords" content="新闻,本地">`,
        body: `<div class="post_main"><h1 class="post_title">${escapeHtml(title)}</h1>
<div class="post_info">${plainSecond(posted)}　来源: <a href="#">${otherPaper}</a>　<a href="#">举报</a></div>
<div class="post_body">${each('p', paragraphs)}<div class="post_statement">特别声明：以上内容仅代表作者观点，本平台仅提供信息存储服务。</div></div>
<div class="post_author">本文来源：${otherPaper} 责任编辑：${persons[0]!}_NB1</div></div>${commentList(values)}`,
      }),
      truth: { title, newspaper: otherPaper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  htmlLayout('引题 and 副题 in headings of their own', (values) => {
    const { site, paper, channels, posted, persons, stories } = values
    const { title, kicker, subtitle, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title}--${channels.at(-1)!}--${site}`,
        body: `<div class="path w1000"><a href="#">${site}</a>&gt;&gt;<a href="#">${channels[0]!}</a></div>
<div class="text_title"><h3 class="pre">${escapeHtml(kicker)}</h3><h1>${escapeHtml(title)}</h1><h4 class="sub">${escapeHtml(subtitle)}</h4><p class="author">本报记者　${persons[0]!}　${persons[1]!}</p>
<div class="box01"><div class="fl">${paddedChineseDay(posted)}${clock(posted)}&nbsp;&nbsp;&nbsp;&nbsp;来源：<a href="#">${site}－${paper}</a></div></div></div>
<div class="box_con">${each('p style="text-indent: 2em;"', paragraphs)}</div>
<div class="edit">(责编：${persons[2]!}、${persons[3]!})</div>${shareBar}${relatedList(values)}`,
      }),
      truth: {
        title,
        kicker,
        subtitle,
        category: [channels[0]!],
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!, persons[1]!],
        paragraphs,
      },
    }
  }),

  htmlLayout('date in pieces: year, day, time', (values) => {
    const { place, posted, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const [, month = '', day = ''] = isoDay(posted).split('-')
    const text = opened(
      `新华社${place.short}${issue.month}月${issue.day}日电（记者${persons[0]!} ${persons[1]!}）`,
      paragraphs,
    )
    return {
      text: htmlPage({
        title: `${title}-新华网`,
        body: `<div class="header"><div class="header-time"><span class="year"><em>${posted.year}</em></span><span class="day"><em>${month}</em>/<em>${day}</em></span><span class="time">${clockWithSeconds(posted)}</span></div>
<div class="source">来源：新华社</div><div class="head-line"><h1><span class="title">${escapeHtml(title)}</span></h1></div></div>
<div id="detail">${each(
          'p',
          text.map((one) => `　　${one}`),
        )}</div>
<div class="editor"><span>【责任编辑:${persons[2]!}】</span></div>`,
      }),
      truth: {
        title,
        newspaper: '新华社',
        publishedAt: isoMinute(posted),
        authors: [persons[0]!, persons[1]!],
        paragraphs: text,
      },
    }
  }),

  htmlLayout('broadcaster with a player', (values) => {
    const { broadcaster, posted, persons, stories, channels } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title}[视频]_${broadcaster}`,
        body: `<ul class="crumbs"><li><a href="/">首页</a></li><li><a href="#">${channels[0]!}</a></li><li>视频</li></ul>
<h1>${escapeHtml(title)}</h1><div class="info"><i>来源：${broadcaster}</i><i>发布时间：${slashDay(posted)} ${clock(posted)}</i></div>
<video controls poster="a.jpg">您的浏览器不支持视频播放，请升级浏览器。</video>
<div class="player-tip">00:00 / 01:58 高清 标清</div>
<div class="text">${each('p', paragraphs)}<p>记者：${persons[0]!}　摄像：${persons[1]!}</p></div>${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: [channels[0]!, '视频'],
        newspaper: broadcaster,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  htmlLayout('page for phones', (values) => {
    const { site, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: site,
        head: '<meta name="viewport" content="width=device-width">',
        body: `<section class="m-head"><a href="/">&lt; 返回</a><a>打开APP</a></section><h1>${escapeHtml(title)}</h1><div class="sub"><span>${site}</span><span>${plainMinute(posted)}</span></div>
<div class="txt">${each('p', paragraphs)}</div><div class="unfold">点击展开全文</div><div class="like">点赞 23</div>${relatedList(values)}`,
      }),
      truth: { title, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
    }
  }),
]
