import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { big5TableSource } from '../../../scripts/generateBig5Table'
import { decodeBig5 } from '../../../src/formats/decodeBig5'
import { decodeText } from '../../../src/formats/decodeText'
import { readFileSync } from 'node:fs'

/** Clauses of news, from which texts of any length are put together. */
const SIMPLIFIED = [
  '昨天下午，全县秋季植树活动在城东河岸举行',
  '县长张示例向参加的学生介绍了新引进的树种',
  '记者从交通部门了解到，三号公路将于本月底通车',
  '“这条路我们等了十年。”村民李样张说',
  '据统计，今年上半年全县粮食总产量达到42万吨',
  '会议要求各乡镇进一步做好防汛工作',
  '图书馆新馆共有藏书18万册，设座位600个',
  '经过两个多小时的比赛，示例中学队以3比2获胜',
  '市气象台预计，明后两天有小到中雨',
] as const
const TRADITIONAL = [
  '昨天下午，全縣秋季植樹活動在城東河岸舉行',
  '縣長張示例向參加的學生介紹了新引進的樹種',
  '記者從交通部門了解到，三號公路將於本月底通車',
  '「這條路我們等了十年。」村民李樣張說',
  '據統計，今年上半年全縣糧食總產量達到42萬噸',
  '會議要求各鄉鎮進一步做好防汛工作',
  '圖書館新館共有藏書18萬冊，設座位600個',
  '經過兩個多小時的比賽，示例中學隊以3比2獲勝',
] as const

function newsOf(clauses: readonly string[], length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...clauses), fc.constantFrom('，', '。', '；', '。\n')), {
      minLength: 3,
      maxLength: 90,
    })
    .map((parts) => parts.flat().join('').slice(0, length))
}

