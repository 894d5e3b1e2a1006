import { chineseDay, isoDay, isoMinute, paddedChineseDay, plainMinute, hanDay } from '../calendarDays'
import { datesOf, opened, textLayout, type PageLayout } from '../pageLayout'
import {
  commentText,
  footerText,
  lines,
  menuText,
  neighboursText,
  relatedText,
  shareText,
} from '../textFurniture'

const padded = (page: number): string => String(page).padStart(2, '0')

/** Pages of news sites copied as text: every form of the breadcrumb, each with another line of source and dates. */
export const breadcrumbTextLayouts: readonly PageLayout[] = [
  textLayout('local news, source in three lines, body again from its second paragraph', (values) => {
    const { channels, paper, issue, posted, pageNumber, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        `首页 > ${channels[0]!} > 正文`,
        title,
        '来源:',
        `《${paper}》${chineseDay(issue)}${padded(pageNumber)}版`,
        `发布时间:${plainMinute(posted)}`,
        paragraphs,
        '',
        paragraphs.slice(1),
      ),
      truth: {
        title,
        category: [channels[0]!],
        newspaper: paper,
        page: padded(pageNumber),
        ...datesOf(values),
        paragraphs,
      },
    }
  }),

  textLayout('当前位置 with double arrows, font switch and counter', (values) => {
    const { channels, site, posted, persons, count, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        menuText(values),
        `当前位置：首页 >> ${channels.join(' >> ')} >> 正文`,
        '',
        title,
        '',
        `${plainMinute(posted)}  来源：${site}  字号：大 中 小  点击：${count}次`,
        '',
        paragraphs.map((one) => `　　${one}`),
        '',
        `责任编辑：${persons[0]!}`,
        shareText,
        neighboursText(values),
        footerText(values),
      ),
      truth: { title, category: channels, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  // The headline at the end of a breadcrumb stands where 正文 stands elsewhere; it is no category.
  textLayout('您的位置 with the site in place of 首页 and the headline as the last part', (values) => {
    const { channels, site, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        `您的位置：${site} >> ${channels.join(' >> ')} >> ${title}`,
        title,
        `发布日期：${plainMinute(posted)} 信息来源：${paper} 作者：${persons[0]!} ${persons[1]!} 浏览次数：本条信息已被浏览`,
        paragraphs,
        '【字体：大 中 小】【打印本页】【关闭窗口】',
        footerText(values),
      ),
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

  textLayout('breadcrumb with dashes, posting by its day alone', (values) => {
    const { site, paper, posted, persons, count, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        '首页 - 新闻 - 本地',
        title,
        `日期：${posted.year}-${posted.month}-${posted.day}　来源：${paper}　作者：${persons[0]!}　浏览：${count}`,
        paragraphs,
        `上一条：${values.headlines[0]!}`,
        `下一条：${values.headlines[1]!}`,
        `Copyright © ${site} All Rights Reserved`,
      ),
      truth: {
        title,
        category: ['新闻', '本地'],
        newspaper: paper,
        publishedAt: isoDay(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  textLayout('breadcrumb with wide arrows, paper and issue in brackets', (values) => {
    const { channels, paper, issue, pageNumber, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本报讯（记者${persons[0]!}）`, paragraphs)
    return {
      text: lines(
        `首页＞${channels.join('＞')}＞正文`,
        title,
        `${paper}（${paddedChineseDay(issue)} 第${pageNumber}版）`,
        text.map((one) => `　　${one}`),
        relatedText(values),
      ),
      truth: {
        title,
        category: channels,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: [persons[0]!],
        paragraphs: text,
      },
    }
  }),

  textLayout('breadcrumb on several lines, source and author between bars', (values) => {
    const { channels, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        '首页',
        channels.flatMap((channel) => ['>', channel]),
        '>',
        '正文',
        title,
        `来源 : ${paper} | 作者 : ${persons[0]!} | ${plainMinute(posted)}`,
        '听新闻',
        paragraphs,
        `编辑：${persons[1]!}　审核：${persons[2]!}`,
        commentText(values),
      ),
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

  // 更新时间 is the posting where no other time is given.
  textLayout('breadcrumb with slashes, 更新时间 as the only time', (values) => {
    const { channels, site, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        `首页/${channels.join('/')}/正文`,
        title,
        `更新时间：${plainMinute(posted)} | 来源：${site}`,
        paragraphs.flatMap((one) => [one, '']),
        shareText,
        footerText(values),
      ),
      truth: { title, category: channels, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  // Where a page has both, the later change is not its posting.
  textLayout('breadcrumb with middle dots, published and updated', (values) => {
    const { channels, paper, posted, stories, persons } = values
    const { title, paragraphs } = stories[0]!
    const updated = { ...posted, hour: posted.hour + 1 }
    return {
      text: lines(
        `首页 · ${channels.join(' · ')} · 正文`,
        title,
        `发布时间：${plainMinute(posted)}`,
        `更新时间：${plainMinute(updated)}`,
        `稿源：${paper}`,
        paragraphs,
        `[责任编辑：${persons[0]!}]`,
      ),
      truth: { title, category: channels, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  textLayout('breadcrumb with thin arrows, issue in Chinese numerals', (values) => {
    const { paper, issue, pageNumber, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        '位置：首页 → 党建之窗 → 正文',
        title,
        `原载《${paper}》${hanDay(issue)}第${pageNumber}版`,
        `本报记者　${persons[0]!}　${persons[1]!}`,
        paragraphs,
        neighboursText(values),
      ),
      truth: {
        title,
        category: ['党建之窗'],
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: [persons[0]!, persons[1]!],
        paragraphs,
      },
    }
  }),
]
