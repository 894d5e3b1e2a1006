import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBibtex, readTexText } from '../../../../src/formats/citations/readBibtex'
import { writeBibtex, writeTexText } from '../../../../src/formats/citations/writeBibtex'
import { anArticle } from '../../builders/anArticle'

const REPORT = anArticle({
  id: 'example-daily/2012-07-01/01',
  title: '示例县表彰先进',
  subtitle: '五十人受奖',
  authors: ['张示例', '欧阳样张'],
  newspaper: '示例日报',
  medium: 'newspaper',
  issueDate: '2012-07-01',
  page: '01,04',
  tags: ['表彰', '党建'],
})

const oneLine = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/g, ' ').trim())

describe('BibTeX', () => {
  it('writes what stood in a newspaper as an article of that kind', () => {
    expect(writeBibtex([REPORT], '')).toBe(`@article{example-daily-2012-07-01-01,
  entrysubtype = {newspaper},
  author = {{张示例} and {欧阳样张}},
  title = {{示例县表彰先进：五十人受奖}},
  shorttitle = {{示例县表彰先进}},
  journaltitle = {示例日报},
  date = {2012-07-01},
  pages = {01,04},
  keywords = {表彰, 党建},
  langid = {chinese},
}
`)
  })

  it('gives each entry a key of its own', () => {
    const same = [anArticle({ id: '甲' }), anArticle({ id: '乙' })]
    const keys = [...writeBibtex(same, '').matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key)
    expect(keys).toEqual(['article', 'article-2'])
  })

  it('comes back with nothing lost', () => {
    const [row] = readBibtex(writeBibtex([REPORT], ''))
    expect(row).toMatchObject({
      title: REPORT.title,
      subtitle: REPORT.subtitle,
      authors: REPORT.authors,
      newspaper: REPORT.newspaper,
      medium: REPORT.medium,
      issueDate: REPORT.issueDate,
      page: REPORT.page,
      tags: REPORT.tags,
    })
  })

  it('keeps any text, whatever it means to TeX', () => {
    fc.assert(
      fc.property(oneLine, (text) => {
        expect(readTexText(writeTexText(text))).toBe(text)
      }),
    )
  })

  it('keeps any title and any names', () => {
    const filled = oneLine.filter((text) => text !== '')
    fc.assert(
      fc.property(filled, fc.array(filled, { maxLength: 5 }), (title, authors) => {
        const [row] = readBibtex(writeBibtex([anArticle({ title, authors })], ''))
        expect(row).toMatchObject({ title, authors })
      }),
    )
  })

  it('reads what other programs write: quotation marks, bare years, names in two parts, comments', () => {
    const rows = readBibtex(`@comment{ignored}
@article{a1, title = "A {New} Bridge", author = "Sample, Anna and 张示例", year = 1931, journal = {Sample Daily},}
@string{x = "y"}
@misc{b2, title={示例}}`)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      title: 'A New Bridge',
      authors: ['Sample, Anna', '张示例'],
      issueDate: '1931',
      newspaper: 'Sample Daily',
    })
  })

  it('never throws, and stops at an entry that does not end', () => {
    expect(readBibtex('@article{a, title = {示例}}\n@article{b, title = {没有结尾')).toHaveLength(1)
    fc.assert(
      fc.property(fc.string(), (text) => {
        readBibtex(`@article{${text}`)
        readBibtex(text)
      }),
    )
  })
})
