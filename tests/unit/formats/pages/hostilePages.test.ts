import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageReading } from '../../../../src/formats/pages/pageReading'
import { readPage } from '../../../../src/formats/pages/readPage'

/** Bytes of each hostile page. */
const SIZE = 5_000_000
const prose = '县里昨天上午召开会议，部署今年的河道整治工作，要求各镇抓紧动工。'

function many(text: string, bytes = SIZE): string {
  return text.repeat(Math.ceil(bytes / new TextEncoder().encode(text).length))
}

function counted(write: (at: number) => string, bytes: number): string {
  const parts: string[] = []
  for (let at = 0, length = 0; length < bytes; at += 1) {
    const part = write(at)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** Reads a page with a clock that stands still, so that nothing ends because a machine is slow. */
function read(page: string, name: string, options = {}): Promise<PageReading> {
  return readPage(new TextEncoder().encode(page), name, { now: () => 0, ...options })
}

describe('a page of HTML of 5 MB', () => {
  it.each([
    ['elements within elements', many('<div>'), 'depth'],
    ['formatting within formatting', many('<b><i>'), 'depth'],
    ['tables within tables', many('<table><tr><td>'), 'depth'],
    ['drawings within drawings', many('<svg><g>'), 'depth'],
    ['templates within templates', many('<template>'), 'depth'],
    ['attributes of one tag', `<p ${counted((at) => `a${String(at)} `, SIZE)}>x`, 'attributes'],
    [
      'formatting that every paragraph opens again',
      counted((at) => `<p><font color=${String(at)}>x</p>`, SIZE),
      'nodes',
    ],
  ])('ends at a limit: %s', { timeout: 120_000 }, async (_name, page, limit) => {
    const { articles, problems } = await read(page, 'page.html', {
      html: { depth: 4000, nodes: 300_000, attributes: 4000 },
    })
    expect(articles).toEqual([])
    expect(problems[0]).toMatchObject({ code: 'limit-reached', file: 'page.html' })
    expect(problems[0]!.message).toContain(limit)
  })

  it.each([
    [
      'an attribute of 5 MB',
      `<h1>全县部署河道整治</h1><p title="${many('x')}">${prose}</p><p>${prose}第二段。</p>`,
    ],
    [
      'a script of 5 MB',
      `<script>${many('if (a < b) "<p>" ')}</script><h1>全县部署河道整治</h1><p>${prose}</p><p>${prose}第二段。</p>`,
    ],
    [
      '3,000 elements around it',
      `${'<div>'.repeat(3000)}<h1>全县部署河道整治</h1><p>${prose}</p><p>${prose}第二段。</p>`,
    ],
  ])('is read all the same: %s', { timeout: 120_000 }, async (_name, page) => {
    const { articles, problems } = await read(page, 'page.html')
    expect(problems).toEqual([])
    expect(articles.map(({ article }) => [article.title, article.paragraphs])).toEqual([
      ['全县部署河道整治', [prose, `${prose}第二段。`]],
    ])
  })
})

describe('a page of text of 5 MB', () => {
  it.each([
    ['a figure', many('1')],
    ['a bracket', many('（')],
    ['a quoting mark', many('> ')],
    ['a mark of breadcrumbs', many('>')],
    ['space', `a${many(' ')}b`],
    ['wide space', `县${many('\u3000')}里。`],
    ['a label', many('来源：')],
    ['a label in brackets', many('【来源】')],
    ['a day', many('2012-07-01 ', SIZE / 5)],
    ['a page', many('第1版 ')],
    ['names', `记者 ${many('张 ')}`],
    ['an ellipsis', many('…')],
    ['a character without marks', many('县')],
    ['a sentence', many('县里。')],
    ['a character outside the basic plane', many('𠮷')],
    ['NUL', many('\0县')],
    ['lines of one name', many('本报记者 张示例\n', SIZE / 50)],
    ['lines of labels', many('来源：\n', SIZE / 50)],
    ['lines of breadcrumbs', many('首页 > 新闻 > 正文\n', SIZE / 50)],
  ])('settles: nothing but %s', { timeout: 120_000 }, async (_name, page) => {
    const { articles, problems } = await read(page, 'page.txt')
    expect(articles.length + problems.length).toBeGreaterThan(0)
    // A text of one mark has no headline that anybody could be sure of.
    for (const { article } of articles) expect(article.doubtful).toContain('title')
  })

  it('keeps to its limits of bytes, lines and time, and names them', async () => {
    const page = `全县部署河道整治\n来源：临河日报\n${counted((at) => `第${String(at)}段，${prose}\n`, 20_000)}`
    const bytes = await read(page, 'page.txt', { bytes: 1000 })
    expect(bytes.articles).toEqual([])
    expect(bytes.problems).toEqual([expect.objectContaining({ code: 'limit-reached' })])
    const lines = await read(page, 'page.txt', { lines: 50 })
    expect(lines.articles[0]!.article.paragraphs).toHaveLength(48)
    expect(lines.problems).toEqual([expect.objectContaining({ code: 'limit-reached' })])
    let clock = 0
    const late = await read(page, 'page.txt', { now: () => (clock += 20), pause: () => Promise.resolve() })
    expect(late.problems).toContainEqual(expect.objectContaining({ code: 'limit-reached' }))
  })
})

describe('any mixture of what pages are made of', () => {
  const pieces = [
    '首页 > 时政 > 正文',
    '来源：',
    '《临河日报》',
    '2012年7月1日',
    '01版',
    '发布时间：',
    '2012-07-02 09:17',
    '记者',
    '张示例',
    '（',
    '）',
    '\n',
    '\n\n',
    '　　',
    ' ',
    '<p>',
    '</p>',
    '<br>',
    '<div style="display:none">',
    '</div>',
    '<script>',
    '</script>',
    '&nbsp;',
    '<table><tr><td>',
    prose,
    '上接第1版',
    '下转第4版',
    '责任编辑：',
    '相关阅读',
    '网友评论',
    '——',
    '\u202e',
    '\0',
    '𠮷',
    '，',
    '。',
  ]

  it('is read without failing, and gives nothing that the page does not say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
        fc.constantFrom('page.txt', 'page.html'),
        async (parts, name) => {
          const page = parts.join('')
          const { articles } = await readPage(new TextEncoder().encode(page), name)
          const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
          const said = new Set(plain(page))
          for (const { article } of articles) {
            for (const text of [article.title, ...article.paragraphs]) {
              expect([...plain(text)].filter((character) => !said.has(character))).toEqual([])
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the same article however often it is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), async (parts) => {
        const bytes = new TextEncoder().encode(parts.join(''))
        expect(await readPage(bytes, 'page.txt')).toEqual(await readPage(bytes, 'page.txt'))
      }),
      { numRuns: 100 },
    )
  })
})
