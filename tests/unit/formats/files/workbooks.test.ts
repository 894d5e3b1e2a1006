import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fileOfBytes } from '../../../../src/formats/files/inputFile'
import { numberForm, shownNumber } from '../../../../src/formats/files/numberForm'
import { readInputFile } from '../../../../src/formats/files/readInputFile'
import { dayOfSerial } from '../../../../src/formats/files/serialDate'
import { readingOf } from '../../builders/aFileReading'
import { anOfficePackage, aTextRow, aWorkbook } from '../../builders/anOfficeFile'

const HEAD = aTextRow(1, ['标题', '日期', '版次', '正文'])

const collect = (setFlagsFromString('--expose-gc'), runInNewContext('gc')) as () => void

/** Collects what nobody holds, and lets the finalizers run. */
async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
  collect()
  await new Promise((resolve) => setTimeout(resolve, 0))
}

describe('a workbook', () => {
  it('is read sheet by sheet, with shared texts, texts in cells and values of formulas', async () => {
    const book = aWorkbook(
      {
        剪报: `${aTextRow(1, ['标题', '正文', '备注'])}<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>0</v></c><c r="C3" t="b"><v>1</v></c></row><row><c t="str"><f>A3&amp;"x"</f><v>算出来的题</v></c><c t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c><c t="e"><v>#N/A</v></c></row>`,
        另一页: aTextRow(1, ['题名', '全文']) + aTextRow(2, ['丙', '丁']),
      },
      {
        sharedStrings:
          '<si><t xml:space="preserve">一_x000D_\n二 &lt;三&gt; _x005F_x0041_</t></si><si><r><rPr><b/></rPr><t>甲</t></r><r><t>题</t></r><rPh><t>x</t></rPh></si>',
      },
    )
    const { articles, places, tables, problems } = await readingOf('a.xlsx', book)
    expect(problems).toEqual([])
    expect(articles.map(({ title, paragraphs }) => [title, ...paragraphs])).toEqual([
      ['甲题', '一', '二 <三> _x0041_'],
      ['算出来的题', '甲乙'],
      ['丙', '丁'],
    ])
    expect(articles[0]?.extra).toEqual({ 备注: 'TRUE' })
    expect(places).toEqual(['a.xlsx#剪报:3', 'a.xlsx#剪报:4', 'a.xlsx#另一页:2'])
    expect(tables.map(({ file, rows }) => [file, rows])).toEqual([
      ['a.xlsx#剪报', 2],
      ['a.xlsx#另一页', 1],
    ])
  })

  it('may have empty sheets, but not only these', async () => {
    const some = await readingOf(
      'a.xlsx',
      aWorkbook({ 空: '', 页: HEAD + aTextRow(2, ['甲', '', '', '乙']), 白: '<row r="9"/>' }),
    )
    expect(some.articles).toHaveLength(1)
    expect(some.problems).toEqual([])
    const none = await readingOf('a.xlsx', aWorkbook({ 空: '' }))
    expect(none.problems).toMatchObject([{ file: 'a.xlsx', row: 0, code: 'no-article' }])
  })

  it('is known by its content, whatever its name, and where it lies', async () => {
    const book = aWorkbook({ 页: HEAD + aTextRow(2, ['甲', '', '', '乙']) }, { main: 'xl/workbook.xml' })
    for (const name of ['a.xls', 'a.zip', 'a'])
      expect((await readingOf(name, book)).articles, name).toHaveLength(1)
    const { places } = await readingOf('a.zip', zipSync({ 'b/c.xlsx': book }))
    expect(places).toEqual(['a.zip/b/c.xlsx#页:2'])
  })

  it.each([
    ['1900', false, '2012-07-01'],
    ['1904', true, '2016-07-02'],
  ])('has dates by their style, counted from %s', async (_, isFrom1904, day) => {
    const cells = (style: number, value: string) =>
      `<row><c t="str"><v>题</v></c><c s="${style}"><v>${value}</v></c><c s="4"><v>1</v></c><c t="str"><v>文</v></c></row>`
    const { articles } = await readingOf(
      'a.xlsx',
      aWorkbook(
        { 页: HEAD + cells(1, '41091') + cells(2, '41091.38681') + cells(3, '41091') + cells(5, '41091') },
        { styles: [0, 14, 22, 176, 177, 31], formats: { 176: 'yyyy"年"m"月";@', 177: '00' }, isFrom1904 },
      ),
    )
    const month = isFrom1904 ? day : '2012-07'
    expect(articles.map(({ issueDate }) => issueDate)).toEqual([day, day, month, day])
    expect(articles.map(({ doubtful }) => doubtful)).toEqual([[], [], [], []])
    expect(articles[0]?.page).toBe('01')
  })

  it('keeps absurd dates as the numbers that they are, and says so', async () => {
    const rows = ['-5', '1e99', '2958466', '60', 'NaN'].map(
      (value) =>
        `<row><c t="str"><v>题${value}</v></c><c s="1"><v>${value}</v></c><c/><c t="str"><v>文</v></c></row>`,
    )
    const { articles, problems } = await readingOf(
      'a.xlsx',
      aWorkbook({ 页: HEAD + rows.join('') }, { styles: [0, 14] }),
    )
    expect(articles.map(({ issueDate }) => issueDate)).toEqual(Array<undefined>(5).fill(undefined))
    expect(problems.map(({ code }) => code)).toEqual(Array<string>(5).fill('date-malformed'))
  })

  it('gives back every row that can be written, with their numbers', async () => {
    const cell = fc
      .string({ unit: 'binary', maxLength: 20 })
      .filter((text) => !/[\p{Cc}\p{Cs}_\uFFFE\uFFFF]/u.test(text) && !/^'[=+\-@']/.test(text))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, fc.integer({ min: 1, max: 5 })), { maxLength: 30 }),
        async (cells) => {
          let row = 1
          const numbered = cells.map(([note, step]) => ({ note, row: (row += step) }))
          const sheet =
            aTextRow(1, ['标题', '正文', '备注']) +
            numbered.map(({ note, row: at }) => aTextRow(at, [`题${at}`, '文', `注${note}`])).join('')
          const { articles, places } = await readingOf('a.xlsx', aWorkbook({ 页: sheet }))
          expect(articles.map(({ extra }) => extra['备注'])).toEqual(numbered.map(({ note }) => `注${note}`))
          expect(places).toEqual(numbered.map(({ row: at }) => `a.xlsx#页:${at}`))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps the rows before the damage of a sheet, and reads the next sheet', async () => {
    const { articles, problems } = await readingOf(
      'a.xlsx',
      aWorkbook({
        坏: `${HEAD}${aTextRow(2, ['甲', '', '', '乙'])}<row r="3"><c></row>`,
        好: HEAD + aTextRow(2, ['丙', '', '', '丁']),
      }),
    )
    expect(articles.map(({ title }) => title)).toEqual(['甲', '丙'])
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['a.xlsx#坏', 'document-damaged']])
  })

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['', '&undefined;'],
  ])('never resolves an entity (%s)', async (doctype, text) => {
    const book = anOfficePackage('xl/workbook.xml', {
      'xl/workbook.xml': '<workbook xmlns:r="y"><sheets><sheet name="页" r:id="s"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml': `${doctype}<worksheet><sheetData>${HEAD}<row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`,
    })
    const { articles, problems } = await readingOf('a.xlsx', book)
    expect(articles).toEqual([])
    expect(problems[0]).toMatchObject({ file: 'a.xlsx#页', code: 'document-damaged' })
  })

  it('reads the first of 10,000 columns and says so', async () => {
    const wide = `<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="D2" t="str"><v>乙</v></c><c r="NTP2" t="str"><v>远</v></c></row>`
    const { articles, problems } = await readingOf('a.xlsx', aWorkbook({ 页: HEAD + wide }))
    expect(articles).toHaveLength(1)
    expect(problems).toMatchObject([
      { file: 'a.xlsx#页', row: 2, message: expect.stringContaining('10000') as string },
    ])
  })

  it('gives up what is too long: shared texts, a row, a row that never ends', async () => {
    const long = '字'.repeat(5000)
    const shared = aWorkbook({ 页: HEAD }, { sharedStrings: `<si><t>${long}</t></si>` })
    expect(
      (await readingOf('a.xlsx', shared, { limits: { sharedCharacters: 4000 } })).problems,
    ).toMatchObject([{ code: 'limit-reached' }])
    const row = aWorkbook({
      页: HEAD + aTextRow(2, ['甲', '', '', long]) + aTextRow(3, ['丙', '', '', '丁']),
    })
    const rows = await readingOf('a.xlsx', row, { limits: { rowCharacters: 4000 } })
    expect(rows.articles.map(({ title }) => title)).toEqual(['丙'])
    expect(rows.problems).toMatchObject([{ row: 2, code: 'line-too-long' }])
    const endless = aWorkbook({ 页: `${HEAD}<row>${'<c t="str"><v>x</v></c>'.repeat(100_000)}</row>` })
    const { problems } = await readingOf('a.xlsx', endless, { limits: { rowCharacters: 1000 } })
    expect(problems.map(({ code }) => code)).toContain('limit-reached')
  })

  it('is refused with the reason when it is of another form, or has parts missing', async () => {
    const binary = anOfficePackage('xl/workbook.bin', { 'xl/workbook.bin': 'x' })
    expect((await readingOf('a.xlsb', binary)).problems).toMatchObject([
      { code: 'file-kind-unknown', message: expect.stringContaining('.xlsx') as string },
    ])
    const slides = anOfficePackage('ppt/presentation.xml', { 'ppt/presentation.xml': '<p/>' })
    expect((await readingOf('a.pptx', slides)).problems).toMatchObject([{ code: 'file-kind-unknown' }])
    const open = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('<x/>'),
    })
    expect((await readingOf('a.odt', open)).problems).toMatchObject([{ code: 'file-kind-unknown' }])
    expect((await readingOf('a.xlsx', anOfficePackage('xl/workbook.xml', {}))).problems).toMatchObject([
      { code: 'document-damaged' },
    ])
  })

  it('holds neither the sheet nor its rows', { timeout: 120_000 }, async () => {
    const rows = 100_000
    const text = '示例县今天召开了春耕工作会议，'.repeat(3)
    const parts: string[] = [aTextRow(1, ['标题', '正文'])]
    for (let row = 2; row <= rows + 1; row += 1) parts.push(aTextRow(row, [`题${row}`, `${text}${row}`]))
    const file = fileOfBytes('a.xlsx', aWorkbook({ 页: parts.join('') }))
    parts.length = 0
    const alive = new Set<number>()
    const registry = new FinalizationRegistry<number>((row) => alive.delete(row))
    let count = 0
    let ahead = 0
    for await (const item of readInputFile(file)) {
      if (item.kind !== 'article') continue
      count += 1
      if (count % 100 === 0) {
        registry.register(item.read.article, count)
        alive.add(count)
      }
      if (count % 20_000 === 0) await collectGarbage()
      if (count % 20_000 === 0) ahead = Math.max(ahead, alive.size)
    }
    expect(count).toBe(rows)
    // Of the 1,000 that are watched those of the last 20,000 rows, and what is under way.
    expect(ahead).toBeLessThan(300)
  })
})

