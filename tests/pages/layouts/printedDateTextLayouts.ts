import {
  chineseDay,
  clock,
  fullWidth,
  hanDay,
  hanNumber,
  isoDay,
  lunarDay,
  plainMinute,
  republicDay,
  weekdayOf,
} from '../calendarDays'
import { datesOf, opened, textLayout, type PageLayout } from '../pageLayout'
import { republicReport } from '../specialTexts'
import { lines, menuText, shareText } from '../textFurniture'

/** Pages copied as text: dates and pages as papers print them, and one without a year. */
export const printedDateTextLayouts: readonly PageLayout[] = [
  // The schema keeps 第1张第4版 as it is printed.
  textLayout('a page of a sheet', (values) => {
    const { paper, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(title, `《${paper}》${chineseDay(issue)} 第1张第4版`, `作者：${persons[0]!}`, paragraphs),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '第1张第4版',
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  // Without a year there is no date: it could only be guessed.
  textLayout('month and day without a year', (values) => {
    const { paper, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        menuText(values),
        title,
        `${isoDay(posted).slice(5)} ${clock(posted)}　来源：${paper}`,
        paragraphs,
        shareText,
      ),
      truth: { title, newspaper: paper, paragraphs },
    }
  }),

  textLayout('a paper of the Republic, numerals throughout', (values) => {
    const { place, paper, republicIssue, pageNumber } = values
    const { title, paragraphs } = republicReport(values)
    return {
      text: lines(
        title,
        `《${paper}》${republicDay(republicIssue)}第${hanNumber(1 + (pageNumber % 4))}版`,
        opened(`【${place.short}通讯】`, paragraphs),
      ),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(republicIssue),
        page: String(1 + (pageNumber % 4)),
        paragraphs: opened(`【${place.short}通讯】`, paragraphs),
      },
    }
  }),

  textLayout('numerals with round zeros, weekday and lunar day', (values) => {
    const { paper, issue, pageNumber, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    return {
      text: lines(
        title,
        `${paper}　${hanDay(issue, '○')}　${weekdayOf(issue)}　${lunarDay(issue)}　第${hanNumber(pageNumber)}版`,
        `特约记者　${persons[0]!}`,
        paragraphs,
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
  }),

  // Figures of full width are figures of a date; in the text they stay as they are.
  textLayout('figures of full width', (values) => {
    const { paper, issue, posted, stories } = values
    const { title, paragraphs } = stories[0]!
    const page = `A${String(values.pageNumber).padStart(2, '0')}`
    return {
      text: lines(
        fullWidth(title),
        `来源：《${paper}》${fullWidth(chineseDay(issue))}${fullWidth(page)}版`,
        `发布时间：${fullWidth(plainMinute(posted).replace(' ', '　'))}`,
        paragraphs.map((one) => one.replace(/\d/g, fullWidth)),
      ),
      truth: {
        title: fullWidth(title),
        newspaper: paper,
        page,
        ...datesOf(values),
        paragraphs: paragraphs.map((one) => one.replace(/\d/g, fullWidth)),
      },
    }
  }),
]
