import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/domain/article'
import { readPageText } from '../../../src/formats/pages/readPage'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'

const FOLDER = resolve(import.meta.dirname, '../../../../shared/seed')
const resources = await loadPeopleResources()

const NAMES = [
  '徐明',
  '梁一波',
  '吴炜',
  '范建坤',
  '钱能',
  '李斌',
  '盛红明',
  '李铭',
  '李建炯',
  '尹家俭',
  '沈金明',
]
const ALL = [...NAMES, '吴新明', '周志芳', '王秋凤']

async function readReference(): Promise<Article> {
  const page = readdirSync(FOLDER).find((name) => name.endsWith('.txt'))!
  const { articles } = await readPageText(readFileSync(resolve(FOLDER, page), 'utf8'), null, page)
  return articles[0]!.article
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** As many different invented names of two and three characters as are asked for. */
function inventNames(seed: number, count: number): readonly string[] {
  const random = randomNumbers(seed)
  const pick = (characters: string): string => characters[Math.floor(random() * characters.length)]!
  const names = new Set<string>()
  while (names.size < count) {
    const surname = pick(
      '王李张刘陈杨赵黄周徐孙胡朱郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛潘杜戴钟汪姚陆',
    )
    const first = pick('建志文晓国春秋玉佳俊雪振海永金红新家明华美丽淑桂')
    names.add(
      random() < 0.25
        ? surname + pick('伟芳娜敏静强磊军洋勇艳杰娟涛超霞鹏斌辉刚健炜')
        : surname + first + pick('伟芳娟敏静强磊军峰勇艳杰涛明霞平刚英兰凤鹏斌辉波炯坤'),
    )
  }
  return [...names]
}

describe.skipIf(!existsSync(FOLDER))('the reference page', () => {
  it('has exactly its fourteen people, with their offices and honours', async () => {
    const people = recognizePeople(await readReference(), resources)
    expect(people.map(({ name }) => name)).toEqual(ALL)
    const [xu, liang, ...others] = people
    expect(xu?.offices).toEqual(['苏州市副市长', '吴江市委书记'])
    expect(liang?.offices).toEqual(['市委副书记', '市长'])
    expect(liang?.officeMentions?.map(({ jurisdiction }) => jurisdiction)).toEqual(['吴江', '吴江'])
    for (const leader of others.slice(0, 11)) {
      expect(leader.offices).toEqual(['市领导'])
      expect(leader.officeMentions?.map(({ kind }) => kind)).toEqual(['collective'])
    }
    expect(others[11]).toMatchObject({ offices: [], honours: ['优秀共产党员'] })
  })

  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))(
    'has the same fourteen places when other people are named (%i)',
    async (seed) => {
      const article = await readReference()
      const invented = inventNames(seed, ALL.length)
      const rename = (text: string): string =>
        text.replace(new RegExp(ALL.join('|'), 'gu'), (name) => invented[ALL.indexOf(name)]!)
      const people = recognizePeople({ ...article, paragraphs: article.paragraphs.map(rename) }, resources)
      expect(people.map(({ name }) => name)).toEqual(invented)
      expect(people[0]?.offices).toEqual(['苏州市副市长', '吴江市委书记'])
      expect(people.slice(2, 13).every(({ offices }) => offices[0] === '市领导')).toBe(true)
      for (const { name, mentions } of people) {
        for (const [at, start, end] of mentions ?? []) {
          expect(rename(article.paragraphs[at] ?? article.title).slice(start, end)).toBe(name)
        }
      }
    },
  )
})
