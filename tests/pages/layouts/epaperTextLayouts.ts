import { chineseDay, dottedDay, isoDay, monthAndDay, paddedChineseDay, weekdayOf } from '../calendarDays'
import { halved } from '../hardWrap'
import { opened, textLayout, type PageLayout } from '../pageLayout'
import { interview, letter, poem } from '../specialTexts'
import { lines } from '../textFurniture'

const padded = (page: number): string => String(page).padStart(2, '0')

/** Digital papers and databases of papers, copied as text: one article on a page of a paper. */
export const epaperTextLayouts: readonly PageLayout[] = [
  // The dashes before a 副题 are its mark on paper; the scoring takes it with or without them.
  textLayout('digital paper with 引题 and 副题', (values) => {
    const { paper, issue, pageNumber, pageTitle, persons, stories } = values
    const { title, kicker, subtitle, paragraphs } = stories[0]!
    return {
      text: lines(
        paper,
        `${chineseDay(issue)} ${weekdayOf(issue)}`,
        `第A${padded(pageNumber)}版：${pageTitle}`,
        '上一版 下一版 版面导航 标题导航',
        '放大 缩小 默认',
        '',
        kicker,
        title,
        `——${subtitle}`,
        '',
        `本报记者 ${persons[0]!} 通讯员 ${persons[1]!}`,
        paragraphs,
        '',
        '上一篇 下一篇',
      ),
      truth: {
        title,
        kicker,
        subtitle,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: `A${padded(pageNumber)}`,
        authors: [persons[0]!, persons[1]!],
        paragraphs,
        optional: { pageTitle },
      },
    }
  }),

  textLayout('digital paper with a calendar and a list of pages', (values) => {
    const { paper, issue, stories, headlines, persons } = values
    const { title, paragraphs } = stories[0]!
    const text = opened(`本报讯（记者${persons[0]!}）`, paragraphs)
    return {
      text: lines(
        `${paper}数字报`,
        '按日期检索',
        `${issue.year}年 ${issue.month}月`,
        '日 一 二 三 四 五 六',
        '1 2 3 4 5 6 7',
        '8 9 10 11 12 13 14',
        '15 16 17 18 19 20 21',
        '22 23 24 25 26 27 28',
        '版面导航',
        '第01版：要闻',
        '第02版：综合',
        '第03版：民生',
        '第04版：副刊',
        `当前版：第03版：民生　${paddedChineseDay(issue)}`,
        '本版标题',
        title,
        headlines.slice(0, 4),
        '',
        title,
        '字体：放大 缩小',
        '',
        text.map((one) => `　　${one}`),
        '',
        '上一篇　下一篇',
        `${paper}社版权所有，未经书面授权不得转载`,
      ),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '03',
        authors: [persons[0]!],
        paragraphs: text,
        optional: { pageTitle: '民生' },
      },
    }
  }),

  textLayout('poem of a supplement', (values) => {
    const { paper, issue, pageNumber, shortNamed } = values
    const { title, paragraphs } = poem(values)
    return {
      text: lines(
        `${paper} ${chineseDay(issue)} 第${padded(pageNumber)}版：副刊`,
        '',
        title,
        [...shortNamed[0]!].join('　'),
        '',
        paragraphs.slice(0, 4),
        '',
        paragraphs.slice(4),
      ),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: padded(pageNumber),
        authors: [shortNamed[0]!],
        paragraphs,
        optional: { pageTitle: '副刊' },
      },
    }
  }),

  textLayout('letter to the editor', (values) => {
    const { paper, issue, pageNumber, persons } = values
    const { title, paragraphs } = letter(values)
    return {
      text: lines(
        `《${paper}》（${chineseDay(issue)}第${pageNumber}版）`,
        title,
        `作者：${persons[0]!}`,
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

  // The words after the dashes stand in the line of the headline, which is one headline.
  textLayout('questions and answers', (values) => {
    const { paper, issue, persons } = values
    const { title, paragraphs } = interview(values)
    return {
      text: lines(title, `来源：《${paper}》（${dottedDay(issue)}）`, `□本报记者 ${persons[0]!}`, paragraphs),
      truth: { title, newspaper: paper, issueDate: isoDay(issue), authors: [persons[0]!], paragraphs },
    }
  }),

  // Both halves are there: the sentence that was broken is whole again, the words that pointed to the other page
  // have done their work, and the article stands on two pages.
  textLayout('an article on two pages, both halves', (values) => {
    const { paper, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const [before, after] = halved(paragraphs[2]!)
    return {
      text: lines(
        `${paper}　${chineseDay(issue)}　${weekdayOf(issue)}`,
        '第01版：要闻',
        title,
        `本报记者 ${persons[0]!}`,
        paragraphs.slice(0, 2),
        `${before}（下转第4版）`,
        '',
        '第04版：综合',
        `（上接第1版）${after}`,
        paragraphs.slice(3),
      ),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '01,04',
        authors: [persons[0]!],
        paragraphs,
      },
    }
  }),

  // With one half, the words say that a part is wanting: they may stay with the text or be told elsewhere.
  textLayout('an article on two pages, the second half alone', (values) => {
    const { paper, issue, stories } = values
    const { title, paragraphs } = stories[0]!
    const half = [halved(paragraphs[1]!)[1], ...paragraphs.slice(2)]
    return {
      text: lines(`${paper}　${chineseDay(issue)}　第04版：综合`, title, opened('（上接第1版）', half)),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '04',
        paragraphs: half,
        optional: { pageTitle: '综合' },
        alsoRight: { paragraphs: [opened('（上接第1版）', half)] },
      },
    }
  }),

  // 据 names whose report is retold; the source line names the digest.
  textLayout('digest of another paper', (values) => {
    const { place, otherPaper, issue, pageNumber, stories } = values
    const { title, paragraphs } = stories[0]!
    const digest = [
      `据《${otherPaper}》${monthAndDay(issue)}报道：${paragraphs[0]!}`,
      `${paragraphs[1]!}（摘自《${otherPaper}》）`,
    ]
    return {
      text: lines(title, `《${place.short}文摘报》${dottedDay(issue)} 第${pageNumber}版`, digest),
      truth: {
        title,
        newspaper: `${place.short}文摘报`,
        issueDate: isoDay(issue),
        page: String(pageNumber),
        paragraphs: digest,
      },
    }
  }),

  textLayout('an article on two pages, the first half alone', (values) => {
    const { paper, issue, persons, stories } = values
    const { title, paragraphs } = stories[0]!
    const half = [...paragraphs.slice(0, 2), halved(paragraphs[2]!)[0]]
    const marked = [...half.slice(0, 2), `${half[2]!}（下转第3版）`]
    return {
      text: lines(title, `《${paper}》${chineseDay(issue)} 第1版`, `本报记者 ${persons[0]!}`, marked),
      truth: {
        title,
        newspaper: paper,
        issueDate: isoDay(issue),
        page: '1',
        authors: [persons[0]!],
        paragraphs: half,
        alsoRight: { paragraphs: [marked] },
      },
    }
  }),
]
