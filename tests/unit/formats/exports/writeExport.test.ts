import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { EXPORT_FORMATS, type ExportFormat, type ExportOptions } from '../../../../src/domain/exporting'
import { parseArticle } from '../../../../src/domain/parseArticle'
import { writeExport } from '../../../../src/formats/exports/writeExport'
import { fileOfBytes } from '../../../../src/formats/files/inputFile'
import { readInputFile } from '../../../../src/formats/files/readInputFile'
import { exportZhHans } from '../../../../src/locales/exportZhHans'
import { anArticle, aPerson } from '../../builders/anArticle'

const WORDING = {
  language: 'zh-Hans',
  title: '示例',
  headings: exportZhHans.export.headings,
  statement: [['检索词', '=示例']],
  articlesSheet: '文章',
  statementSheet: '检索说明',
  digestBanner: '编者提要，非原文',
} as const satisfies ExportOptions['wording']

function optionsFor(format: ExportFormat): ExportOptions {
  return {
    format,
    style: 'gbt7714-2025',
    accessedOn: '2026-07-02',
    hasByteOrderMark: true,
    wording: WORDING,
  }
}

async function written(articles: readonly Article[], format: ExportFormat): Promise<Uint8Array> {
  async function* batches() {
    yield await Promise.resolve(articles.slice(0, 2))
    yield articles.slice(2)
  }
  const pieces: BlobPart[] = []
  for await (const piece of writeExport(batches(), optionsFor(format))) {
    pieces.push(typeof piece === 'string' ? piece : new Uint8Array(piece))
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

async function readBack(bytes: Uint8Array, name: string) {
  const articles: Article[] = []
  const problems: string[] = []
  for await (const item of readInputFile(fileOfBytes(name, bytes), {})) {
    if (item.kind === 'article') articles.push(item.read.article)
    if (item.kind === 'problem') problems.push(item.problem.message)
  }
  return { articles, problems }
}

const hostile = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+示例',
    '-示例',
    '@示例',
    "'=示例",
    "'示例",
    '"引号", 逗号',
    '甲、乙；丙，丁/戊 > 己',
    '["数组"]',
    '{"对象": 1}',
    '第一行\n第二行',
    '制表\t符',
    '_x000D_',
    '<b>&amp;</b>',
    '第12版',
    '00123',
    '1e5',
    'TRUE',
    '2012-07-01',
    '𠮷野𠀀',
  ),
  fc.string({ unit: fc.constantFrom('中', '县', '，', '、', ' ', '"', "'", '=', '\n', '>', '/', 'a', '1') }),
)
const someTexts = fc.array(hostile, { maxLength: 4 })
const rawArticle = fc.record(
  {
    id: fc.uuid(),
    title: hostile,
    kicker: hostile,
    subtitle: hostile,
    category: someTexts,
    newspaper: hostile,
    medium: fc.constantFrom('newspaper', 'web'),
    issueDate: fc.constantFrom('2012', '2012-07', '2012-07-01'),
    page: fc.constantFrom('01', 'A03', '01,04', '第1张第4版', '007'),
    column: hostile,
    textKind: fc.constantFrom('full', 'digest', 'ocr'),
    publishedAt: fc.constantFrom('2012-07-02T09:17', '2012-07-02'),
    authors: someTexts,
    tags: someTexts,
    url: fc.constantFrom('https://example.org/?a=1&b=2', 'http://example.org/示例'),
    paragraphs: fc.array(hostile, { minLength: 1, maxLength: 5 }),
    people: fc.constantFrom([], [{ name: '张示例', offices: ['示例县县长、书记'] }]),
    rights: hostile,
    doubtful: fc.constantFrom([], ['issueDate']),
    verified: fc.constant({ by: '李样张', on: '2026-01-02' }),
    textNote: hostile,
    extra: fc.constantFrom({}, { 自定: '值', n: 1, list: ['甲', '乙'] }),
  },
  { requiredKeys: ['id', 'title', 'paragraphs'] },
)
const anyParsed = rawArticle
  .map((raw) => parseArticle(raw).article)
  .filter((article): article is Article => article !== null)

describe('an exported file', () => {
  it.each(['jsonl', 'csv', 'xlsx'] as const)(
    'as %s is read back the same, whatever it holds',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(anyParsed, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
          async (articles) => {
            const { articles: found, problems } = await readBack(
              await written(articles, format),
              `articles.${format}`,
            )
            expect(problems).toEqual([])
            expect(found).toEqual(articles)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  const report = anArticle({
    title: '示例<script>alert(1)</script>',
    newspaper: '示例日报',
    medium: 'newspaper',
    issueDate: '2012-07-01',
    page: '01',
    textKind: 'digest',
    paragraphs: ['# 不是标题', '=1+1'],
    people: [aPerson('张示例', '县长')],
  })

  it.each(EXPORT_FORMATS.filter((format) => format !== 'xlsx'))(
    'as %s holds every article',
    async (format) => {
      const many = [1, 2, 3].map((number) => anArticle({ id: `a${number}`, title: `第${number}篇` }))
      const text = textOf(await written(many, format))
      expect(many.filter(({ title }) => !text.includes(title))).toEqual([])
    },
  )

  it('begins with a byte order mark as CSV, and guards what could be a formula', async () => {
    const bytes = await written([anArticle({ title: '=SUM(A1)' })], 'csv')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(textOf(bytes)).toContain("'=SUM(A1)")
  })

  it('as a page for printing runs and loads nothing, and says what is a digest', async () => {
    const page = textOf(await written([report], 'html'))
    expect(page).not.toContain('<script')
    expect(page).toContain('示例&lt;script&gt;')
    expect(page).toContain(WORDING.digestBanner)
    expect(page).toContain('<p class="cite">据示例')
  })

  it('as Markdown takes text as text', async () => {
    const text = textOf(await written([report], 'markdown'))
    expect(text).toContain('\n\\# 不是标题\n')
    expect(text).toContain('示例\\<script\\>')
    expect(text).toContain('检索词：\\=示例')
  })

  it('as CSL-JSON and RIS has the newspaper, the day and the page', async () => {
    expect(JSON.parse(textOf(await written([report], 'csl-json')))).toMatchObject([
      {
        type: 'article-newspaper',
        'container-title': '示例日报',
        issued: { 'date-parts': [[2012, 7, 1]] },
        page: '01',
      },
    ])
    const ris = textOf(await written([report], 'ris'))
    for (const line of ['TY  - NEWS', 'T2  - 示例日报', 'DA  - 2012/07/01', 'SP  - 01', 'ER  - ']) {
      expect(ris.split('\r\n')).toContain(line)
    }
  })
})
