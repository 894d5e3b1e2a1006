import fc from 'fast-check'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { InputFile } from '../../../../src/formats/files/inputFile'
import { readInputFile } from '../../../../src/formats/files/readInputFile'
import { aStream, readingOf, readingOfFile, utf8 } from '../../builders/aFileReading'

const HEAD = '标题,报纸,日期,版次,正文,作者,关键词,链接'
const ROW =
  '示例县开会,示例日报,2012年7月1日,第01版,"第一段\n第二段",张示例；李样张,会议;农业,https://example.org/1'

/** The field of each column by its name. */
async function fieldsOf(header: string): Promise<Readonly<Record<string, string | null>>> {
  const { tables } = await readingOf('a.csv', `${header}\na,b,c\n`)
  return Object.fromEntries((tables[0]?.columns ?? []).map(({ name, field }) => [name, field]))
}

describe('a table in CSV', () => {
  it('is read by the names of its columns', async () => {
    const { articles, places, problems } = await readingOf('a.csv', `${HEAD}\n${ROW}\n`)
    expect(problems).toEqual([])
    expect(places).toEqual(['a.csv:2'])
    expect(articles[0]).toMatchObject({
      title: '示例县开会',
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      page: '01',
      paragraphs: ['第一段', '第二段'],
      authors: ['张示例', '李样张'],
      tags: ['会议', '农业'],
      url: 'https://example.org/1',
      doubtful: [],
      extra: {},
    })
  })

  it.each([
    ['tabulators', '\t'],
    ['semicolons', ';'],
    ['bars', '|'],
  ])('may have %s between its cells, also under the name of a text', async (_, delimiter) => {
    const text = Papa.unparse(Papa.parse<string[]>(`${HEAD}\n${ROW}`).data, { delimiter })
    for (const name of ['a.csv', 'a.txt', 'a.xls']) {
      const { articles } = await readingOf(name, text)
      expect(articles, name).toMatchObject([{ title: '示例县开会', paragraphs: ['第一段', '第二段'] }])
    }
  })

  it('may begin with the line by which spreadsheets are told the delimiter', async () => {
    const { articles, places } = await readingOf('a.csv', '\uFEFFsep=;\r\n标题;正文\r\n甲,乙;丙\r\n')
    expect(articles).toMatchObject([{ title: '甲,乙', paragraphs: ['丙'] }])
    expect(places).toEqual(['a.csv:3'])
  })

  it.each([
    ['utf-8', true],
    ['utf-8', false],
    ['gb18030', false],
    ['big5', false],
    ['utf-16le', true],
    ['utf-16be', true],
  ])('is read in %s, with a byte order mark: %s', async (encoding, addBOM) => {
    const text = `標題,報紙,日期,正文\r\n${Array.from({ length: 40 }, (_, at) => `縣裡第${at}次開會,示例日報,2012-07-01,今天縣裡召開了農業工作會議並討論了許多問題`).join('\r\n')}\r\n`
    const { articles, problems } = await readingOf(
      'a.csv',
      Uint8Array.from(iconv.encode(text, encoding, { addBOM })),
    )
    expect(problems).toEqual([])
    expect(articles).toHaveLength(40)
    expect(articles[7]).toMatchObject({
      title: '縣裡第7次開會',
      newspaper: '示例日報',
      issueDate: '2012-07-01',
    })
  })

  it('finds the encoding where the first bytes that are not ASCII stand far down', async () => {
    const text = `title,body\n${'plain,text\n'.repeat(30_000)}${'中文的标题在后面,内容也在后面出现\n'.repeat(50)}`
    const { articles } = await readingOf('a.csv', Uint8Array.from(iconv.encode(text, 'gbk')))
    expect(articles.at(-1)?.title).toBe('中文的标题在后面')
  })

  it('tells characters that cannot be read', async () => {
    const text = utf8(`标题,正文\n${'示例县开会,今天召开了会议\n'.repeat(100)}`)
    text[text.length - 20] = 0xff
    const { articles, problems } = await readingOf('a.csv', text)
    expect(articles).toHaveLength(100)
    expect(problems).toMatchObject([{ row: 0, code: 'encoding-damaged' }])
  })

  it.each([
    [
      '题名,文献来源,发表时间,摘要',
      { 题名: 'title', 文献来源: 'newspaper', 发表时间: 'issueDate', 摘要: 'paragraphs' },
    ],
    [
      'Title-题名,Source-文献来源,Author-作者,Keyword-关键词,Summary-摘要',
      {
        'Title-题名': 'title',
        'Source-文献来源': 'newspaper',
        'Author-作者': 'authors',
        'Keyword-关键词': 'tags',
        'Summary-摘要': 'paragraphs',
      },
    ],
    [
      '引题,标题（必填）,副题,版次/版面,全文',
      { 引题: 'kicker', '标题（必填）': 'title', 副题: 'subtitle', '版次/版面': 'page', 全文: 'paragraphs' },
    ],
    [
      'dc:title,dc.creator,dc:date,dc:source,dc:subject,dc:description',
      {
        'dc:title': 'title',
        'dc.creator': 'authors',
        'dc:date': 'issueDate',
        'dc:source': 'newspaper',
        'dc:subject': 'tags',
        'dc:description': 'paragraphs',
      },
    ],
    [
      'dc.title[zh_CN],dc.contributor.author,dc.date.issued,dc.description.abstract',
      {
        'dc.title[zh_CN]': 'title',
        'dc.contributor.author': 'authors',
        'dc.date.issued': 'issueDate',
        'dc.description.abstract': 'paragraphs',
      },
    ],
    [
      'headline,datePublished,articleSection,articleBody,keywords',
      {
        headline: 'title',
        datePublished: 'issueDate',
        articleSection: 'category',
        articleBody: 'paragraphs',
        keywords: 'tags',
      },
    ],
    [
      'issue_date,Page Title,TITLE,Text Kind,paragraphs',
      {
        issue_date: 'issueDate',
        'Page Title': 'pageTitle',
        TITLE: 'title',
        'Text Kind': 'textKind',
        paragraphs: 'paragraphs',
      },
    ],
  ])('knows the columns %s', async (header, fields) => {
    expect(await fieldsOf(header)).toEqual(fields)
  })

  it('gives a field to the column with the clearer name, and keeps the other under its own', async () => {
    expect(await fieldsOf('来源,报纸,标题,栏目,分类,摘要,正文,版面,版次')).toEqual({
      来源: null,
      报纸: 'newspaper',
      标题: 'title',
      栏目: 'column',
      分类: 'category',
      摘要: null,
      正文: 'paragraphs',
      版面: 'pageTitle',
      版次: 'page',
    })
    const { articles } = await readingOf('a.csv', '标题,来源,报纸,正文,备注\n甲,某网,示例日报,乙,重要\n')
    expect(articles[0]).toMatchObject({ newspaper: '示例日报', extra: { 来源: '某网', 备注: '重要' } })
  })

  it('joins columns of authors, tags and paragraphs, and no others', async () => {
    const { articles, tables } = await readingOf(
      'a.csv',
      '标题,作者1,作者2,正文1,正文2,报纸,报纸\n甲,张示例,李样张,一,二,甲报,乙报\n',
    )
    expect(articles[0]).toMatchObject({
      authors: ['张示例', '李样张'],
      paragraphs: ['一', '二'],
      newspaper: '甲报',
    })
    expect(articles[0]?.extra).toEqual({ '报纸 (2)': '乙报' })
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual([
      'title',
      'authors',
      'authors',
      'paragraphs',
      'paragraphs',
      'newspaper',
      null,
    ])
  })

  it('takes a time for a posting and a day for an issue where a name can mean both', async () => {
    const posted = await readingOf('a.csv', '标题,时间,正文\n甲,2012-07-02 09:17,乙\n')
    expect(posted.articles[0]).toMatchObject({ publishedAt: '2012-07-02T09:17' })
    const issued = await readingOf('a.csv', '标题,时间,正文\n甲,2012-07-02,乙\n')
    expect(issued.articles[0]).toMatchObject({ issueDate: '2012-07-02' })
  })

  it('takes no counting of rows for ids, and keeps real ones', async () => {
    const { articles } = await readingOf('a.csv', 'id,标题,正文\n1,甲,乙\n2,丙,丁\n')
    expect(articles.map(({ id }) => id)).not.toContain('1')
    expect(articles[0]?.extra).toEqual({ id: '1' })
    expect((await readingOf('a.csv', 'id,标题,正文\nx-7,甲,乙\n')).articles[0]?.id).toBe('x-7')
  })

  it('has its header where the names are, below a title of the table and in two languages', async () => {
    const { articles, places } = await readingOf(
      'a.csv',
      '剪报总目,,\n,,\n标题,日期,正文\nTitle,Date,Body\n甲,2012-07-01,乙\n,,\n丙,2012-07-02,丁\n',
    )
    expect(articles.map(({ title }) => title)).toEqual(['甲', '丙'])
    expect(places).toEqual(['a.csv:5', 'a.csv:7'])
  })

  it('tells its columns with samples before its articles, and its rows behind them', async () => {
    const { items } = await readingOf('a.csv', `标题,正文\n${'甲,乙\n'.repeat(100)}`)
    const kinds = items.map(({ kind }) => kind)
    expect(kinds.indexOf('table')).toBeLessThan(kinds.indexOf('article'))
    const told = items.flatMap((item) => (item.kind === 'table' ? [item.table] : []))
    expect(told.map(({ rows }) => rows)).toEqual([0, 100])
    expect(told[0]).toMatchObject({
      file: 'a.csv',
      columns: [{ name: '标题', field: 'title', samples: ['甲', '甲', '甲'] }, {}],
    })
  })

  it('says that it has no title column, and is read when a person names one', async () => {
    const text = '甲列,乙列,丙列\n题,文,2012-07-01\n'
    const without = await readingOf('a.csv', text)
    expect(without.articles).toEqual([])
    expect(without.problems).toMatchObject([{ file: 'a.csv', row: 0, code: 'table-without-title' }])
    expect(without.tables[0]?.columns.map(({ field }) => field)).toEqual([null, null, null])
    const fields = new Map([['a.csv', ['title', 'paragraphs', 'issueDate']]])
    const { articles } = await readingOf('a.csv', text, { fields })
    expect(articles).toMatchObject([{ title: '题', paragraphs: ['文'], issueDate: '2012-07-01' }])
  })

  it('takes only fields that there are from a person, each single one once', async () => {
    const fields = new Map([['a.csv', ['title', 'title', 'paragraphs', '__proto__', 'extra', 'paragraphs']]])
    const { tables, articles } = await readingOf('a.csv', '标题,二,三,四,五,六\n甲,乙,丙,丁,戊,己\n', {
      fields,
    })
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual([
      'title',
      null,
      'paragraphs',
      null,
      null,
      'paragraphs',
    ])
    expect(articles[0]).toMatchObject({ paragraphs: ['丙', '己'], extra: { 二: '乙', 四: '丁', 五: '戊' } })
  })

  it('reads summaries as such where it has no texts', async () => {
    const { articles } = await readingOf('a.csv', '题名,摘要\n甲,乙\n')
    expect(articles[0]).toMatchObject({ textKind: 'digest', doubtful: ['textKind'], paragraphs: ['乙'] })
  })

  it('takes a number that a date became for a date, and marks it', async () => {
    const { articles, problems } = await readingOf('a.csv', '标题,日期,正文\n甲,41091,乙\n丙,99999,丁\n')
    expect(articles[0]).toMatchObject({ issueDate: '2012-07-01', doubtful: ['issueDate'] })
    expect(articles[1]?.issueDate).toBeUndefined()
    expect(problems).toMatchObject([{ row: 3, field: 'issueDate', code: 'date-malformed' }])
  })

  it('reads texts that are HTML, and texts whose paragraphs only their indents part', async () => {
    const { articles } = await readingOf(
      'a.csv',
      '标题,正文\n甲,"<p>第一段 &amp; 续</p><script>alert(1)</script><p>第二段<br/>第三段</p>"\n乙,　　第一段。　　第二段。\n丙,a < b > c\n',
    )
    expect(articles.map(({ paragraphs }) => paragraphs)).toEqual([
      ['第一段 & 续', '第二段', '第三段'],
      ['第一段。', '第二段。'],
      ['a < b > c'],
    ])
  })

  it('takes off the apostrophe that guards a cell, and takes nothing for a formula', async () => {
    const { articles } = await readingOf('a.csv', `标题,正文\n'=甲,'@乙\n=HYPERLINK("x"),'丙'\n`)
    expect(articles.map(({ title, paragraphs }) => [title, paragraphs[0]])).toEqual([
      ['=甲', '@乙'],
      ['=HYPERLINK("x")', `'丙'`],
    ])
  })

  it('gives up one line where a quotation mark is never closed, and reads the others', async () => {
    const { articles, problems } = await readingOf('a.csv', '标题,正文\n甲,乙\n丙,"丁\n戊,己\n庚,辛\n')
    expect(articles.map(({ title }) => title)).toEqual(['甲', '戊', '庚'])
    expect(problems).toMatchObject([{ row: 3, code: 'document-damaged' }])
  })

  it('gives up a row that is too long, and reads those behind it', async () => {
    const text = `标题,正文\n甲,乙\n丙,"${'字'.repeat(300_000)}\n戊,己\n${'庚,辛\n'.repeat(10)}`
    const { articles, problems } = await readingOf('a.csv', text, { limits: { rowCharacters: 100_000 } })
    expect(articles.map(({ title }) => title)).toEqual(['甲', '戊', ...Array<string>(10).fill('庚')])
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[3, 'line-too-long']])
  })

  it('does not take long over a text of quotation marks', async () => {
    const { problems } = await readingOf(
      'a.csv',
      `标题,正文\n${'"a\n'.repeat(20_000)}${'"" "x '.repeat(20_000)}`,
    )
    expect(problems.length).toBeGreaterThan(0)
  })

  it('reads the first columns of a table with 10,000, and says so', async () => {
    const names = ['标题', '正文', ...Array.from({ length: 9998 }, (_, at) => `列${at}`)]
    const { articles, problems } = await readingOf(
      'a.csv',
      `${names.join()}\n${names.map((_, at) => `值${at}`).join()}\n`,
    )
    expect(articles).toHaveLength(1)
    expect(Object.keys(articles[0]?.extra ?? {}).length).toBeLessThan(1000)
    expect(problems.map(({ row }) => row)).toEqual([1, 2])
  })

  it('is read as it comes in, and no further than its reader asks', { timeout: 120_000 }, async () => {
    const rows = 100_000
    const row = `示例县开会,${'示例县今天召开了春耕工作会议，'.repeat(3)}\n`
    let sent = 0
    let taken = 0
    let furthest = 0
    const file: InputFile = {
      name: 'a.csv',
      size: null,
      stream: () => {
        let at = 0
        return new ReadableStream<Uint8Array>(
          {
            pull: (controller) => {
              if (at === 0) controller.enqueue(utf8('标题,正文\n'))
              else controller.enqueue(utf8(row.repeat(500)))
              sent = at * 500
              // Every row that was sent and not taken yet is held somewhere.
              furthest = Math.max(furthest, sent - taken)
              at += 1
              if (at * 500 > rows) controller.close()
            },
          },
          { highWaterMark: 0 },
        )
      },
    }
    for await (const item of readInputFile(file)) if (item.kind === 'article') taken += 1
    expect(taken).toBe(rows)
    // The sample by which the encoding is found is the longest that is held.
    expect(furthest).toBeLessThan(7000)
  })

  it('gives back every table that can be written, in any pieces', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...Array.from('甲乙丙 ,;"\'\n\r\t|𠀀a1=')) })
      .map((text) => text.replaceAll(/\r\n?/g, '\n'))
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (rows, size) => {
        const text = Papa.unparse([
          ['标题', '备注', '正文'],
          ...rows.map(([title, note]) => [`题${title}`, `注${note}`, '文']),
        ])
        const { articles } = await readingOfFile(aStream('a.csv', utf8(text), size))
        expect(articles.map(({ extra }) => extra['备注'])).toEqual(rows.map(([, note]) => `注${note}`))
        expect(articles.map(({ title }) => title)).toEqual(
          rows.map(([title]) => `题${title}`.replaceAll(/[\n\t]/g, ' ').trim()),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a table in HTML under the name of a workbook', () => {
  it('is read row by row, blocks in its cells as paragraphs', async () => {
    const { articles, places } = await readingOf(
      'a.xls',
      '<html><head><meta charset="gbk"><style>td{}</style></head><table><tr><th>标题<th>正文</tr><tr><td>甲&amp;乙<td>一<br>二<p>三</table>',
    )
    expect(articles).toMatchObject([{ title: '甲&乙', paragraphs: ['一', '二', '三'] }])
    expect(places).toEqual(['a.xls:2'])
  })
})
