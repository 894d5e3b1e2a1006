import { chineseDay, isoDay, isoMinute, plainMinute } from '../calendarDays'
import { hardWrap } from '../hardWrap'
import { opened, textLayout, type PageLayout } from '../pageLayout'
import { lines, relatedText } from '../textFurniture'

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
]
