import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/article'
import { encodeCategoryPath } from '../../src/domain/category'
import { parseArticle } from '../../src/domain/parseArticle'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'src/bundle')
const corpusFile = join(root, '../shared/corpus/xwlb-2012-2021.jsonl.gz')
const seedFile = join(root, '../shared/seed/000_b7b48a82e19d3dfa.txt')
const REFERENCE_TITLE = '吴江表彰一批先进党组织优秀党员'
/** What the reference document must tell; the names and quoted terms among it can only be given as they are. */
const REFERENCE_FACTS = [
  '6月30日',
  '91',
  '科学发展争一流',
  '党员干部进万家',
  '争创群众满意的窗口服务单位',
  '百岗万人齐争创',
  '50',
  '滨湖新城党工委（松陵镇党委）',
  '吴江市创先争优先进基层党组织',
  '吴江市创先争优优秀共产党员',
  '王秋凤',
  '基石工程',
  '两竞赛一赶超',
  '人才创新创业55352工程',
  '三级联述联评联考',
  '两代表一委员',
  '领导干部下基层',
  'KPI',
  '党员关爱基金',
  '村庄环境整治',
  '首问负责',
  '乐居吴江',
  '十八大',
]
/** The longest run of characters, white space removed, that an entry may share with its source. */
const LONGEST_COMMON_RUN = 11

const inputs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => {
    const rows = JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly unknown[]
    return rows.map(parseArticle)
  })
const entries = inputs.map(({ article }) => article).filter((article) => article !== null)
const chronicle = entries.filter((entry) => entry.medium === 'broadcast')

function condensed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** The longest start of a run of the source, longer than allowed, that the text holds; an empty string when there is none. */
function copiedRun(text: string, source: string): string {
  const plain = condensed(text)
  const length = LONGEST_COMMON_RUN + 1
  for (let at = 0; at + length <= plain.length; at += 1) {
    const run = plain.slice(at, at + length)
    if (source.includes(run)) return run
  }
  return ''
}

/** How many entries have each value. */
function countsOf(valuesOf: (entry: Article) => readonly string[]): readonly number[] {
  const counts = new Map<string, number>()
  for (const value of entries.flatMap((entry) => [...new Set(valuesOf(entry))])) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts.values()]
}

function shareOfThreeOrMore(counts: readonly number[]): number {
  return counts.filter((count) => count >= 3).length / counts.length
}