describe('a number of a workbook', () => {
  it.each([
    ['14', undefined, '41091', '2012-07-01'],
    ['31', undefined, '41091', '2012-07-01'],
    ['17', undefined, '41091', '2012-07'],
    ['17', undefined, '41105', '2012-07-15'],
    ['20', undefined, '0.5', '12:00'],
    ['22', undefined, '41091.386806', '2012-07-01 09:17'],
    ['180', 'yyyy/m/d;@', '1', '1900-01-01'],
    ['180', '[$-804]yyyy"年"m"月"d"日"', '59', '1900-02-28'],
    ['180', 'yyyy-mm-dd hh:mm', '61.5', '1900-03-01 12:00'],
    ['180', 'yyyy', '40909', '2012'],
    ['180', 'm"月"d"日"', '41091', '2012-07-01'],
    ['180', '000', '7', '007'],
    ['180', '0.00', '7.25', '7.25'],
    ['180', '[Red]#,##0 "dy"', '41091', '41091'],
    ['180', 'General', '41091', '41091'],
    ['0', undefined, '0.1000000000000000055', '0.1'],
    ['0', undefined, '20120701', '20120701'],
  ])('of form %s %s and value %s is shown as %s', (id, code, raw, shown) => {
    expect(shownNumber(raw, numberForm(Number(id), code), 1900)).toBe(shown)
  })

  it('is a day as the calendar counts them, in both systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = dayOfSerial(serial, 1900)?.day ?? ''
        expect(Date.parse(`${day}T00:00Z`)).toBe(Date.UTC(1899, 11, 30) + serial * 86_400_000)
        const later = dayOfSerial(serial - 1462, 1904)?.day
        expect(later).toBe(serial < 1462 ? undefined : day)
      }),
    )
  })
})
