import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { safePath } from '../../../../src/formats/files/zipEntryNames'
import { readingOf } from '../../builders/aFileReading'

const ONE = strToU8(JSON.stringify({ title: '示例县开会', paragraphs: ['第一段。'] }))
const STORED = { level: 0 } as const

/** A ZIP whose entries have names of these bytes, of the length of the plain names that they are packed under. */
function withNames(names: readonly Uint8Array[]): Uint8Array {
  const plain = names.map((name, at) => String(at).padEnd(name.length, 'x'))
  const zip = zipSync(Object.fromEntries(plain.map((name) => [name, ONE])), STORED)
  const text = Buffer.from(zip)
  for (const [at, name] of plain.entries()) {
    for (let place = text.indexOf(name); place !== -1; place = text.indexOf(name, place + 1)) {
      text.set(names[at]!, place)
    }
  }
  return Uint8Array.from(text)
}

/** Changes a field of the headers, the local ones and those of the directory. */
function patched(
  zip: Uint8Array,
  local: number,
  central: number,
  write: (view: DataView, at: number) => void,
) {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) write(view, at + local)
    if (signature === 0x02014b50) write(view, at + central)
  }
  return bytes
}

const filesOf = (problems: readonly { readonly file: string; readonly code: string }[]) =>
  problems.map(({ file, code }) => `${file} ${code}`)