describe('the bundled entries', () => {
  it('are parsed without a problem', () => {
    expect(inputs.filter(({ problems }) => problems.length > 0)).toEqual([])
    expect(inputs.filter(({ article }) => article === null)).toEqual([])
  })

  it('are as many as an archive needs to be tried out', () => {
    expect(entries.length).toBeGreaterThanOrEqual(121)
    expect(entries.length).toBeLessThanOrEqual(170)
  })

  it('have ids, titles and addresses of their own', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(new Set(entries.map(({ title }) => title)).size).toBe(entries.length)
    expect(new Set(chronicle.map(({ url }) => url)).size).toBe(chronicle.length)
  })

  it('say that their words are ours', () => {
    expect(entries.filter(({ textKind }) => textKind !== 'digest')).toEqual([])
  })

  it('are a chronicle beside the reference document: short, dated by the event, with a source', () => {
    expect(entries.length - chronicle.length).toBe(1)
    for (const { id, paragraphs, issueDate, eventDate, url } of chronicle) {
      const { length } = condensed(paragraphs.join(''))
      expect(length, id).toBeGreaterThanOrEqual(60)
      expect(length, id).toBeLessThanOrEqual(150)
      expect(issueDate, id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(eventDate, id).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
      expect(eventDate! <= issueDate!, id).toBe(true)
      expect(url, id).toMatch(/^https?:/)
    }
  })

  it('say where it happened', () => {
    expect(chronicle.filter(({ places }) => places.length === 0).map(({ id }) => id)).toEqual([])
  })

  it('name only people who stand in their text', () => {
    const missing = entries.flatMap(({ id, title, paragraphs, people }) =>
      people
        .filter(({ name }) => !condensed(title + paragraphs.join('')).includes(name))
        .map(({ name }) => `${id}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('give every facet something to show', () => {
    const categories = new Set(
      chronicle
        .filter(({ category }) => category.length === 2)
        .map(({ category }) => encodeCategoryPath(category)),
    )
    expect(chronicle.filter(({ category }) => category.length !== 2)).toEqual([])
    expect(categories.size).toBeGreaterThanOrEqual(6)
    expect(shareOfThreeOrMore(countsOf(({ category }) => [encodeCategoryPath(category)]))).toBeGreaterThan(
      0.5,
    )
    expect(
      shareOfThreeOrMore(countsOf(({ issueDate }) => [issueDate?.slice(0, 4) ?? 'none'])),
    ).toBeGreaterThan(0.5)
    expect(
      countsOf(({ people }) => people.map(({ name }) => name)).filter((count) => count >= 3).length,
    ).toBeGreaterThanOrEqual(10)
    expect(countsOf(({ tags }) => tags).filter((count) => count >= 3).length).toBeGreaterThanOrEqual(10)
  })
})

describe('the reference document', () => {
  const withoutTerms = (text: string): string =>
    REFERENCE_FACTS.reduce((rest, term) => rest.replaceAll(term, '…'), text)
  const reference = entries.find(({ title }) => title === REFERENCE_TITLE)

  it('is cited by its headline, its breadcrumb, its page and its dates', () => {
    expect(reference).toMatchObject({
      category: ['深入开展创先争优活动'],
      newspaper: '吴江日报',
      medium: 'newspaper',
      issueDate: '2012-07-01',
      page: '01',
      publishedAt: '2012-07-02T09:17',
      eventDate: '2012-06-30',
    })
  })

  it('names all fourteen people with what the report calls them', () => {
    const leaders = [
      '吴炜',
      '范建坤',
      '钱能',
      '李斌',
      '盛红明',
      '李铭',
      '李建炯',
      '尹家俭',
      '沈金明',
      '吴新明',
      '周志芳',
    ]
    expect(
      reference?.people.map(({ name, offices, honours = [] }) => [name, ...offices, ...honours]),
    ).toEqual([
      ['徐明', '苏州市副市长', '吴江市委书记'],
      ['梁一波', '市委副书记', '市长'],
      ...leaders.map((name) => [name, '市领导']),
      ['王秋凤', '吴江市创先争优优秀共产党员'],
    ])
  })

  it.each(REFERENCE_FACTS)('tells of %s', (fact) => {
    expect(reference?.paragraphs.join('\n')).toContain(fact)
  })

  it.skipIf(!existsSync(seedFile))(
    'is told in our own words, its headline and its quoted terms apart',
    () => {
      const source = condensed(readFileSync(seedFile, 'utf8'))
      expect(source).toContain(REFERENCE_TITLE)
      const copied = reference?.paragraphs
        .map((paragraph) => copiedRun(withoutTerms(paragraph), source))
        .filter((run) => run !== '')
      expect(copied).toEqual([])
    },
  )
})

describe.skipIf(!existsSync(corpusFile))('the chronicle beside its sources', () => {
  interface Source {
    readonly url: string
    readonly date: string
    readonly title: string
    readonly body: string
  }
  const wanted = new Set(chronicle.map(({ url }) => url))
  const sources = new Map<string, Source[]>()
  for (const line of existsSync(corpusFile)
    ? gunzipSync(readFileSync(corpusFile)).toString().split('\n')
    : []) {
    if (line === '') continue
    const source = JSON.parse(line) as Source
    if (wanted.has(source.url)) sources.set(source.url, [...(sources.get(source.url) ?? []), source])
  }
  const textOf = (entry: Article): string =>
    condensed((sources.get(entry.url ?? '') ?? []).map(({ title, body }) => `${title}\n${body}`).join('\n'))

  it('has the address and the date of a source for every entry', () => {
    const wrong = chronicle.filter(
      ({ url, issueDate }) => !sources.get(url ?? '')?.some((source) => source.date === issueDate),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('copies no run of twelve characters', () => {
    const copied = chronicle.flatMap((entry) =>
      [entry.title, ...entry.paragraphs]
        .map((text) => copiedRun(text, textOf(entry)))
        .filter((run) => run !== '')
        .map((run) => `${entry.id}: ${run}`),
    )
    expect(copied).toEqual([])
  })

  it('names only people whom the source names', () => {
    const invented = chronicle.flatMap((entry) =>
      entry.people
        .filter(({ name }) => !textOf(entry).includes(name))
        .map(({ name }) => `${entry.id}: ${name}`),
    )
    expect(invented).toEqual([])
  })
})
