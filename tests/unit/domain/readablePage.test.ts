import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedCharset, readablePage } from '../../../src/domain/readablePage'

describe('what of a page can be read', () => {
  it('is its text, with a line for each block, without scripts, styles and remarks', () => {
    const html = `<!doctype html><html><head><title>网站</title><style>p{}</style></head><body>
      <!-- 广告 --><script>alert('不是正文')</script>
      <h1>示例县春耕</h1><p>甲镇&nbsp;开犁。<br>乙镇<b>随后</b>。</p><div>第1版</div></body></html>`
    expect(readablePage(html)).toBe('示例县春耕\n\n甲镇\u00a0开犁。\n乙镇随后。\n\n第1版')
  })

  it('has the characters that are written by name or number', () => {
    expect(readablePage('&lt;b&gt; &#x4e2d;&#22269; &amp;amp; &unknown; &#x110000;')).toBe(
      '<b> 中国 &amp; &unknown; &#x110000;',
    )
  })

  it('ends for pages that begin what they never end', () => {
    for (const piece of ['<a', '<!--', '<script>', '</p', '<p ', '&#', '\n \n ']) {
      expect(typeof readablePage(piece.repeat(100_000))).toBe('string')
    }
  })

  it('is never longer than the page, whatever that is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '</',
        '>',
        'script',
        'p',
        'head',
        '<!--',
        '-->',
        '&',
        '#',
        '65',
        'lt',
        ';',
        ' ',
        '\n',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('')
        expect(readablePage(html).length).toBeLessThanOrEqual(html.length)
      }),
    )
  })
})

describe('the charset that a page names', () => {
  it('is found in either form, and is UTF-8 where none is', () => {
    expect(namedCharset('<meta charset="GBK">')).toBe('gbk')
    expect(namedCharset('<meta http-equiv="Content-Type" content="text/html; charset=big5">')).toBe('big5')
    expect(namedCharset('<p>')).toBe('utf-8')
  })
})