function whole(text: string, encoding: string): object {
  return { text, encoding, isDamaged: false, isBinary: false, removedCharacters: 0 }
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('reading bytes as text', () => {
  for (const length of [30, 2000]) {
    it.each([
      ['gbk', 'gb18030', SIMPLIFIED],
      ['gbk', 'gb18030', TRADITIONAL],
      ['big5', 'big5', TRADITIONAL],
      ['utf-16le', 'utf-16le', SIMPLIFIED],
      ['utf-16be', 'utf-16be', TRADITIONAL],
      ['utf8', 'utf-8', SIMPLIFIED],
    ] as const)(`tells %s by ${length} characters alone`, async (encoding, told, clauses) => {
      await fc.assert(
        fc.asyncProperty(newsOf(clauses, length), async (text) => {
          expect(await decodeText(iconv.encode(text, encoding))).toEqual(whole(text, told))
        }),
        { numRuns: 60 },
      )
    })
  }

  it('tells GB18030 with characters of four bytes', async () => {
    const text = `${SIMPLIFIED[0]}。新任馆长是王㐀𠮷，${SIMPLIFIED[6]}。`
    expect(await decodeText(iconv.encode(text, 'gb18030'))).toEqual(whole(text, 'gb18030'))
  })

  it('reads the characters of Hong Kong in Big5, those beyond the basic plane too', async () => {
    const text = `${TRADITIONAL[0]}。嘅𠵱喺${TRADITIONAL[6]}。`
    expect(await decodeText(iconv.encode(text, 'big5'))).toEqual(whole(text, 'big5'))
  })

  it.each([
    ['utf8', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['gb18030', 'gb18030'],
  ])('takes the byte order mark of %s and leaves it out', async (encoding, told) => {
    const bytes = iconv.encode('\ufeff示例', encoding)
    expect(await decodeText(bytes)).toMatchObject({ text: '示例', encoding: told, removedCharacters: 0 })
  })

  it('overrules the byte order mark of UTF-8 before something else', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(SIMPLIFIED[3], 'gbk')])
    expect(await decodeText(bytes)).toMatchObject({ text: SIMPLIFIED[3], encoding: 'gb18030' })
  })

  it.each([
    ['gbk', 'utf-8', 'gb18030', SIMPLIFIED[0]],
    ['utf8', 'gb2312', 'utf-8', SIMPLIFIED[0]],
    ['big5', 'gb2312', 'big5', TRADITIONAL[0]],
    ['gbk', 'big5', 'gb18030', SIMPLIFIED[1]],
    ['gbk', 'iso-8859-1', 'gb18030', SIMPLIFIED[1]],
  ])('overrules a page in %s that says it is %s', async (encoding, said, told, sentence) => {
    const page = `<html><head><meta charset="${said}"><title>${sentence}</title></head><body><p>${sentence}。</p></body></html>`
    expect(await decodeText(iconv.encode(page, encoding))).toMatchObject({ text: page, encoding: told })
    expect(await decodeText(iconv.encode(sentence, encoding), { charset: said })).toMatchObject({
      text: sentence,
    })
  })

  it('believes what is said where the bytes leave it open', async () => {
    // Rare characters in both readings.
    const bytes = new Uint8Array([0xe5, 0x51])
    expect(await decodeText(bytes, { charset: 'big5' })).toMatchObject({ encoding: 'big5' })
    expect(await decodeText(bytes, { charset: 'gbk' })).toMatchObject({ encoding: 'gb18030' })
  })

  it('tells UTF-16 that is nearly all ASCII by its zeros', async () => {
    const page = '<html><body><p>示例</p></body></html>'
    expect(await decodeText(iconv.encode(page, 'utf-16le'))).toMatchObject({
      text: page,
      encoding: 'utf-16le',
    })
    expect(await decodeText(iconv.encode(page, 'utf-16be'))).toMatchObject({
      text: page,
      encoding: 'utf-16be',
    })
  })

  it('finds the encoding of a large page from its lines beyond ASCII', async () => {
    const page = `${'<div class="box"></div>\n'.repeat(40_000)}${TRADITIONAL.join('。\n')}`
    expect(await decodeText(iconv.encode(page, 'big5'))).toMatchObject({ text: page, encoding: 'big5' })
  })

  it('says that UTF-8 with broken bytes in it is damaged, and keeps the rest', async () => {
    const news = Buffer.from(SIMPLIFIED.join('。'))
    const cut = await decodeText(news.subarray(0, news.length - 1))
    expect(cut).toMatchObject({ encoding: 'utf-8', isDamaged: true, isBinary: false })
    expect(cut.text.slice(0, 20)).toBe(SIMPLIFIED.join('。').slice(0, 20))
    const patched = Buffer.concat([news, Buffer.from([0xff, 0xd5]), news])
    expect(await decodeText(patched)).toMatchObject({ encoding: 'utf-8', isDamaged: true })
  })

  it('leaves control characters out and says how many', async () => {
    expect(await decodeText(latin('a\0b\u0007c\r\n\td\u007f'))).toEqual({
      text: 'abc\r\n\td',
      encoding: 'utf-8',
      isDamaged: false,
      isBinary: false,
      removedCharacters: 3,
    })
    expect(await decodeText(Buffer.from(`${SIMPLIFIED[0]}\0${SIMPLIFIED[1]}`))).toMatchObject({
      text: SIMPLIFIED[0] + SIMPLIFIED[1],
      removedCharacters: 1,
    })
  })

  it.each([
    ['a PNG picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a JPEG picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a PDF', '%PDF-1.4\n'],
    ['a ZIP archive', 'PK\x03\x04\x14\0'],
    ['gzip', '\x1f\x8b\x08\0'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ])('says that %s is no text', async (_name, bytes) => {
    expect(await decodeText(latin(bytes))).toMatchObject({ text: '', isBinary: true })
  })

  it('takes a text in a Western encoding for a text, though a damaged one', async () => {
    const text = latin('Le caf\xe9 du th\xe9\xe2tre est ferm\xe9 depuis le mois de f\xe9vrier. '.repeat(20))
    expect(await decodeText(text)).toMatchObject({ isBinary: false })
  })

  it('says that noise is no text', async () => {
    let state = 1
    const noise = Uint8Array.from(
      { length: 5000 },
      () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24,
    )
    expect(await decodeText(noise)).toMatchObject({ text: '', isBinary: true })
  })

  it('reads no bytes as an empty text', async () => {
    expect(await decodeText(new Uint8Array())).toEqual({
      text: '',
      encoding: 'utf-8',
      isDamaged: false,
      isBinary: false,
      removedCharacters: 0,
    })
  })

  it('never throws, whatever the bytes, and gives no control characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { text } = await decodeText(bytes)
        expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the decoder of Big5', () => {
  it('reads what iconv-lite writes, for all characters that both bytes can hold', () => {
    const others: string[] = []
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Buffer.from([lead, trail])
        const expected = iconv.decode(bytes, 'big5')
        const isCharacter = (trail < 0x7f || trail > 0xa0) && !expected.includes('\ufffd')
        if (isCharacter && decodeBig5(bytes) !== expected) others.push(bytes.toString('hex'))
      }
    }
    expect(others).toEqual([])
  })

  it('keeps an ASCII byte behind a byte that means nothing', () => {
    expect(decodeBig5(latin('\x81A\xff\x80B\xa4'))).toBe('\ufffdA\ufffd\ufffdB\ufffd')
  })

  it('does not lose a character at the end of a chunk', () => {
    const text = `${'a'.repeat(8191)}𠵱${'中'.repeat(9000)}`
    expect(decodeBig5(iconv.encode(text, 'big5'))).toBe(text)
  })

  it('has the table that its script writes', () => {
    const stored = readFileSync(new URL('../../../src/formats/big5Table.ts', import.meta.url), 'utf8')
    expect(stored).toBe(big5TableSource())
  })
})
