import {
  chineseDay,
  clock,
  isoDay,
  isoMinute,
  monthAndDay,
  paddedChineseDay,
  plainMinute,
  plainSecond,
  slashDay,
} from '../calendarDays'
import { opened, textLayout, type PageLayout } from '../pageLayout'
import { commentText, footerText, lines, relatedText } from '../textFurniture'

/** A name of two characters as papers print it, as wide as its neighbours of three. */
const spaced = (name: string): string => [...name].join('　')

/** Pages copied as text: every form of the source line, the dates and the by-lines, without a breadcrumb. */
export const sourceLineTextLayouts: readonly PageLayout[] = [
  // Of a site and a paper joined by a dash, the paper is the source.
  textLayout('site and paper in one source, date and time run together', (values) => {
    const { site, paper, posted, shortNamed, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `本报记者 ${spaced(shortNamed[0]!)} ${persons[0]!}`,
        '',
        `${paddedChineseDay(posted)}${clock(posted)}    来源：${site}-${paper}    手机看新闻`,
        '打印 网摘 纠错 商城 分享 推荐 微博 字号',
        '',
        paragraphs.map((one) => `    ${one}`),
        '',
        `(责编：${persons[1]!}、${persons[2]!})`,
        relatedText(values),
      ),
      truth: {
        title,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [shortNamed[0]!, persons[0]!],
        paragraphs,
      },
    }
  }),

  textLayout('agency dispatch with two reporters, time to the second', (values) => {
    const { place, posted, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(
      `新华社${place.short}${monthAndDay(issue)}电（记者${persons[0]!}、${persons[1]!}）`,
      paragraphs,
    )
    return {
      text: lines(
        title,
        `${plainSecond(posted)} 来源： 新华社`,
        text,
        `【纠错】 【责任编辑:${persons[2]!}】`,
      ),
      truth: {
        title,
        newspaper: '新华社',
        publishedAt: isoMinute(posted),
        authors: [persons[0]!, persons[1]!],
        paragraphs: text,
      },
    }
  }),

  // The dateline names the agency that wrote it; the source line names the paper that carried it.
  textLayout('agency dispatch carried by a paper', (values) => {
    const { place, paper, posted, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`新华社${place.short}${monthAndDay(issue)}电（记者 ${persons[0]!}）`, paragraphs)
    return {
      text: lines(
        title,
        `来源：${paper}　时间：${slashDay(posted)} ${clock(posted)}`,
        text,
        footerText(values),
      ),
      truth: {
        title,
        newspaper: paper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: text,
      },
    }
  }),

  // 本报 names no paper, and the day of a report is not its date.
  textLayout('headline and text alone, 本报讯 without a source', (values) => {
    const { persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本报讯（记者 ${persons[0]!} ${persons[1]!} 通讯员 ${persons[2]!}）`, paragraphs)
    return {
      text: lines(title, '', text),
      truth: { title, authors: persons.slice(0, 3), paragraphs: text },
    }
  }),

  textLayout('稿件来源, hours and minutes in words, photographer and editors', (values) => {
    const { otherPaper, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `发布时间：${chineseDay(posted)} ${posted.hour}时${posted.minute}分`,
        `稿件来源：${otherPaper}`,
        `文/${persons[0]!} 图/${persons[1]!}`,
        paragraphs.slice(0, 2),
        `图为活动现场。 本报记者 ${persons[1]!} 摄`,
        paragraphs.slice(2),
        `（编辑：${persons[2]!}　校对：${persons[3]!}）`,
      ),
      truth: {
        title,
        newspaper: otherPaper,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  textLayout('broadcaster, with remarks of listeners below', (values) => {
    const { broadcaster, posted, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本台消息（记者${persons[0]!}）`, paragraphs)
    return {
      text: lines(
        title,
        `来源：${broadcaster}`,
        `${posted.year}年${posted.month}月${posted.day}日 ${clock(posted)}`,
        '00:00/02:13',
        '倍速 标清 全屏',
        text,
        commentText(values),
        footerText(values),
      ),
      truth: {
        title,
        newspaper: broadcaster,
        publishedAt: isoMinute(posted),
        authors: [persons[0]!],
        paragraphs: text,
      },
    }
  }),

  // The source is a paper's app by its own name.
  textLayout('app of a paper, headline in brackets, names with a dot', (values) => {
    const { paper, posted, dotted, stories } = values
    const { paragraphs } = stories[0]!
    const title = `【一线见闻】${stories[0]!.title}`
    const text = opened(`（记者 ${dotted[0]!} 通讯员 ${dotted[1]!}）`, paragraphs)
    return {
      text: lines(title, `来源：${paper}客户端`, plainMinute(posted), text, '打开APP，阅读体验更佳'),
      truth: {
        title,
        newspaper: `${paper}客户端`,
        publishedAt: isoMinute(posted),
        authors: dotted,
        paragraphs: text,
      },
    }
  }),

  // A line that is only a by-line is none of the paragraphs, wherever it stands.
  textLayout('by-line in brackets as the last line', (values) => {
    const { paper, issue, pageNumber, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `${paper} ${chineseDay(issue)} 第${pageNumber}版`,
        paragraphs,
        `（本报记者　${persons[0]!}　${persons[1]!}　通讯员　${persons[2]!}）`,
      ),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: persons.slice(0, 3),
        paragraphs,
      },
    }
  }),
]
