import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packCollection, type PackOptions } from '../../../scripts/packCollection'
import { articleFiles, indexFileOf, parseManifest, type Manifest } from '../../../src/domain/collection'
import { parseArticle } from '../../../src/domain/parseArticle'
import { readCollectionFile } from '../../../src/formats/readCollectionFile'
import { aTextRow, aWorkbook } from '../builders/anOfficeFile'

let folder = ''
let out = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-pack-'))
  out = join(folder, 'out')
})

afterEach(() => rm(folder, { recursive: true }))

/** Writes an input file below the test's folder and gives its path. */
async function input(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'in', name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

/** Article number `number` of a generated newspaper; its text is about as long as a short report. */
function report(number: number, text = '示例县召开会议。') {
  return {
    id: `report-${number}`,
    title: `示例报道第${number}篇`,
    newspaper: '示例日报',
    issueDate: `${2000 + (number % 20)}-0${1 + (number % 9)}-11`,
    paragraphs: [text.repeat(20 + (number % 7)), `第${number}篇。`],
  }
}

function reports(count: number) {
  return Array.from({ length: count }, (_, number) => report(number))
}

function pack(inputs: readonly string[], more: Partial<PackOptions> = {}) {
  return packCollection({ inputs, out, id: 'example', title: '示例', ...more })
}

/** Small files, so that few articles make several. */
const SMALL = { limits: { articles: 400, bytes: 1024 * 1024 } }

/** Every file of a folder and those below it, with its bytes. */
async function filesOf(path: string): Promise<Readonly<Record<string, string>>> {
  const names = await namesOf(path)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'base64')] as const)),
  )
}

/** The paths of all files below a folder. */
async function namesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort()
}

/** The rows of all article files of the collection that was written. */
async function packedRows(): Promise<readonly Record<string, unknown>[]> {
  const manifest = await writtenManifest()
  const contents = await Promise.all(articleFiles(manifest).map(({ path }) => readFile(join(out, path))))
  return contents.flatMap((content) =>
    gunzipSync(content)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  )
}

