import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_FIELDS, parseFormField, printFormField } from '../../../src/domain/articleForm'
import { EDITABLE_FIELDS } from '../../../src/domain/articleEdit'
import { anArticle } from '../builders/anArticle'

const name = fc
  .stringMatching(/^[\u4E00-\u9FA5a-z0-9·]{1,8}$/)
  .filter((text) => text.trim() === text && text !== '')
const names = fc.array(name, { minLength: 1, maxLength: 5 })

describe('a form field', () => {
  it('is one that can be corrected, each once', () => {
    expect(EDITABLE_FIELDS).toEqual(expect.arrayContaining([...FORM_FIELDS]))
    expect(new Set(FORM_FIELDS).size).toBe(FORM_FIELDS.length)
  })

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(names, names, names, (category, authors, paragraphs) => {
        const article = anArticle({ category, authors, paragraphs })
        for (const field of ['category', 'authors', 'paragraphs'] as const) {
          expect(parseFormField(field, printFormField(article, field))).toEqual({
            value: article[field],
            problem: null,
          })
        }
      }),
    )
  })

  it('prints nothing for what is absent, and reads nothing as taking the field away', () => {
    for (const field of ['newspaper', 'issueDate', 'page', 'publishedAt', 'medium'] as const) {
      expect(printFormField(anArticle(), field)).toBe('')
      expect(parseFormField(field, '  ')).toEqual({ value: null, problem: null })
    }
    expect(parseFormField('authors', '')).toEqual({ value: [], problem: null })
  })

  it('asks for a title and for a text', () => {
    expect(parseFormField('title', ' ').problem).toBe('required')
    expect(parseFormField('paragraphs', '\n\n').problem).toBe('required')
  })

  it('understands a path with any of the usual marks', () => {
    expect(parseFormField('category', '新闻＞本地 › 要闻').value).toEqual(['新闻', '本地', '要闻'])
  })

  it.each([
    ['issueDate', '2012年7月1日', '2012-07-01'],
    ['issueDate', '2012-07', '2012-07'],
    ['publishedAt', '2012-07-02 09:17', '2012-07-02T09:17'],
    ['publishedAt', '2012/7/2', '2012-07-02'],
  ] as const)('understands %s %s', (field, text, value) => {
    expect(parseFormField(field, text)).toEqual({ value, problem: null })
  })

  it.each([
    ['issueDate', '2012-02-30', 'date'],
    ['eventDate', '昨天', 'date'],
    ['publishedAt', '2012-07', 'posting'],
  ] as const)('refuses %s %s', (field, text, problem) => {
    expect(parseFormField(field, text)).toEqual({ value: null, problem })
  })
})
