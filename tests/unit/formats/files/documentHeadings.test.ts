import { describe, expect, it } from 'vitest'
import { readingOf } from '../../builders/aFileReading'
import { aPdf, type PdfRun } from '../../builders/aPdf'
import { aWordDocument, aWordParagraph } from '../../builders/anOfficeFile'

const KICKER = '示例县全力抓好春耕备耕'
const TITLE = '百里沃野机声隆隆'
const SUBTITLE = '一季度备耕工作综述'
const OTHERS = ['示例县举办职工运动会', '总理在示例县会见记者', '城乡环境整治见到成效']
const text = (place: number): readonly string[] => [
  `这是第${place}篇的开头一段，县里各有关部门的负责人都到了会，大家谈得很热烈。`,
  `这是第${place}篇的第二段，与会的同志一致表示，要把各项工作落到实处，不负期望。`,
]
const outlined = (line: string, level: number): string =>
  aWordParagraph(line, `<w:outlineLvl w:val="${level}"/>`)
const sized = (line: string, size: number): string => aWordParagraph(line, '', `<w:sz w:val="${size}"/>`)
const running = (place: number): string =>
  text(place)
    .map((line) => aWordParagraph(line))
    .join('')
const style = (id: string, name: string, rest = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`

async function wordTitles(body: string, styles = ''): Promise<readonly string[]> {
  const { articles } = await readingOf('a.docx', aWordDocument(body, '', styles))
  return articles.map(({ title }) => title)
}

describe('the headings of a document of Word', () => {
  it('tell the title by a style, whatever else stands before the text', async () => {
    const styles = style('a3', 'Title') + style('a4', 'Subtitle')
    const body =
      aWordParagraph('内部资料 注意保存') +
      aWordParagraph(TITLE, '<w:pStyle w:val="a3"/>') +
      aWordParagraph(SUBTITLE, '<w:pStyle w:val="a4"/>') +
      running(1)
    const { articles } = await readingOf('a.docx', aWordDocument(body, '', styles))
    expect(articles).toMatchObject([{ title: TITLE, subtitle: SUBTITLE, paragraphs: text(1) }])
    expect(articles[0]?.doubtful).not.toContain('title')
  })

  it('tell it by a style that is based on one of a heading', async () => {
    const styles =
      style('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('mine', '我的标题', '<w:basedOn w:val="1"/>')
    const body = aWordParagraph('一份剪报') + aWordParagraph(TITLE, '<w:pStyle w:val="mine"/>') + running(1)
    expect(await wordTitles(body, styles)).toEqual([TITLE])
  })

  it('tell it by the size of its characters, with what stands above and below it', async () => {
    const body = sized(KICKER, 30) + sized(TITLE, 44) + sized(SUBTITLE, 28) + running(1)
    const { articles } = await readingOf('a.docx', aWordDocument(body))
    expect(articles).toMatchObject([
      { title: TITLE, kicker: KICKER, subtitle: SUBTITLE, paragraphs: text(1), doubtful: [] },
    ])
  })

  it('tell it by being bold in the middle where nothing else does', async () => {
    const title = aWordParagraph(TITLE, '<w:jc w:val="center"/>', '<w:b/>')
    expect(await wordTitles(aWordParagraph('一份剪报') + title + running(1))).toEqual([TITLE])
    const notBold = aWordParagraph('一份剪报', '<w:jc w:val="center"/>', '<w:b w:val="0"/>')
    expect(await wordTitles(notBold + title + running(1))).toEqual([TITLE])
  })

  it('part the articles of a collection, each of which has its own text', async () => {
    const body = [TITLE, ...OTHERS].map((title, at) => outlined(title, 0) + running(at + 1)).join('')
    const { articles } = await readingOf('a.docx', aWordDocument(body))
    expect(articles.map(({ title, paragraphs }) => [title, paragraphs])).toEqual(
      [TITLE, ...OTHERS].map((title, at) => [title, text(at + 1)]),
    )
  })

  it('part them below a title over the whole, and where only some have a line of facts', async () => {
    const body = OTHERS.map(
      (title, at) =>
        outlined(title, 1) +
        (at === 1 ? aWordParagraph('《示例日报》2012年7月1日01版') : '') +
        running(at + 1),
    )
    const { articles } = await readingOf(
      'a.docx',
      aWordDocument(outlined('示例县剪报选编', 0) + body.join('')),
    )
    expect(articles.map(({ title, issueDate }) => [title, issueDate])).toEqual([
      [OTHERS[0], undefined],
      [OTHERS[1], '2012-07-01'],
      [OTHERS[2], undefined],
    ])
  })

  it.each([
    ['numbered', ['一、高度重视，精心组织', '二、突出重点，狠抓落实']],
    ['named as parts are', ['第一章 县里的工作回顾', '第二章 县里的工作打算']],
    ['short', ['工作回顾', '工作打算']],
  ])('do not part one text whose sections are %s', async (_, sections) => {
    const parts = sections.map((section, at) => outlined(section, 0) + running(at + 1)).join('')
    expect(await wordTitles(parts)).toHaveLength(1)
    const below = sections.map((section, at) => outlined(section, 1) + running(at + 1)).join('')
    expect(await wordTitles(outlined(TITLE, 0) + below)).toEqual([TITLE])
  })

  it('do not part one text that has begun before the first of them', async () => {
    const parts = OTHERS.map((title, at) => outlined(title, 0) + running(at + 2)).join('')
    expect(await wordTitles(aWordParagraph(TITLE) + running(1) + parts)).toEqual([TITLE])
  })

  it('are done without where the styles are damaged', async () => {
    const body = sized(TITLE, 44) + running(1)
    expect(await wordTitles(body, '<w:style>')).toEqual([TITLE])
  })
})

/** A headline and a text under it, in columns of 40 characters. */
function pageOf(headline: readonly PdfRun[], place: number): readonly PdfRun[] {
  const lines = text(place).flatMap((line) => `　　${line}`.match(/.{1,30}/gu) ?? [])
  return [
    ...headline,
    ...lines.map((line, at) => ({ size: 10, x: 90, y: 650 - place * 7 - at * 14, text: line })),
  ]
}

describe('the headings of a PDF', () => {
  it('are its larger lines: the largest is the title, whatever it is called', async () => {
    const headline = [
      { size: 30, x: 90, y: 800, text: '示例日报' },
      { size: 13, x: 150, y: 760, text: KICKER },
      { size: 22, x: 100, y: 730, text: '国内联播快讯' },
      { size: 13, x: 150, y: 700, text: SUBTITLE },
    ]
    const { articles } = await readingOf('a.pdf', aPdf([pageOf(headline, 1)]))
    expect(articles).toMatchObject([{ title: '国内联播快讯', kicker: KICKER, subtitle: SUBTITLE }])
    expect(articles[0]?.paragraphs).toEqual(text(1))
  })

  it('may have two lines, which are one title', async () => {
    const headline = [
      { size: 22, x: 100, y: 760, text: '示例县召开会议' },
      { size: 22, x: 120, y: 730, text: '部署春耕备耕工作' },
    ]
    const { articles } = await readingOf('a.pdf', aPdf([pageOf(headline, 1)]))
    expect(articles.map(({ title }) => title)).toEqual(['示例县召开会议 部署春耕备耕工作'])
    const full = [
      { size: 22, x: 90, y: 760, text: '示例县全力抓好春耕备耕工作力争' },
      { size: 22, x: 90, y: 730, text: '实现首季开门红' },
    ]
    const wrapped = await readingOf('a.pdf', aPdf([pageOf(full, 1)]))
    expect(wrapped.articles.map(({ title }) => title)).toEqual([
      '示例县全力抓好春耕备耕工作力争实现首季开门红',
    ])
  })

  it('part its articles', async () => {
    const pages = OTHERS.map((title, at) => pageOf([{ size: 22, x: 100, y: 730, text: title }], at + 1))
    const { articles } = await readingOf('a.pdf', aPdf(pages))
    expect(articles.map(({ title, paragraphs }) => [title, paragraphs])).toEqual(
      OTHERS.map((title, at) => [title, text(at + 1)]),
    )
  })
})
