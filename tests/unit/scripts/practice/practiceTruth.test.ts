import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPractice } from '../../../../scripts/practice/readPractice'
import {
  valueOn,
  type PracticeArticle,
  type PracticeOffice,
} from '../../../../scripts/practice/practiceTruth'

const folder = fileURLToPath(new URL('../../../practice', import.meta.url))
const practice = await readPractice(folder)
const { articles, people, offices, paper } = practice
const byId = new Map(articles.map((article) => [article.source.id, article]))

/** Offices that one person holds at a time. */
const SOLE = /^(?:[县市]委书记|代?[县市]长|[县市]人大常委会主任|市政协主席|[县市].*局局长)$/
const NOT_YET = new Set(['拟任', '提名', '代理'])

function placed<Found>(find: (article: PracticeArticle) => readonly Found[]): { id: string; found: Found }[] {
  return articles.flatMap((article) => find(article).map((found) => ({ id: article.source.id, found })))
}

function placesOf(text: string, words: string): number[] {
  const places = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function rowsOf(office: PracticeOffice) {
  return offices.filter(
    (row) =>
      row.jurisdiction === office.jurisdiction &&
      row.holder === office.person &&
      row.names.includes(office.words),
  )
}

describe('the practice paper', () => {
  it('has at least 120 articles of 150 to 900 characters, under ids of their own', () => {
    expect(articles.length).toBeGreaterThanOrEqual(120)
    expect(byId.size).toBe(articles.length)
    const lengths = articles.map(({ source, texts }) => {
      const paragraphs = texts.filter(({ place }) => typeof place === 'number')
      return { id: source.id, length: paragraphs.reduce((sum, { text }) => sum + text.length, 0) }
    })
    expect(lengths.filter(({ length }) => length < 150 || length > 900)).toEqual([])
  })

  it('appears on days of the calendar, in its rhythm, and not in an issue that is lost', () => {
    for (const { source, file } of articles) {
      const day = new Date(`${source.date}T00:00:00Z`)
      expect(day.toISOString().slice(0, 10)).toBe(source.date)
      expect(valueOn(paper.rhythm, source.date)?.weekdays, source.id).toContain(day.getUTCDay())
      expect(paper.missing.map((issue) => issue.day)).not.toContain(source.date)
      expect(source.id.startsWith(source.date)).toBe(true)
      expect(file).toBe(`${source.date.slice(0, 4)}.json`)
    }
    for (const { day } of paper.missing)
      expect(valueOn(paper.rhythm, day)?.weekdays, day).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
  })

  it('keeps its articles in the order of the days', () => {
    const ids = articles.map(({ source }) => source.id)
    expect(ids).toEqual(ids.toSorted())
  })

  it('has every span within its text, and no two names over one another', () => {
    for (const { texts, mentions, notNames, offices: said, honours, terms, source } of articles) {
      for (const span of [...mentions, ...notNames, ...said, ...honours, ...terms]) {
        const text = texts.find(({ place }) => place === span.place)?.text ?? ''
        expect(text.slice(span.start, span.end), source.id).toBe(span.words)
        expect(span.words).not.toBe('')
      }
      const names = [...mentions, ...notNames].toSorted((one, other) => one.start - other.start)
      for (const [at, name] of names.entries())
        for (const other of names.slice(at + 1))
          expect(other.place === name.place && other.start < name.end, name.words).toBe(false)
      for (const { text } of texts) expect(text).not.toMatch(/[{}[\]<>|]/)
    }
  })

  it('knows everybody that it names, and tells namesakes apart', () => {
    const ids = new Set(people.map(({ id }) => id))
    expect(ids.size).toBe(people.length)
    for (const { id, found } of placed(({ mentions, offices: said, honours }) => [
      ...mentions,
      ...said,
      ...honours,
    ]))
      expect(ids.has(found.person) || found.person.endsWith(`@${id}`), found.person).toBe(true)
    const used = new Set(placed(({ mentions }) => mentions).map(({ found }) => found.person))
    expect(people.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
    const namesakes = people.filter(({ name }) => people.filter((other) => other.name === name).length > 1)
    expect(namesakes.length).toBeGreaterThanOrEqual(8)
    for (const { id, note } of namesakes) expect(note, id).toBeTruthy()
  })

  it('leaves no name of a person unmarked', () => {
    const names = people.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
    const unmarked = articles.flatMap(({ source, texts, mentions, notNames, offices: said, honours }) =>
      texts.flatMap(({ place, text }) =>
        names.flatMap((name) =>
          placesOf(text.replaceAll('　', ' '), name)
            .filter(
              (at) =>
                ![...mentions, ...notNames, ...said, ...honours].some(
                  (span) => span.place === place && span.start <= at && span.end >= at + name.length,
                ),
            )
            .map((at) => `${source.id}: ${text.slice(Math.max(0, at - 5), at + name.length + 5)}`),
        ),
      ),
    )
    expect(unmarked).toEqual([])
  })

  it('leaves no term unmarked, and lists each with its first and last use', async () => {
    const listed = JSON.parse(await readFile(`${folder}/terms.json`, 'utf8')) as {
      readonly term: string
      readonly variants: readonly string[]
      readonly first: string
      readonly last: string
      readonly uses: number
      readonly articles: readonly string[]
    }[]
    const uses = placed(({ terms }) => terms)
    expect(new Set(uses.map(({ found }) => found.term))).toEqual(new Set(listed.map(({ term }) => term)))
    for (const { term, variants, first, last, uses: count, articles: inArticles } of listed) {
      const ofTerm = uses.filter(({ found }) => found.term === term)
      expect(ofTerm.length).toBe(count)
      expect([...new Set(ofTerm.map(({ id }) => id))]).toEqual(inArticles)
      expect([ofTerm[0]?.id, ofTerm.at(-1)?.id]).toEqual([first, last])
      const words = new Set(ofTerm.map(({ found }) => found.words).filter((found) => found !== term))
      expect([...words]).toEqual(variants)
      const unmarked = articles.flatMap(({ source, texts, terms, offices: said }) =>
        texts.flatMap(({ place, text }) =>
          placesOf(text, term)
            .filter(
              (at) =>
                ![...terms, ...said].some(
                  (span) => span.place === place && span.start <= at && span.end > at,
                ),
            )
            .map(() => source.id),
        ),
      )
      expect(unmarked, term).toEqual([])
    }
  })

  it('lists its events, each on a day that is not after the issue', async () => {
    const listed: unknown = JSON.parse(await readFile(`${folder}/events.json`, 'utf8'))
    const events = placed(({ offices: said }) => said.filter(({ event }) => event !== null))
    expect(listed).toEqual(
      events.map(({ id, found }) => ({
        article: id,
        day: found.day,
        event: found.event,
        person: found.person,
        office: found.words,
        jurisdiction: found.jurisdiction,
        qualifiers: found.qualifiers,
      })),
    )
    for (const { id, found } of events) {
      expect(new Date(`${found.day ?? ''}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.day)
      expect((found.day ?? '') <= (byId.get(id)?.source.date ?? '')).toBe(true)
    }
  })

  it('agrees with its table of offices about every appointment and removal', () => {
    for (const { id, found } of placed(({ offices: said }) => said.filter(({ event }) => event !== null))) {
      const days = rowsOf(found).flatMap(({ from, to, reappointed }) =>
        found.event === 'removed' ? [to] : [from, reappointed === id ? found.day : null],
      )
      expect(days, `${id} ${found.words} ${found.person}`).toContain(found.day)
    }
    for (const row of offices) {
      for (const [day, evidence, event] of [
        [row.from, row.fromEvidence, 'appointed'],
        [row.to, row.toEvidence, 'removed'],
      ] as const) {
        expect(day === null).toBe(evidence === null)
        if (day === null || (event === 'removed' && row.end !== undefined)) continue
        const said = byId.get(evidence ?? '')?.offices ?? []
        expect(
          said.some((one) => one.event === event && one.day === day && rowsOf(one).includes(row)),
          `${row.office} ${row.holder}`,
        ).toBe(true)
      }
      expect(row.from === null || row.to === null || row.from <= row.to).toBe(true)
    }
  })

  it('gives nobody an office outside its term', () => {
    const wrong = articles.flatMap(({ source, offices: said }) =>
      said.flatMap((office) => {
        const known = offices.some(
          (row) =>
            SOLE.test(row.office) &&
            row.jurisdiction === office.jurisdiction &&
            row.names.includes(office.words),
        )
        if (!known || office.event !== null || office.tense === 'retrospective') return []
        if (office.qualifiers.some((one) => NOT_YET.has(one))) return []
        const holds = rowsOf(office).some(
          ({ from, to }) => (from === null || from <= source.date) && (to === null || to >= source.date),
        )
        return holds ? [] : [`${source.id} ${office.words} ${office.person}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('never has two holders of an office that one person holds', () => {
    const overlaps = offices.flatMap((row, at) =>
      offices
        .slice(at + 1)
        .filter((other) => other.office === row.office && other.jurisdiction === row.jurisdiction)
        .filter(() => SOLE.test(row.office))
        .filter((other) => row.from !== null && other.from !== null)
        .filter((other) => (row.to ?? '9') > (other.from ?? '') && (other.to ?? '9') > (row.from ?? ''))
        .map((other) => `${row.office}: ${row.holder}, ${other.holder}`),
    )
    expect(overlaps).toEqual([])
  })
})
