import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fileOfBlob } from '../../../../src/formats/files/inputFile'
import { readInputFile } from '../../../../src/formats/files/readInputFile'
import { aStream, readingOf, readingOfFile, utf8 } from '../../builders/aFileReading'

const ONE = { title: '示例县召开春耕工作会议', newspaper: '示例日报', paragraphs: ['第一段。', '第二段。'] }
const TWO = { title: '示例镇修成新桥', paragraphs: ['桥修成了。'] }
const LINES = `${JSON.stringify(ONE)}\n${JSON.stringify(TWO)}\n`
const PAGE =
  '示例县召开春耕工作会议\n\n《示例日报》2012年7月1日01版\n\n　　示例县昨天召开了春耕工作会议，会议要求各乡镇抓紧准备。\n\n　　县长李样张主持会议并讲话，他说春耕不等人，要早做安排。\n'

const titles = (articles: readonly { readonly title: string }[]) => articles.map(({ title }) => title)

describe('readInputFile', () => {
  it.each([
    ['a list', 'a.json', JSON.stringify([ONE, TWO], null, 2)],
    ['an object with articles', 'a.json', JSON.stringify({ about: { title: '无' }, articles: [ONE, TWO] })],
    ['lines', 'a.jsonl', LINES],
    ['lines under the name of a text', 'a.txt', LINES],
    ['lines under the name of a list', 'a.json', `\uFEFF${LINES}`],
    ['a list under the name of lines', 'a.jsonl', JSON.stringify([ONE, TWO], null, 2)],
    ['lines without a name', '', LINES],
  ])('reads JSON given as %s', async (_, name, content) => {
    const { articles, problems } = await readingOf(name, content)
    expect(titles(articles)).toEqual([ONE.title, TWO.title])
    expect(articles[0]).toMatchObject(ONE)
    expect(problems).toEqual([])
  })

  it('tells each article by file and row, and its problems too', async () => {
    const { places, problems } = await readingOf('a.jsonl', `\n${LINES}{"title":"无文"}\nno JSON\n${LINES}`)
    expect(places).toEqual(['a.jsonl:2', 'a.jsonl:3', 'a.jsonl:6', 'a.jsonl:7'])
    expect(problems.map(({ file, row, code }) => `${file}:${row} ${code}`)).toEqual([
      'a.jsonl:4 paragraphs-missing',
      'a.jsonl:5 json-malformed',
    ])
  })

  it.each(['gb18030', 'utf-16le', 'utf-16be'])('reads JSON Lines and lists in %s', async (encoding) => {
    const bytes = iconv.encode(LINES.repeat(50), encoding, { addBOM: encoding !== 'gb18030' })
    expect((await readingOf('a.jsonl', bytes)).articles).toHaveLength(100)
    const list = iconv.encode(JSON.stringify([ONE, TWO]), encoding, { addBOM: encoding !== 'gb18030' })
    expect((await readingOf('a.json', list)).articles[0]).toMatchObject(ONE)
  })

  it('reads gzip of any kind, of several members, and gzip in gzip', async () => {
    const members = new Uint8Array([...gzipSync(utf8(LINES)), ...gzipSync(utf8(LINES))])
    expect((await readingOf('a.jsonl.gz', members)).articles).toHaveLength(4)
    expect((await readingOf('a', gzipSync(members))).articles).toHaveLength(4)
    expect((await readingOf('a.csv.gz', gzipSync(utf8('标题,正文\n甲,乙\n')))).articles).toHaveLength(1)
    expect(
      (await readingOf('a.zip.gz', gzipSync(zipSync({ 'a.jsonl': utf8(LINES) })))).articles,
    ).toHaveLength(2)
    expect((await readingOf('a.txt.gz', gzipSync(utf8(PAGE)))).articles).toHaveLength(1)
  })

  it('keeps what stands before the damage of a gzip', async () => {
    const whole = gzipSync(utf8(LINES.repeat(3000)))
    const { articles, problems } = await readingOf('a.jsonl.gz', whole.subarray(0, whole.length - 6))
    expect(articles.length).toBeGreaterThan(100)
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['gzip-damaged', 0]])
  })

  it('reads a page as text and as HTML, and keeps it as it was given', async () => {
    const bytes = Uint8Array.from(iconv.encode(PAGE, 'gbk'))
    const { articles, items } = await readingOf('page.txt', bytes)
    expect(articles[0]).toMatchObject({
      title: ONE.title,
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      page: '01',
    })
    const original = items.flatMap((item) => (item.kind === 'article' ? [item.original] : []))
    expect(original).toEqual([{ name: 'page.txt', type: 'text/plain', bytes }])
    const html = `<!DOCTYPE html><title>示例网</title><h1>${ONE.title}</h1>${PAGE.split('\n\n')
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join('')}`
    for (const name of ['page.html', 'page', 'page.php']) {
      expect((await readingOf(name, html)).articles[0], name).toMatchObject({
        title: ONE.title,
        newspaper: '示例日报',
      })
    }
  })

  it.each([
    ['an empty file', 'a.json', new Uint8Array(0), 'no-article'],
    ['an empty table', 'a.csv', utf8('标题,正文\n'), 'no-article'],
    ['a picture', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'file-kind-unknown'],
    [
      'a document of former times',
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      'file-kind-unknown',
    ],
    ['rich text', 'a.doc', utf8('{\\rtf1 x}'), 'file-kind-unknown'],
    ['another XML', 'a.xml', utf8('<?xml version="1.0"?><rss/>'), 'file-kind-unknown'],
    [
      'random bytes',
      'a.bin',
      Uint8Array.from({ length: 3000 }, (_, at) => (at * at * 31 + at * 7) & 0xff),
      'file-kind-unknown',
    ],
  ])('says what %s is, and gives no article', async (_, name, content, code) => {
    const { articles, problems } = await readingOf(name, content)
    expect(articles).toEqual([])
    expect(problems.map((problem) => [problem.file, problem.row, problem.code])).toEqual([[name, 0, code]])
  })

  it('passes over the manifest of a collection, and reads its article files', async () => {
    const manifest = utf8('{ "format": "jianbao-collection", "version": 1 }')
    const { articles, problems, places } = await readingOf(
      'c.zip',
      zipSync({
        'c/manifest.json': manifest,
        'c/articles-0001.jsonl.gz': gzipSync(utf8(LINES)),
        'c/index/articles-0001.jbx': Uint8Array.of(1, 2, 3),
      }),
    )
    expect(articles).toHaveLength(2)
    expect(places[0]).toBe('c.zip/c/articles-0001.jsonl.gz:1')
    expect(problems).toEqual([])
  })

  it('reads a Blob and a stream in small pieces as it reads bytes', async () => {
    const bytes = zipSync({ 'a.jsonl': utf8(LINES), 'b.csv': utf8('标题,正文\n甲,乙\n') })
    const whole = await readingOf('a.zip', bytes)
    expect((await readingOfFile(fileOfBlob('a.zip', new Blob([bytes])))).items).toEqual(whole.items)
    expect((await readingOfFile(aStream('a.zip', bytes, 7))).articles).toEqual(whole.articles)
    expect((await readingOfFile(aStream('a.jsonl', utf8(LINES), 3))).articles).toHaveLength(2)
  })

  it('tells bytes of the outermost file that only grow and end with its size', async () => {
    const bytes = utf8(LINES.repeat(5000))
    const { items } = await readingOf('a.zip', zipSync({ 'a.jsonl': bytes }, { level: 0 }))
    const told = items.flatMap((item) => (item.kind === 'progress' ? [item.bytes] : []))
    expect(told.length).toBeGreaterThan(3)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(zipSync({ 'a.jsonl': bytes }, { level: 0 }).length)
  })

  it('ends with a problem when there are more articles than the limit, or it takes too long', async () => {
    const many = await readingOf('a.jsonl', LINES.repeat(10), { limits: { articles: 7 } })
    expect(many.articles).toHaveLength(7)
    expect(many.problems).toMatchObject([
      { code: 'limit-reached', message: expect.stringContaining('7') as string },
    ])
    let clock = 0
    const slow = await readingOf('a.jsonl', LINES.repeat(10), {
      limits: { milliseconds: 50 },
      now: () => (clock += 10),
    })
    expect(slow.articles.length).toBeLessThan(20)
    expect(slow.problems.at(-1)).toMatchObject({ code: 'limit-reached' })
  })

  it('ends an archive at such a limit, and not each of its files', async () => {
    const file = utf8(LINES.repeat(5))
    const { articles, problems } = await readingOf(
      'a.zip',
      zipSync({ 'a.jsonl': file, 'b.jsonl': file, 'c.jsonl': file }),
      {
        limits: { articles: 12 },
      },
    )
    expect(articles).toHaveLength(12)
    expect(problems).toHaveLength(1)
  })

  it('gives a page that is too long a problem', async () => {
    const { articles, problems } = await readingOf('a.txt', PAGE.repeat(20), {
      limits: { documentBytes: 1000 },
    })
    expect(articles).toEqual([])
    expect(problems).toMatchObject([{ code: 'limit-reached' }])
  })

  it('says why when a file cannot be read further, and keeps what was read', async () => {
    const bytes = utf8(LINES.repeat(5000))
    const file = {
      name: 'a.jsonl',
      size: null,
      stream: () => {
        let at = 0
        return new ReadableStream<Uint8Array>({
          pull: (controller) => {
            if (at > 400_000) controller.error(new Error('the disk is gone'))
            else controller.enqueue(bytes.slice(at, (at += 50_000)))
          },
        })
      },
    }
    const { articles, problems } = await readingOfFile(file)
    expect(articles.length).toBeGreaterThan(1000)
    expect(problems).toMatchObject([{ code: 'file-unreadable', message: 'the disk is gone' }])
  })

  it('lets the file go when its reader stops early', async () => {
    let isLetGo = false
    const file = {
      name: 'a.jsonl',
      size: null,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => {
            controller.enqueue(utf8(LINES.repeat(1000)))
          },
          cancel: () => {
            isLetGo = true
          },
        }),
    }
    for await (const item of readInputFile(file)) if (item.kind === 'article') break
    expect(isLetGo).toBe(true)
  })

  it('goes on telling while nothing comes', async () => {
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const file = {
      name: 'a.jsonl',
      size: null,
      stream: () =>
        new ReadableStream<Uint8Array>({
          start: async (controller) => {
            await asleep
            controller.enqueue(utf8(LINES))
            controller.close()
          },
        }),
    }
    const kinds: string[] = []
    for await (const { kind } of readInputFile(file)) {
      kinds.push(kind)
      wake()
    }
    expect(kinds[0]).toBe('progress')
    expect(kinds.filter((kind) => kind === 'article')).toHaveLength(2)
  })

  const seed = new URL('../../../../../shared/seed/', import.meta.url)
  const seedPage = existsSync(seed) ? readdirSync(seed).find((name) => name.endsWith('.txt')) : undefined
  it.skipIf(seedPage === undefined)('reads the reference document', async () => {
    const { articles } = await readingOf('page.txt', new Uint8Array(readFileSync(new URL(seedPage!, seed))))
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({
      category: ['深入开展创先争优活动'],
      newspaper: '吴江日报',
      issueDate: '2012-07-01',
      page: '01',
      publishedAt: '2012-07-02T09:17',
    })
    expect(articles[0]?.paragraphs).toHaveLength(9)
  })
})
