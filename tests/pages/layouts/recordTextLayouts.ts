import { dottedDay, isoDay } from '../calendarDays'
import { textLayout, type PageLayout } from '../pageLayout'
import { lines } from '../textFurniture'

const padded = (page: number): string => String(page).padStart(2, '0')

/** Records of databases and libraries of papers, copied as text. */
export const recordTextLayouts: readonly PageLayout[] = [
  textLayout('database of papers, head in parts between strokes', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, shortNamed, stories } = values
    const { title, subtitle, paragraphs } = stories[0]!
    const page = String(pageNumber).padStart(3, '0')
    return {
      text: lines(
        `${paper}/${issue.year} 年/${issue.month} 月/${issue.day} 日/第 ${page} 版`,
        pageTitle,
        title,
        `——${subtitle}`,
        `记者 ${persons[0]!} 通讯员 ${[...shortNamed[0]!].join(' ')}`,
        paragraphs,
      ),
      truth: {
        title,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page,
        authors: [persons[0]!, shortNamed[0]!],
        paragraphs,
        optional: { pageTitle },
      },
    }
  }),

  textLayout('library record with labels', (values) => {
    const { paper, issue, pageNumber, pageTitle, compoundNamed, persons, stories } = values
    const { title, kicker, subtitle, paragraphs } = stories[0]!
    return {
      text: lines(
        '第 1 条，共 1 条',
        `引题：${kicker}`,
        `标题：${title}`,
        `副题：${subtitle}`,
        `作者：${compoundNamed}；${persons[0]!}`,
        `报纸名称：${paper}`,
        `出版日期：${dottedDay(issue)}`,
        `版次：B${padded(pageNumber)}`,
        `版名：${pageTitle}`,
        `字数：${paragraphs.join('').length}`,
        '正文：',
        paragraphs,
        '导出 收藏 引用',
      ),
      truth: {
        title,
        kicker,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: `B${padded(pageNumber)}`,
        authors: [compoundNamed, persons[0]!],
        paragraphs,
        optional: { pageTitle },
      },
    }
  }),

  textLayout('labels in brackets', (values) => {
    const { paper, issue, pageNumber, persons, stories } = values
    const { title, subtitle, paragraphs } = stories[0]!
    return {
      text: lines(
        `【题名】${title}`,
        `【副题名】${subtitle}`,
        `【责任者】${persons[0]!}`,
        `【来源】${paper}`,
        `【见报日期】${isoDay(issue)}`,
        `【版次】${pageNumber}`,
        '【全文】',
        paragraphs.map((one) => `　　${one}`),
      ),
      truth: {
        title,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),
]
