import { isoDay, isoMinute, paddedChineseDay, plainMinute, utcInstant } from '../calendarDays'
import {
  breadcrumb,
  commentList,
  each,
  escapeHtml,
  htmlPage,
  relatedList,
  shareBar,
  siteFooter,
  siteHeader,
} from '../htmlFurniture'
import { htmlLayout, type PageLayout } from '../pageLayout'

/** Saved pages that tell of themselves to machines: Open Graph, JSON-LD, microdata. */
export const structuredHtmlLayouts: readonly PageLayout[] = [
  // By the clock of Beijing the posting is a day later than its datetime says.
  htmlLayout('article element with a time of universal time, Open Graph', (values) => {
    const { channels, paper, site, postedEarly, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title: `${title}_${site}`,
        head: `<meta property="og:type" content="article"><meta property="og:title" content="${escapeHtml(title)}"><meta property="og:site_name" content="${site}">`,
        body: `${siteHeader(values)}
${breadcrumb(['首页', ...channels])}
<main><article><h1>${escapeHtml(title)}</h1>
<p class="meta"><span class="source">来源：${paper}</span> <span class="author">作者：${persons[0]!}</span> <time datetime="${utcInstant(postedEarly)}">刚刚</time></p>
${each('p', paragraphs)}
</article>${shareBar}</main>
${relatedList(values)}${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        publishedAt: isoMinute(postedEarly),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  // The structured record holds an impossible date; the page itself shows the right one.
  htmlLayout('NewsArticle in JSON-LD with a wrong date', (values) => {
    const { site, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const record = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: title,
      datePublished: '0000-00-00T00:00:00+08:00',
      dateModified: `${isoDay({ ...posted, year: posted.year + 1 })}T10:00:00+08:00`,
      author: [{ '@type': 'Person', name: persons[0]! }],
      publisher: { '@type': 'Organization', name: site },
    }
    return {
      text: htmlPage({
        title: `${title} - ${site}`,
        head: `<script type="application/ld+json">${JSON.stringify(record)}</script>`,
        body: `${siteHeader(values)}<div class="content"><h1 class="headline">${escapeHtml(title)}</h1>
<div class="article-info">${plainMinute(posted)} | 来源：${paper} | 作者：${persons[0]!}</div>
<div class="article-body">${each('p', paragraphs)}</div><p class="editor">责任编辑：${persons[1]!}</p></div>${commentList(values)}${siteFooter(values)}`,
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

  // A list of breadcrumbs in the record is a breadcrumb; its last part is the headline.
  htmlLayout('graph in JSON-LD with a list of breadcrumbs', (values) => {
    const { channels, site, paper, posted, postedEarly, persons, stories, host } = values
    const { title, paragraphs } = stories[0]!
    const crumbs = ['首页', ...channels, title]
    const record = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: site, url: `https://${host}/` },
        {
          '@type': 'BreadcrumbList',
          itemListElement: crumbs.map((name, at) => ({ '@type': 'ListItem', position: at + 1, name })),
        },
        {
          '@type': 'NewsArticle',
          headline: title,
          datePublished: utcInstant(postedEarly),
          dateModified: utcInstant({ ...posted, hour: posted.hour + 1 }),
          author: { '@type': 'Person', name: persons[0]! },
        },
      ],
    }
    return {
      text: htmlPage({
        title: `${title}-${channels.at(-1)!}-${site}`,
        head: `<script type="application/ld+json">${JSON.stringify(record, null, 2)}</script>`,
        body: `<article><header><h1>${escapeHtml(title)}</h1><div>来源：${paper}</div></header><section>${each('p', paragraphs)}</section><footer>编辑：${persons[2]!}</footer></article>${siteFooter(values)}`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        publishedAt: isoMinute(postedEarly),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  htmlLayout('microdata', (values) => {
    const { site, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: htmlPage({
        title,
        body: `<div itemscope itemtype="https://schema.org/NewsArticle">
<h2 itemprop="headline">${escapeHtml(title)}</h2>
<meta itemprop="dateModified" content="${isoDay({ ...posted, year: posted.year + 2 })}">
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${persons[0]!}</span></span>
<time itemprop="datePublished" datetime="${isoMinute(posted)}:00+08:00">${posted.month}月${posted.day}日</time>
<span>来源：<a href="#">${paper}</a></span>
<div itemprop="articleBody">${each('p', paragraphs)}</div>
<div itemprop="publisher" itemscope><meta itemprop="name" content="${site}"></div>
</div>${relatedList(values)}`,
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

  // When a page was changed is not when it was posted, even if nothing else is told.
  htmlLayout('a record with the time of its last change alone', (values) => {
    const { channels, paper, issue, pageNumber, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    const record = { '@type': 'NewsArticle', headline: title, dateModified: utcInstant(posted) }
    return {
      text: htmlPage({
        title: `${title}_${values.site}`,
        head: `<meta property="article:modified_time" content="${utcInstant(posted)}"><script type="application/ld+json">${JSON.stringify(record)}</script>`,
        body: `${breadcrumb(['首页', ...channels, '正文'])}<h1>${escapeHtml(title)}</h1><p>来源：《${paper}》（${paddedChineseDay(issue)} 第${pageNumber}版）</p><div>${each('p', paragraphs)}</div>`,
      }),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        paragraphs,
      },
    }
  }),
]