describe('a ZIP archive', () => {
  it('gives the articles of all its files, named by archive and path', async () => {
    const { places, problems } = await readingOf(
      'a.zip',
      zipSync({
        '1/a.json': ONE,
        '1/b.csv': strToU8('标题,正文\n甲,乙\n'),
        '1/无.unknown': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
        'c.jsonl.gz': gzipSync(ONE),
        '2/': new Uint8Array(0),
      }),
    )
    expect(places).toEqual(['a.zip/1/a.json:1', 'a.zip/1/b.csv:2', 'a.zip/c.jsonl.gz:1'])
    expect(filesOf(problems)).toEqual(['a.zip/1/无.unknown file-kind-unknown'])
  })

  it('passes over what programs and saved pages leave beside', async () => {
    const beside = [
      '__MACOSX/._a.json',
      '.DS_Store',
      'x/.git/config',
      'Thumbs.db',
      '页_files/a.js',
      '页.files/b.png',
    ]
    const { articles, problems } = await readingOf(
      'a.zip',
      zipSync(Object.fromEntries([...beside, 'a.json'].map((path) => [path, ONE]))),
    )
    expect(articles).toHaveLength(1)
    expect(problems).toEqual([])
  })

  it('is read inside another, and not inside two', async () => {
    const inner = zipSync({ 'a.json': ONE })
    const { places, problems } = await readingOf(
      'a.zip',
      zipSync({ 'b.zip': zipSync({ 'a.json': ONE, 'c.zip': inner }) }),
    )
    expect(places).toEqual(['a.zip/b.zip/a.json:1'])
    expect(filesOf(problems)).toEqual(['a.zip/b.zip/c.zip limit-reached'])
  })

  it.each([
    ['gbk', ['文章/示例县开会.json', '文章/修桥.json']],
    ['big5', ['文章/縣裡開會討論農業問題.json', '文章/這個會議決定的問題.json']],
    ['cp437', ['Übersicht.json', 'café.json']],
    ['utf-8', ['文章/示例.json']],
  ])('has names in %s that nothing tells of', async (encoding, names) => {
    const { places } = await readingOf(
      'a.zip',
      withNames(names.map((name) => Uint8Array.from(iconv.encode(name, encoding)))),
    )
    expect(places).toEqual(names.map((name) => `a.zip/${name}:1`))
  })

  it.each([
    ['../../etc/a.json', 'etc/a.json'],
    ['/abs/a.json', 'abs/a.json'],
    ['C:\\Users\\a.json', 'Users/a.json'],
    ['a/./../b//c.json', 'a/b/c.json'],
    ['a\u202Egpj.json\u0000\n', 'agpj.json'],
    ['..', ''],
    ['folder/', 'folder/'],
  ])('has no name that leads elsewhere: %j', (name, path) => {
    expect(safePath(name)).toBe(path)
  })

  it('has passwords, or methods that are not read, told for each file', async () => {
    const zip = zipSync({ 'a.json': ONE, 'b.json': ONE })
    const locked = patched(zip, 6, 8, (view, at) => view.setUint16(at, view.getUint16(at, true) | 1, true))
    expect(filesOf((await readingOf('a.zip', locked)).problems)).toEqual([
      'a.zip/a.json file-unreadable',
      'a.zip/b.json file-unreadable',
    ])
    const other = patched(zip, 8, 10, (view, at) => view.setUint16(at, 14, true))
    expect(filesOf((await readingOf('a.zip', other)).problems)).toEqual([
      'a.zip/a.json file-kind-unknown',
      'a.zip/b.json file-kind-unknown',
    ])
  })

  it('has a wrong checksum or length told, and goes on with the next file', async () => {
    const zip = zipSync({ 'a.json': ONE, 'b.json': ONE })
    const wrong = patched(zip, 14, 16, (view, at) => view.setUint32(at, view.getUint32(at, true) ^ 1, true))
    const { articles, problems } = await readingOf('a.zip', wrong)
    expect(filesOf(problems)).toEqual(['a.zip/a.json archive-damaged', 'a.zip/b.json archive-damaged'])
    expect(articles.length).toBeLessThanOrEqual(2)
    const longer = patched(zip, 22, 24, (view, at) => view.setUint32(at, 5, true))
    expect(filesOf((await readingOf('a.zip', longer)).problems)).toEqual([
      'a.zip/a.json archive-damaged',
      'a.zip/b.json archive-damaged',
    ])
  })

  it('is read as far as it goes when it is cut off anywhere', async () => {
    const files: Zippable = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [`${at}.json`, [ONE, STORED]]),
    )
    const zip = zipSync(files)
    for (let length = 4; length < zip.length; length += 37) {
      const { articles, problems } = await readingOf('a.zip', zip.slice(0, length))
      expect(problems.length, `${length} bytes`).toBeGreaterThan(0)
      expect(articles.length).toBeGreaterThanOrEqual(Math.min(5, Math.floor(length / (ONE.length + 36)) - 1))
    }
  })

  it('never throws, whatever bit is wrong', async () => {
    const zip = zipSync({ 'a.json': ONE, 'b.csv': strToU8('标题,正文\n甲,乙\n') })
    for (let at = 0; at < zip.length * 8; at += 13) {
      const flipped = zip.slice()
      flipped[at >> 3]! ^= 1 << (at & 7)
      const { items } = await readingOf('a.zip', flipped)
      expect(items.length).toBeGreaterThan(0)
    }
  })

  it('is given up where it grows as no text does', async () => {
    const bomb = zipSync({ 'a.jsonl': new Uint8Array(40_000_000).fill(0x20), 'b.json': ONE })
    const { articles, problems } = await readingOf('a.zip', bomb)
    expect(filesOf(problems)).toEqual(['a.zip/a.jsonl limit-reached'])
    expect(articles).toHaveLength(1)
    const { problems: whole } = await readingOf('a.zip', bomb, { limits: { inflatedBytes: 1_000_000 } })
    expect(filesOf(whole)).toEqual(['a.zip limit-reached'])
    const { problems: gzip } = await readingOf('a.jsonl.gz', gzipSync(new Uint8Array(40_000_000).fill(0x20)))
    expect(filesOf(gzip)).toContain('a.jsonl.gz limit-reached')
  })

  it('is given up at the limit of its files', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.json`, ONE])))
    const { articles, problems } = await readingOf('a.zip', many, { limits: { entries: 20 } })
    expect(articles).toHaveLength(20)
    expect(problems).toMatchObject([
      { file: 'a.zip', code: 'limit-reached', message: expect.stringContaining('20') as string },
    ])
  })

  it('inside another is put aside only up to a limit', async () => {
    const inner = zipSync({ 'a.json': ONE }, STORED)
    const { problems } = await readingOf('a.zip', zipSync({ 'b.zip': inner }), { limits: { asideBytes: 50 } })
    expect(filesOf(problems)).toEqual(['a.zip/b.zip limit-reached'])
  })

  it('may stand behind something else, and be of the kind for long files', async () => {
    const zip = zipSync({ 'a.json': ONE })
    const behind = new Uint8Array([...strToU8('PK\u0003\u0004 a program'), ...zip])
    expect((await readingOf('a.zip', behind)).articles).toHaveLength(1)
    expect((await readingOf('a.zip', as64(ONE))).articles).toHaveLength(1)
  })
})

/** A ZIP64 archive of one stored file, all of whose lengths are in the fields for long ones. */
function as64(content: Uint8Array): Uint8Array {
  const plain = zipSync({ a: content }, STORED)
  const crc = new DataView(plain.buffer, plain.byteOffset).getUint32(14, true)
  const name = strToU8('a.json')
  const bytes = Buffer.alloc(30 + name.length + content.length)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(name.length, 26)
  bytes.writeUInt32LE(crc, 14)
  bytes.fill(0xff, 18, 26)
  bytes.set(name, 30)
  bytes.set(content, 30 + name.length)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(content.length), 4)
  extra.writeBigUInt64LE(BigInt(content.length), 12)
  const central = Buffer.alloc(46 + name.length)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt32LE(crc, 16)
  central.fill(0xff, 20, 28)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt16LE(extra.length, 30)
  central.fill(0xff, 42, 46)
  central.set(name, 46)
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(BigInt(central.length + extra.length), 40)
  end64.writeBigUInt64LE(BigInt(bytes.length), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(bytes.length + central.length + extra.length), 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.fill(0xff, 8, 20)
  return Uint8Array.from(Buffer.concat([bytes, central, extra, end64, locator, end]))
}
