import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { INVENTED_MARK, labelledTexts, practiceArticles } from '../../../../scripts/practice/practiceArticles'
import { readPractice } from '../../../../scripts/practice/readPractice'

const path = (relative: string) => fileURLToPath(new URL(`../../../../${relative}`, import.meta.url))
const practice = await readPractice(path('tests/practice'))

describe('the practice collection', () => {
  it('marks every title and every newspaper as invented', () => {
    for (const { title, newspaper, tags } of practiceArticles(practice, false)) {
      expect(title.startsWith(INVENTED_MARK)).toBe(true)
      expect(newspaper).toMatch(/（虚构）$/)
      expect(tags).toContain('虚构')
    }
  })

  it('leaves people out unless they are asked for, and then has them where they stand', () => {
    expect(practiceArticles(practice, false).some(({ people }) => people !== undefined)).toBe(false)
    let spans = 0
    for (const { title, paragraphs = [], people = [] } of practiceArticles(practice, true))
      for (const { name, kind, mentions = [], officeMentions = [] } of people) {
        const wordsAt = (place: number, start: number, end: number) =>
          (place === -1 ? title : (paragraphs[place] ?? '')).slice(start, end)
        for (const [place, start, end] of mentions) {
          spans += 1
          const words = wordsAt(place, start, end).replaceAll('　', '')
          const isForm = words.length > 1 || name.endsWith(words) || name.startsWith(words)
          expect(isForm || kind !== 'full', name).toBe(true)
          expect(words).not.toBe('')
        }
        for (const { office, at } of officeMentions) expect(wordsAt(...at)).toBe(office)
      }
    expect(spans).toBeGreaterThan(1000)
  })

  it('gives every headline and paragraph with its names for measuring', () => {
    const texts = labelledTexts(practice)
    const names = texts.flatMap(({ text, persons }) => persons.map(([start, end]) => text.slice(start, end)))
    expect(names).toEqual(practice.articles.flatMap(({ mentions }) => mentions.map(({ words }) => words)))
  })

  it('is no part of the archive that comes with the program', async () => {
    const bundled = await readdir(path('src/bundle'), { recursive: true })
    const files = bundled.filter((name) => name.endsWith('.json'))
    const texts = await Promise.all(files.map((name) => readFile(path(`src/bundle/${name}`), 'utf8')))
    expect(texts.filter((text) => /practice-|虚构|示阳/.test(text))).toEqual([])
  })
})