async function writtenManifest(): Promise<Manifest> {
  return parseManifest(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')), 'manifest.json')
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function hashesOf(manifest: Manifest | null): ReadonlySet<string> {
  return new Set(manifest?.files.map((file) => file.sha256))
}

describe('packCollection', { timeout: 60_000 }, () => {
  it('writes a collection whose files are what the manifest says', async () => {
    const result = await pack([await input('a.jsonl', lines(reports(1500)))], SMALL)
    expect(result).toMatchObject({ read: 1500, packed: 1500, duplicates: 0, problemCount: 0, problems: [] })
    const manifest = await writtenManifest()
    expect(manifest).toEqual(result.manifest)
    expect(manifest).toMatchObject({
      id: 'example',
      title: '示例',
      revision: 1,
      articles: 1500,
      dates: { from: '2000-01-11', to: '2019-09-11' },
      newspapers: [{ name: '示例日报', aliases: [], places: [] }],
    })
    expect(articleFiles(manifest).length).toBeGreaterThan(2)
    for (const [place, file] of articleFiles(manifest).entries()) {
      expect(file.path).toBe(`articles-000${place + 1}-${file.sha256.slice(0, 12)}.jsonl.gz`)
      expect(file.articles).toBeLessThanOrEqual(SMALL.limits.articles)
      const content = await readFile(join(out, file.path))
      const reading = await readCollectionFile([content], file, () => undefined)
      expect(reading).toEqual({ isIntact: true, articles: file.articles, problems: [] })
      const index = indexFileOf(manifest, file)
      expect(index?.path).toBe(`index/articles-000${place + 1}-${index?.sha256.slice(0, 12)}.jbx`)
      const indexContent = await readFile(join(out, index?.path ?? ''))
      expect(index).toMatchObject({ bytes: indexContent.length, sha256: sha256Of(indexContent) })
    }
    expect((await packedRows()).map(({ id }) => id)).toEqual(reports(1500).map(({ id }) => id))
    expect(await namesOf(out)).toEqual(['manifest.json', ...manifest.files.map(({ path }) => path)].sort())
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([])
    expect(result.bytes).toBe(articleFiles(manifest).reduce((sum, { bytes }) => sum + bytes, 0))
  })

  it('reads lists, objects, lines and compressed files, and folders of these in the order of their names', async () => {
    const [a, b, c, d, e] = reports(5)
    await input('2/d.jsonl.gz', gzipSync(lines([d])))
    await input('2/c.JSON', JSON.stringify(c))
    await input('1.json', JSON.stringify([a, b], null, 2))
    await input('.hidden.json', '[]')
    await input('manifest.json', '{"format":"jianbao-collection"}')
    const last = await input('../e.json', JSON.stringify({ articles: [e] }))
    await pack([join(folder, 'in'), last])
    expect((await packedRows()).map(({ id }) => id)).toEqual(reports(5).map(({ id }) => id))
  })

  it('reads every kind of file that the app reads, folders and archives of them', async () => {
    const page =
      '示例县召开会议\n\n《示例日报》2012年7月1日01版\n\n　　示例县昨天召开会议，会议要求各乡镇抓紧准备春耕。\n'
    await input('1.csv', '标题,正文,日期\n甲,一,2012-07-01\n')
    await input('2.txt', page)
    await input(
      '3.html',
      `<h1>示例县又召开会议</h1>${page
        .split('\n\n')
        .slice(1)
        .map((line) => `<p>${line}</p>`)
        .join('')}`,
    )
    await input(
      '4.zip',
      zipSync({
        'a.json': Buffer.from(JSON.stringify(report(4))),
        'b/c.csv': Buffer.from('标题,正文\n乙,二\n'),
      }),
    )
    await input('5.xlsx', aWorkbook({ 页: aTextRow(1, ['标题', '正文']) + aTextRow(2, ['丙', '三']) }))
    await input('6.ris', 'TY  - NEWS\nTI  - 丁\nAB  - 四\nER  - \n')
    await input('7_files/a.js', 'x')
    await input('8.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))
    const { packed, problems } = await pack([join(folder, 'in')])
    expect((await packedRows()).map(({ title }) => title)).toEqual([
      '甲',
      '示例县召开会议',
      '示例县又召开会议',
      report(4).title,
      '乙',
      '丙',
      '丁',
    ])
    expect(packed).toBe(7)
    expect(problems).toMatchObject([{ file: join(folder, 'in', '8.png'), code: 'file-kind-unknown' }])
    const first = await filesOf(out)
    await pack([join(folder, 'in')])
    expect(await filesOf(out)).toEqual(first)
  })

  const seed = new URL('../../../../shared/seed/', import.meta.url)
  const page = existsSync(seed) ? readdirSync(seed).find((name) => name.endsWith('.txt')) : undefined
  it.skipIf(page === undefined)('packs the reference document as the article that it is', async () => {
    await pack([fileURLToPath(new URL(page!, seed))])
    const rows = await packedRows()
    expect(rows).toMatchObject([
      {
        category: ['深入开展创先争优活动'],
        newspaper: '吴江日报',
        issueDate: '2012-07-01',
        page: '01',
        publishedAt: '2012-07-02T09:17',
      },
    ])
    expect(rows[0]?.['paragraphs']).toHaveLength(9)
  })

  it('names a link that leads nowhere, and reads the rest of its folder', async () => {
    await input('a.json', JSON.stringify(report(1)))
    await input('z.json', JSON.stringify(report(2)))
    const link = join(folder, 'in', 'b.json')
    await symlink(join(folder, 'nowhere.json'), link)
    const { packed, problems } = await pack([join(folder, 'in')])
    expect(packed).toBe(2)
    expect(problems).toMatchObject([{ file: link, code: 'file-unreadable' }])
  })

  it('does not read what it wrote when it writes below its input', async () => {
    const path = await input('a.json', JSON.stringify(reports(2)))
    out = join(path, '..', 'packed')
    await pack([join(path, '..')])
    expect(await pack([join(path, '..')])).toMatchObject({
      read: 2,
      duplicates: 0,
      manifest: { revision: 1 },
    })
  })

  it('gives the same bytes and the same revision for the same articles', async () => {
    const path = await input('a.jsonl', lines(reports(1000)))
    await pack([path], SMALL)
    const first = await filesOf(out)
    expect((await pack([path], SMALL)).manifest?.revision).toBe(1)
    expect(await filesOf(out)).toEqual(first)
    out = join(folder, 'elsewhere')
    await pack([path], SMALL)
    expect(await filesOf(out)).toEqual(first)
    out = join(folder, 'compressed')
    await pack([await input('b.jsonl.gz', gzipSync(lines(reports(1000))))], SMALL)
    expect(await filesOf(out)).toEqual(first)
  })

  it('changes only the file of an article that changed and its index file, and removes what only the former manifest named', async () => {
    const before = await pack([await input('a.jsonl', lines(reports(1000)))], SMALL)
    await writeFile(join(out, 'articles-0001-000000000000.jsonl.gz'), 'not ours')
    const changed = await input('a.jsonl', lines([report(0, '改过的文字。'), ...reports(1000).slice(1)]))
    const after = await pack([changed], SMALL)
    expect(after.manifest?.revision).toBe(2)
    const known = hashesOf(before.manifest)
    const fresh = (after.manifest?.files ?? []).filter(({ sha256 }) => !known.has(sha256))
    expect(fresh.map(({ role }) => role)).toEqual(['articles', 'index'])
    expect(fresh[1]?.of).toBe(fresh[0]?.path)
    expect(after.manifest?.files.length).toBe(before.manifest?.files.length)
    expect(await namesOf(out)).toEqual(
      [
        'manifest.json',
        'articles-0001-000000000000.jsonl.gz',
        ...(after.manifest?.files ?? []).map((file) => file.path),
      ].sort(),
    )
  })

  it('cuts files by size as well, and gives a very long article a file of its own', async () => {
    const long = { ...report(1), id: 'long', paragraphs: ['长'.repeat(500_000)] }
    const values = [
      ...reports(10),
      long,
      ...Array.from({ length: 20 }, (_, n) => ({ ...long, id: `l${n}`, paragraphs: ['字'.repeat(66_666)] })),
    ]
    const { manifest } = await pack([await input('a.jsonl', lines(values))], SMALL)
    for (const file of articleFiles(manifest!)) {
      expect(file.bytes <= SMALL.limits.bytes || file.articles === 1, `${file.bytes} bytes`).toBe(true)
    }
    expect(manifest?.articles).toBe(31)
  })

  it('leaves out an article whose line would be too long for a reader', async () => {
    const numbers = `[${'1e20,'.repeat(8999)}1e20]`
    const fields = Array.from({ length: 100 }, (_, number) => `"field${number}":${numbers}`).join()
    const path = await input('a.jsonl', `{"title":"题","paragraphs":["文"],${fields}}\n${lines([report(2)])}`)
    const { problems, packed } = await pack([path])
    expect(problems).toMatchObject([{ file: path, row: 1, code: 'line-too-long' }])
    expect(packed).toBe(1)
  })

  it('leaves out what is there twice, and reports another article under the same id', async () => {
    const path = await input('a.jsonl', lines([report(1), report(1), report(1, '另一篇。'), report(2)]))
    const result = await pack([path])
    expect(result).toMatchObject({ read: 4, packed: 2, duplicates: 1 })
    expect(result.problems).toEqual([
      expect.objectContaining({ file: path, row: 3, field: 'id', code: 'id-duplicate' }),
    ])
    expect((await packedRows())[0]).toMatchObject({ id: 'report-1', paragraphs: report(1).paragraphs })
  })

  it('derives ids, and parts articles that agree in newspaper, date, page and title by their text', async () => {
    const untitled = { title: '简讯', newspaper: '示例日报', issueDate: '2001-01-01', page: '1' }
    const [one, two] = [
      { ...untitled, paragraphs: ['一'] },
      { ...untitled, paragraphs: ['二'] },
    ]
    const result = await pack([await input('a.jsonl', lines([one, two, one, two]))])
    expect(result).toMatchObject({ read: 4, packed: 2, duplicates: 2, problemCount: 0 })
    const [first, second] = await packedRows()
    expect(first?.['id']).toBe(parseArticle(one).article?.id)
    expect(second?.['id']).toMatch(new RegExp(`^${String(first?.['id'])}-[0-9a-f]{16}$`))
  })

  it('reports every bad row with file, row, field and reason, and packs the others', async () => {
    const hostile = `{"title":"题","paragraphs":["文"],"__proto__":{"x":1}}\n`
    const deep = `{"title":"深","paragraphs":["文"],"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`
    const mixed = await input(
      'a.jsonl',
      `${lines([{ title: '无文' }, 5, null])}not JSON\n\uFFFE\n${hostile}${deep}${lines([{ ...report(1), issueDate: '2001-02-29' }])}`,
    )
    const damaged = await input('b.jsonl.gz', gzipSync(lines(reports(3))).subarray(0, -4))
    const cut = await input('c.json', JSON.stringify(reports(12).slice(10)).slice(0, -1))
    const other = await input('d.csv', 'title\n')
    const missing = join(folder, 'missing.json')
    const result = await pack([mixed, damaged, cut, other, missing])
    expect(result.problems.map(({ file, row, field, code }) => [file, row, field, code])).toEqual([
      [mixed, 1, 'paragraphs', 'paragraphs-missing'],
      [mixed, 2, '', 'not-an-object'],
      [mixed, 3, '', 'not-an-object'],
      [mixed, 4, '', 'json-malformed'],
      [mixed, 5, '', 'json-malformed'],
      [mixed, 6, '__proto__', 'field-malformed'],
      [mixed, 7, 'deep', 'field-malformed'],
      [mixed, 8, 'issueDate', 'date-malformed'],
      // What stands before the damage is read; its second row is the one above.
      [damaged, 2, 'id', 'id-duplicate'],
      [damaged, 0, '', 'gzip-damaged'],
      [cut, 3, '', 'json-malformed'],
      [other, 0, '', 'no-article'],
      [missing, 0, '', 'file-unreadable'],
    ])
    expect(result.packed).toBe((await packedRows()).length)
    expect(result.packed).toBeGreaterThanOrEqual(5)
  })

  it('counts all problems and keeps the first ten thousand', async () => {
    const result = await pack([await input('a.jsonl', `${'x\n'.repeat(12_000)}${lines([report(1)])}`)])
    expect(result.problemCount).toBe(12_000)
    expect(result.problems).toHaveLength(10_000)
  })

  it('writes nothing, and removes nothing, when there is no article', async () => {
    await pack([await input('a.jsonl', lines(reports(2)))])
    const before = await filesOf(out)
    expect(await pack([await input('b.jsonl', 'x\n')])).toMatchObject({ read: 0, packed: 0, manifest: null })
    expect(await filesOf(out)).toEqual(before)
  })

  it('leaves the people out on demand', async () => {
    const path = await input('a.json', JSON.stringify({ ...report(1), people: ['张示例'] }))
    await pack([path])
    expect((await packedRows())[0]).toHaveProperty('people')
    await pack([path], { people: 'none' })
    expect((await packedRows())[0]).not.toHaveProperty('people')
  })

  it('puts what the publisher says into the manifest', async () => {
    const about = {
      title: '别的题名',
      rights: '示例报社',
      licence: 'CC BY 4.0',
      contact: 'archive@example.org',
      newspapers: [
        { name: '示例日报', aliases: ['示例报'], places: [{ name: '示例县', to: '1992' }] },
        { name: '别的报' },
      ],
    }
    const path = await input('a.json', JSON.stringify(report(1)))
    const { manifest } = await pack([path], { about })
    expect(manifest).toMatchObject({ ...about, title: '示例', newspapers: about.newspapers.slice(0, 1) })
    expect((await pack([path], { about, title: undefined })).manifest?.title).toBe('别的题名')
    out = join(folder, 'elsewhere')
    expect((await pack([path], { id: undefined, title: undefined })).manifest).toMatchObject({
      id: 'elsewhere',
      title: 'elsewhere',
    })
  })

  it('writes over no collection of another id, and goes on with the one that is there when no id is given', async () => {
    const path = await input('a.json', JSON.stringify(report(1)))
    await pack([path], { id: 'former' })
    const before = await filesOf(out)
    const changed = await input('b.json', JSON.stringify(report(2)))
    await expect(pack([changed], { id: 'other' })).rejects.toThrow(
      expect.objectContaining({
        name: 'PackUsageError',
        message: expect.stringContaining('former') as string,
      }),
    )
    expect(await filesOf(out)).toEqual(before)
    expect((await pack([changed], { id: undefined })).manifest).toMatchObject({ id: 'former', revision: 2 })
  })

  it.each([
    ['a bad id', { id: 'a/b' }],
    ['a description that is no object', { about: 5 }],
    ['a description with a bad field', { about: { newspapers: [{ aliases: [] }] } }],
  ])('refuses %s before it reads anything', async (_, options) => {
    await expect(pack([join(folder, 'missing')], options)).rejects.toThrow(
      expect.objectContaining({ name: 'PackUsageError' }),
    )
  })

  it('refuses to write over a manifest that is not its own', async () => {
    await mkdir(out)
    await writeFile(join(out, 'manifest.json'), '{"name":"An app"}')
    await expect(pack([await input('a.jsonl', lines(reports(2)))])).rejects.toThrow(
      'is no manifest of a collection',
    )
    expect(await readdir(out)).toEqual(['manifest.json'])
  })

  it('holds only hashes, and what is being indexed, in memory', async () => {
    const path = await input('a.jsonl', '')
    // Punctuation is no token, which makes much text quick to index.
    const text = '。……！'.repeat(25)
    for (let at = 0; at < 20; at += 1) {
      const some = Array.from({ length: 1000 }, (_, number) => report(at * 1000 + number, text))
      await writeFile(path, lines(some), { flag: 'a' })
    }
    const held = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
    let most = 0
    const start = held()
    const watch = setInterval(() => {
      most = Math.max(most, held() - start)
    }, 20)
    const result = await pack([path])
    clearInterval(watch)
    expect(result.packed).toBe(20_000)
    expect(result.bytes).toBeGreaterThan(100_000_000)
    expect(most).toBeLessThan(300_000_000)
  }, 120_000)
})
