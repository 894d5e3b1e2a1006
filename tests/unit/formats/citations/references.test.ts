import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIA, type Article } from '../../../../src/domain/article'
import { parseArticle } from '../../../../src/domain/parseArticle'
import { cslEntries } from '../../../../src/formats/citations/cslEntries'
import { readBibtex } from '../../../../src/formats/citations/readBibtex'
import { writeBibtex } from '../../../../src/formats/citations/writeBibtex'
import { writeRis } from '../../../../src/formats/citations/writeRis'
import { referenceArticle } from '../../../../src/formats/files/referenceFields'
import { referenceRecords } from '../../../../src/formats/files/referenceRecords'
import { anArticle } from '../../builders/anArticle'

/** What a text says in one of these lists: on one line, without the spaces around it. */
const anyLine = fc
  .oneof(
    fc.constantFrom(
      '示例河清淤',
      '“引号”与《书名》',
      'TY  - NEWS',
      'ER  -',
      '@article{a,',
      'A and B',
      '{甲}',
      '50% & #1 $x_y^z~',
      '\\LaTeX\\',
      '：冒号：',
      '𠮷野',
      '=1+1',
    ),
    fc.string({ unit: fc.constantFrom('中', '县', '—', '·', ' ', '-', '{', '}', '\\', 'a', '1', '%') }),
  )
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
/** Names in a list are parted by these marks. */
const anyName = anyLine.map((text) => text.replace(/[,，;；、]/g, '')).filter((text) => text !== '')

const anySource = fc
  .record(
    {
      title: anyLine,
      subtitle: anyLine,
      authors: fc.uniqueArray(anyName, { maxLength: 5 }),
      newspaper: anyLine,
      edition: anyName,
      medium: fc.constantFrom('newspaper', 'magazine'),
      issueDate: fc.constantFrom('1958', '1958-03', '2012-07-01'),
      page: fc.constantFrom('01', 'A03', '01,04', '第1张第4版'),
      tags: fc.uniqueArray(anyName, { maxLength: 3 }),
      url: fc.constantFrom('https://example.org/?a=1&b=2#c', 'http://example.org/%E7%A4%BA'),
    },
    { requiredKeys: ['title', 'newspaper', 'medium'] },
  )
  .map((fields) => parseArticle({ id: 'a-1', ...fields, paragraphs: ['正文。'] }).article)
  .filter((article): article is Article => article !== null)

/** What a list of references says of an article. */
function cited(article: Article | undefined): Partial<Article> {
  if (article === undefined) return {}
  const { title, subtitle, authors, newspaper, edition, medium, issueDate, page, tags, url } = article
  return Object.fromEntries(
    Object.entries({
      title,
      subtitle,
      authors,
      newspaper,
      edition,
      medium,
      issueDate,
      page,
      tags,
      url,
    }).filter(([, value]) => value !== undefined),
  )
}

async function readRis(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  async function* pieces() {
    yield await Promise.resolve(text)
  }
  const rows: Readonly<Record<string, unknown>>[] = []
  for await (const record of referenceRecords('ris', pieces())) rows.push(referenceArticle('ris', record))
  return rows
}

describe('a list of references', () => {
  it.each([
    ['RIS', (articles: readonly Article[]) => readRis(writeRis(articles, '2026-07-02'))],
    ['BibTeX', (articles: readonly Article[]) => readBibtex(writeBibtex(articles, '2026-07-02'))],
  ] as const)('as %s comes back with nothing lost, whatever it says', async (_name, takeThere) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySource, { minLength: 1, maxLength: 3 }), async (articles) => {
        // A reference has no text, without which an article is none.
        const found = (await takeThere(articles)).map((row) =>
          parseArticle({ ...row, paragraphs: ['正文。'] }),
        )
        expect(found.map(({ article }) => cited(article ?? undefined))).toEqual(articles.map(cited))
      }),
      { numRuns: 200 },
    )
  })

  it('as CSL-JSON says all that is cited, in fields and types of the schema', () => {
    fc.assert(
      fc.property(anySource, (article) => {
        const [entry] = cslEntries([article], '2026-07-02')
        const plain = JSON.parse(JSON.stringify(entry)) as Record<string, unknown>
        expect(Object.keys(plain).filter((name) => !CSL_FIELDS.has(name))).toEqual([])
        expect(CSL_TYPES).toContain(plain['type'])
        expect(
          (plain['author'] as { literal: string }[] | undefined)?.map(({ literal }) => literal) ?? [],
        ).toEqual(article.authors)
        expect(plain['container-title']).toBe(article.newspaper)
        expect(plain['page']).toBe(article.page)
        expect(plain['edition']).toBe(article.edition)
        const parts = (plain['issued'] as { 'date-parts': number[][] } | undefined)?.['date-parts'][0]
        expect(parts).toEqual(article.issueDate?.split('-').map(Number))
        expect(String(plain['title'])).toContain(article.title)
        expect(String(plain['title'])).toContain(article.subtitle ?? '')
      }),
    )
  })

  it('as CSL-JSON calls every medium by a type of the schema', () => {
    for (const medium of MEDIA) {
      const [entry] = cslEntries([anArticle({ medium, url: 'https://example.org/' })], '')
      expect(CSL_TYPES).toContain(entry!.type)
    }
  })
})

/** Fields and types of the schema of CSL-JSON 1.0.2 (citation-style-language/schema, csl-data.json) that are used here. */
const CSL_FIELDS = new Set([
  'id',
  'type',
  'title',
  'title-short',
  'author',
  'container-title',
  'edition',
  'issued',
  'page',
  'URL',
  'accessed',
  'keyword',
  'language',
])
const CSL_TYPES = ['article-newspaper', 'article-magazine', 'broadcast', 'webpage', 'document']
