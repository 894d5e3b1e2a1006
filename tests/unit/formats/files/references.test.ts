import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../builders/aFileReading'

const READ = {
  title: '示例县开会',
  newspaper: '示例日报',
  medium: 'newspaper',
  issueDate: '2012-07-01',
  authors: ['张示例', '李样张'],
  tags: ['会议', '农业'],
  textKind: 'digest',
  doubtful: ['textKind'],
}

describe('a list of references', () => {
  it.each(['\n', '\r\n'])('in RIS is read record by record, lines ending in %j', async (end) => {
    const list = `TY  - NEWS
AU  - 张示例
AU  - 李样张
TI  - 示例县开会——纪实
ST  - 示例县开会
T2  - 示例日报
PY  - 2012
DA  - 2012/07/01/
SP  - 1
EP  - 4
KW  - 会议
KW  - 农业
UR  - https://example.org/1
AB  - 提要第一行
提要第二行
SN  - 1000-0000
ER  - 

TY  - NEWS
TI  - 没有文字
ER  - `.replaceAll('\n', end)
    const { articles, places, problems } = await readingOf('a.ris', list)
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({
      ...READ,
      subtitle: '纪实',
      page: '1,4',
      url: 'https://example.org/1',
      paragraphs: ['提要第一行', '提要第二行'],
      extra: { SN: '1000-0000' },
    })
    expect(places).toEqual(['a.ris:1'])
    expect(problems).toMatchObject([{ row: 2, code: 'paragraphs-missing' }])
  })

  it.each(['utf-8', 'gbk'])('in the form of EndNote is read, in %s', async (encoding) => {
    const list =
      '%0 Newspaper Article\n%T 示例县开会\n%A 张示例\n%A 李样张\n%J 示例日报\n%D 2012\n%8 7月1日\n%P 01\n%K 会议\n农业\n%X 提要。\n%@ 1000-0000\n\n%0 Newspaper Article\n%T 二\n%X 文\n'
    const { articles } = await readingOf('a.enw', Uint8Array.from(iconv.encode(list, encoding)))
    expect(articles).toHaveLength(2)
    expect(articles[0]).toMatchObject({ ...READ, page: '01', paragraphs: ['提要。'] })
  })

  it('in the form of NoteExpress is read whatever its name', async () => {
    const list =
      '{Reference Type}: Newspaper Article\n{Title}: 示例县开会\n{Author}: 张示例;李样张\n{Newspaper}: 示例日报\n{Year}: 2012\n{Date}: 2012-07-01\n{Pages}: 01\n{Keywords}: 会议;农业\n{Abstract}: 提要。\n{Database Provider}: 某库\n\n'
    for (const name of ['a.net', 'a.txt', 'a']) {
      const { articles } = await readingOf(name, list.repeat(2))
      expect(articles, name).toHaveLength(2)
      expect(articles[0]).toMatchObject({ ...READ, page: '01', extra: { 'Database Provider': '某库' } })
    }
  })

  it('in BibTeX is read, its abstracts as summaries', async () => {
    const list =
      '@article{a, title = {示例县开会}, author = {张示例 and 李样张}, journal = {示例日报}, date = {2012-07-01}, entrysubtype = {newspaper}, keywords = {会议, 农业}, abstract = {提要。}}\n'
    const { articles } = await readingOf('a.bib', list)
    expect(articles).toMatchObject([{ ...READ, paragraphs: ['提要。'] }])
  })

  it('keeps what is read of it when a record never ends, and is read in pieces', async () => {
    const long = `TY  - NEWS\nTI  - 甲\nAB  - ${'字'.repeat(400_000)}\n`
    expect(
      (await readingOf('a.ris', `${long}TY  - NEWS\nTI  - 乙\nAB  - 文`)).articles.map(({ title }) => title),
    ).toEqual(['甲', '乙'])
  })

  it('in CSL-JSON is read entry by entry, beside articles of our own', async () => {
    const list = [
      {
        id: 'http://example.org/items/1',
        type: 'article-newspaper',
        title: '示例县开会：纪实',
        'title-short': '示例县开会',
        author: [{ family: '张', given: '示例' }, { literal: '李样张' }, { family: 'Sample', given: 'Jane' }],
        'container-title': '示例日报',
        issued: { 'date-parts': [['2012', 7, 1]] },
        edition: '农村版',
        section: '要闻',
        page: '01,04',
        URL: 'https://example.org/1',
        keyword: '会议, 农业',
        abstract: '提要第一行\n提要第二行',
        ISSN: '1000-0000',
        accessed: { 'date-parts': [[2026, 7, 1]] },
      },
      { type: 'webpage', title: '没有文字', issued: { raw: '2012' } },
      { type: 'article-newspaper', title: '我们的', newspaper: '示例日报', text: '正文。' },
      { type: 'document', title: '不是引文', body: '正文。', issued: { 'date-parts': [[2012]] } },
    ]
    const { articles, problems } = await readingOf('a.json', JSON.stringify(list))
    expect(articles).toHaveLength(3)
    expect(articles[0]).toMatchObject({
      ...READ,
      authors: ['张示例', '李样张', 'Jane Sample'],
      subtitle: '纪实',
      page: '01,04',
      pageTitle: '要闻',
      edition: '农村版',
      url: 'https://example.org/1',
      paragraphs: ['提要第一行', '提要第二行'],
      extra: {
        'csl-id': 'http://example.org/items/1',
        ISSN: '1000-0000',
        accessed: { 'date-parts': [[2026, 7, 1]] },
      },
    })
    expect(articles[1]).toMatchObject({
      title: '我们的',
      textKind: 'full',
      extra: { type: 'article-newspaper' },
    })
    expect(articles[2]).toMatchObject({ title: '不是引文', textKind: 'full' })
    expect(problems).toMatchObject([{ row: 2, code: 'paragraphs-missing' }])
  })

  it.each([
    [{ 'date-parts': [[1962]] }, '1962'],
    [{ 'date-parts': [[1962, 3]] }, '1962-03'],
    [
      {
        'date-parts': [
          [1962, 3, 9],
          [1962, 3, 11],
        ],
      },
      '1962-03-09',
    ],
    [{ raw: '1962年3月11日' }, '1962-03-11'],
    [{ literal: '1962' }, '1962'],
    [{ 'date-parts': [] }, undefined],
    [{ 'date-parts': [[]] }, undefined],
  ])('has in CSL-JSON the date %j', async (issued, issueDate) => {
    const entry = { type: 'article-newspaper', title: '题', abstract: '文。', issued }
    const { articles, problems } = await readingOf('a.json', JSON.stringify([entry]))
    expect(articles[0]?.issueDate).toBe(issueDate)
    expect(problems).toEqual([])
  })

  it('in CSL-JSON is not read for what is hostile in it', async () => {
    const hostile = [
      {
        type: 'article-newspaper',
        title: '题',
        abstract: '文',
        author: 'x',
        issued: 7,
        keyword: {},
        page: [],
      },
      {
        type: 'article-newspaper',
        'container-title': [],
        title: { a: 1 },
        abstract: '文',
        author: [null, 3, []],
      },
    ]
    const { articles, problems } = await readingOf('a.json', JSON.stringify(hostile))
    expect(articles).toHaveLength(1)
    expect(problems.map(({ code }) => code)).toContain('title-missing')
  })
})
