import { chineseDay, isoDay, isoMinute, plainMinute, plainSecond } from '../calendarDays'
import { hardWrap } from '../hardWrap'
import { datesOf, opened, textLayout, type PageLayout } from '../pageLayout'
import { notice, speech } from '../specialTexts'
import { footerText, lines, relatedText } from '../textFurniture'

const INDENT = '　　'

/** Pages in text that suffered on their way: doubled, wrapped, quoted, run together, copied from chats and forums. */
export const damagedTextLayouts: readonly PageLayout[] = [
  textLayout('the whole body twice', (values) => {
    const { paper, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(title, `来源：${paper} 发布时间：${plainMinute(posted)}`, paragraphs, '', '', paragraphs),
      truth: { title, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  // A summary that is the beginning of the text over again is not a paragraph of its own.
  textLayout('first paragraph beforehand as a summary', (values) => {
    const { paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `${plainMinute(posted)} ${paper} 记者 ${persons[0]!}`,
        `摘要：${paragraphs[0]!}`,
        '',
        paragraphs,
        relatedText(values),
      ),
      truth: { title, newspaper: paper, publishedAt: isoMinute(posted), authors: [persons[0]!], paragraphs },
    }
  }),

  textLayout(
    'lines of 38 characters with indents',
    (values) => {
      const { paper, issue, pageNumber, persons, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: lines(
          INDENT + title,
          `${INDENT}《${paper}》${chineseDay(issue)}第${pageNumber}版`,
          `${INDENT}记者 ${persons[0]!}`,
          '',
          paragraphs.flatMap((one) => hardWrap(INDENT + one, 38)),
        ),
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
    'gbk',
  ),

  textLayout(
    'lines of 30 characters, blank lines between the paragraphs, returns and line feeds',
    (values) => {
      const { paper, posted, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: lines(
          title,
          '',
          `来源：${paper}　发布时间：${plainMinute(posted)}`,
          '',
          paragraphs.flatMap((one) => [...hardWrap(one, 30), '']),
        ).replaceAll('\n', '\r\n'),
        truth: { title, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
      }
    },
    'gb18030',
  ),

  // When the mail was sent is not when the page was posted.
  textLayout('quoted in a mail', (values) => {
    const { paper, issue, posted, persons, stories, host } = values
    const { title, paragraphs } = stories[0]!
    const quoted = [
      title,
      `《${paper}》${chineseDay(issue)}`,
      '',
      ...paragraphs.flatMap((one) => hardWrap(INDENT + one, 36)),
    ]
    return {
      text: lines(
        `发件人：${persons[5]!} <someone@${host}>`,
        `收件人：${persons[6]!}`,
        `发送时间：${plainSecond({ ...posted, year: posted.year + 1 })}`,
        '主题：转发：请看这篇',
        '',
        '-------- 原始邮件 --------',
        quoted.map((one) => `> ${one}`),
      ),
      truth: { title, newspaper: paper, issueDate: isoDay(issue), paragraphs },
    }
  }),

  // Nothing says where the paragraphs were: the text is one.
  textLayout('all in one line', (values) => {
    const { channels, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本报讯 （记者${persons[0]!}）`, paragraphs).join('')
    return {
      text: `首页 > ${channels.join(' > ')} > 正文 ${title} ${plainMinute(posted)} 来源：${paper} 字号：大 中 小 ${text} 责任编辑：${persons[1]!}`,
      truth: {
        title,
        category: channels,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: [text],
      },
    }
  }),

  // Two wide spaces begin a paragraph, whether or not the line was broken before them.
  textLayout('paragraphs known by their indents alone', (values) => {
    const { paper, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `发布时间：${plainMinute(posted)} 来源：${paper}`,
        paragraphs.map((one) => INDENT + one).join(''),
      ),
      truth: { title, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  textLayout(
    'blank lines, tabs and hard spaces all over',
    (values) => {
      const { paper, posted, persons, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: lines(
          '',
          '\t',
          `\u00a0\u00a0${title}\t`,
          '',
          `\u00a0来源：\u00a0${paper}\u00a0\u00a0作者：\u00a0${persons[0]!}\u00a0\u00a0时间：\u00a0${plainMinute(posted)}`,
          '',
          paragraphs.flatMap((one) => [`\u00a0\u00a0\u00a0\u00a0${one}\u00a0`, '', '\u3000', '']),
        ).replaceAll('\n', '\r\n'),
        truth: {
          title,
          newspaper: paper,
          publishedAt: isoMinute(posted),
          authors: [persons[0]!],
          paragraphs,
        },
      }
    },
    'utf-16le-bom',
  ),

  textLayout('null bytes, control characters and marks of direction', (values) => {
    const { paper, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    const soiled = (text: string): string =>
      `${text.slice(0, 3)}\u0000\u0007${text.slice(3, 6)}\u202e${text.slice(6)}\u202c\u001b`
    return {
      text: lines(
        soiled(title),
        `\u200b来源：${paper}\u200b　发布时间：${plainMinute(posted)}`,
        paragraphs.map(soiled),
      ),
      truth: { title, newspaper: paper, publishedAt: isoMinute(posted), paragraphs },
    }
  }),

  textLayout('message of a public account', (values) => {
    const { place, paper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `原创 ${persons[0]!} ${place.short}发布 ${plainMinute(posted)}`,
        '点击上方蓝字关注我们',
        '',
        paragraphs.flatMap((one) => [one, '']),
        `来源 | ${paper}`,
        `记者 | ${persons[0]!}`,
        `编辑 | ${persons[1]!}`,
        `审核 | ${persons[2]!}`,
        '阅读 1.2万',
        '赞 在看 分享 收藏',
      ),
      truth: {
        title,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  // Who posted it to a forum did not write it; the forum's own name stands for 首页.
  textLayout('carried over to a forum, with replies', (values) => {
    const { place, otherPaper, issue, posted, count, stories } = values
    const { title, paragraphs } = stories[0]!
    const { year, month, day } = posted
    return {
      text: lines(
        `${place.short}论坛 › 城市生活 › 市民茶馆`,
        '返回列表 发新帖',
        `查看: ${count} | 回复: 2`,
        title,
        '[复制链接]',
        '桥头听雨',
        '主题 37 帖子 812 积分 2044',
        '楼主',
        `发表于 ${year}-${month}-${day} ${plainSecond(posted).slice(11)} | 只看该作者 | 倒序浏览 | 阅读模式`,
        `转自《${otherPaper}》${chineseDay(issue)}A05版`,
        paragraphs,
        '回复 举报',
        '沙发',
        `发表于 ${year}-${month}-${day} 23:40:12 | 只看该作者`,
        '顶楼主，这样的消息要让更多的人看到。',
        '回复 举报',
        '板凳',
        `发表于 ${year}-${month}-${day} 23:51:40 | 只看该作者`,
        '路过，帮顶。',
      ),
      truth: {
        title,
        category: ['城市生活', '市民茶馆'],
        newspaper: otherPaper,
        page: 'A05',
        ...datesOf(values),
        paragraphs,
      },
    }
  }),

  // The day under the signature is part of the document, not its posting.
  textLayout(
    'notice of an office, signed and dated',
    (values) => {
      const { office, posted } = values
      const { title, paragraphs } = notice(values)
      return {
        text: lines(
          title,
          `发布时间：${plainMinute(posted)}　来源：${office}`,
          paragraphs,
          footerText(values),
        ),
        truth: { title, newspaper: office, publishedAt: isoMinute(posted), paragraphs },
      }
    },
    'utf-8-bom',
  ),

  textLayout(
    'speech, without a mark of its encoding',
    (values) => {
      const { site, posted } = values
      const { title, paragraphs } = speech(values)
      return {
        text: lines(title, `${plainMinute(posted)} 来源：${site}`, paragraphs),
        truth: { title, newspaper: site, publishedAt: isoMinute(posted), paragraphs },
      }
    },
    'utf-16le',
  ),
]
