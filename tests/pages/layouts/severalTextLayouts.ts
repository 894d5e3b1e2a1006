import { chineseDay, isoDay, isoMinute, paddedChineseDay, plainMinute, weekdayOf } from '../calendarDays'
import { opened, textLayout, type PageLayout } from '../pageLayout'
import { lines, relatedText } from '../textFurniture'

const padded = (page: number): string => String(page).padStart(2, '0')

/** Texts that hold several articles. */
export const severalTextLayouts: readonly PageLayout[] = [
  textLayout('three pages of a site, one after the other', (values) => {
    const { channels, paper, issue, posted, pageNumber, persons, stories } = values
    const page = padded(pageNumber)
    const pages = stories.slice(0, 3).map(({ title, paragraphs }, at) => ({
      title,
      moment: { ...posted, minute: (posted.minute + at) % 60 },
      author: persons[at]!,
      paragraphs,
    }))
    return {
      text: lines(
        pages.flatMap(({ title, moment, author, paragraphs }) => [
          `首页 > ${channels.join(' > ')} > 正文`,
          title,
          `来源：《${paper}》${chineseDay(issue)}${page}版`,
          `发布时间：${plainMinute(moment)}　作者：${author}`,
          ...paragraphs,
          '分享到：微信 微博',
          '',
        ]),
      ),
      truth: pages.map(({ title, moment, author, paragraphs }) => ({
        title,
        category: channels,
        newspaper: paper,
        issueDate: isoDay(issue),
        page,
        publishedAt: isoMinute(moment),
        authors: [author],
        paragraphs,
      })),
    }
  }),

  // The head of the page is the head of each of its articles.
  textLayout('a page of a digital paper with three articles', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const articles = stories.slice(0, 3).map(({ title, paragraphs }, at) => ({
      title,
      author: persons[at]!,
      paragraphs: opened(`本报讯（记者 ${persons[at]!}）`, paragraphs),
    }))
    return {
      text: lines(
        `${paper}　${paddedChineseDay(issue)}　${weekdayOf(issue)}　第${padded(pageNumber)}版：${pageTitle}`,
        articles.flatMap(({ title, paragraphs }) => ['', title, '', ...paragraphs]),
      ),
      truth: articles.map(({ title, author, paragraphs }) => ({
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: padded(pageNumber),
        authors: [author],
        paragraphs,
        optional: { pageTitle },
      })),
    }
  }),

  // 简讯 is the column; each item has a headline of its own and is an article.
  textLayout('short items under their own headlines', (values) => {
    const { paper, issue, pageNumber, stories } = values
    const items = stories.slice(0, 3).map(({ title, paragraphs }) => ({
      title,
      paragraphs: opened('本报讯　', [paragraphs[0]! + paragraphs[1]!]),
    }))
    return {
      text: lines(
        '简讯',
        `《${paper}》${chineseDay(issue)}第${pageNumber}版`,
        '',
        items.flatMap(({ title, paragraphs }) => [`● ${title}`, ...paragraphs, '']),
      ),
      truth: items.map(({ title, paragraphs }) => ({
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        paragraphs,
        optional: { column: '简讯' },
      })),
    }
  }),

  textLayout('two pages of different papers between rules', (values) => {
    const { paper, otherPaper, issue, persons, stories } = values
    const articles = [paper, otherPaper].map((newspaper, at) => ({
      newspaper,
      author: persons[at]!,
      title: stories[at]!.title,
      paragraphs: stories[at]!.paragraphs,
      page: String(at + 2),
    }))
    return {
      text: articles
        .map(({ newspaper, author, title, paragraphs, page }) =>
          lines(title, `${newspaper}（${chineseDay(issue)} 第${page}版）`, `作者：${author}`, paragraphs),
        )
        .join('\n\n==========================\n\n'),
      truth: articles.map(({ newspaper, author, title, paragraphs, page }) => ({
        title,
        newspaper,
        issueDate: isoDay(issue),
        page,
        authors: [author],
        paragraphs,
      })),
    }
  }),
]

/** Texts that hold no article. */
export const emptyTextLayouts: readonly PageLayout[] = [
  textLayout('an empty file', () => ({ text: '', truth: 'no article' })),
  textLayout('a mark of byte order and nothing else', () => ({ text: '', truth: 'no article' }), 'utf-8-bom'),
  textLayout('white space only', () => ({ text: ' \t\r\n　　\u00a0\n\n\r\n', truth: 'no article' })),
  {
    ...textLayout('a picture with the name of a text', () => ({ text: '', truth: 'no article' })),
    damage: () => {
      const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]
      return Uint8Array.from({ length: 4096 }, (_byte, at) => head[at] ?? (at * at * 31 + (at >> 3)) & 0xff)
    },
  },
  textLayout('a list of headlines with their days', (values) => {
    const { site, posted, headlines } = values
    return {
      text: lines(
        `${site} > 本地新闻 > 列表`,
        headlines.map((headline, at) => `· ${headline}　${isoDay({ ...posted, day: 1 + (at % 28) })}`),
        '首页 上一页 1 2 3 4 5 下一页 尾页 共 37 页',
      ),
      truth: 'no article',
    }
  }),
  textLayout('a furniture-only page', (values) => ({
    text: lines(
      '首页 > 用户中心 > 登录',
      '用户登录',
      '用户名：',
      '密码：',
      '记住我 忘记密码？',
      '登录 立即注册',
      relatedText(values),
    ),
    truth: 'no article',
  })),
]
