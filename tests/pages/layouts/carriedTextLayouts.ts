import { chineseDay, isoDay, isoMinute, plainMinute, plainSecond, clock, slashDay } from '../calendarDays'
import { hardWrap } from '../hardWrap'
import { datesOf, textLayout, type PageLayout } from '../pageLayout'
import { notice, speech } from '../specialTexts'
import { toTraditional, truthToTraditional } from '../toTraditional'
import { footerText, lines } from '../textFurniture'

const INDENT = '　　'

/** Articles carried on by mail, chats, forums and offices, copied as text. */
export const carriedTextLayouts: readonly PageLayout[] = [
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

  // Papers of Taiwan name reporter and place before a stroke; nothing is turned into simplified characters.
  textLayout(
    'traditional characters in Big5',
    (values) => {
      const { place, paper, posted, persons, stories } = values
      const { title, paragraphs } = stories[0]!
      return {
        text: toTraditional(
          lines(
            title,
            `${slashDay(posted)} ${clock(posted)}　来源：${paper}`,
            `记者${persons[0]!}／${place.short}报导`,
            paragraphs,
          ),
        ),
        truth: truthToTraditional({
          title,
          newspaper: paper,
          publishedAt: isoMinute(posted),
          authors: [persons[0]!],
          paragraphs,
        }),
      }
    },
    'big5',
  ),
]
