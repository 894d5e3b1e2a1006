import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amendArticle } from '../../../../src/archive/mending/amendArticle'
import { mendMentions, type NamedTexts } from '../../../../src/archive/mending/mendMentions'
import type { PersonInArticle, TextSpan } from '../../../../src/domain/article'
import { anArticle } from '../../builders/anArticle'

const person: PersonInArticle = {
  name: '张示例',
  offices: ['县长'],
  kind: 'full',
  mentions: [
    [-1, 0, 3],
    [0, 2, 5],
    [1, 0, 1],
  ],
  officeMentions: [
    {
      office: '县长',
      at: [0, 0, 2],
      kind: 'stated',
      event: null,
      tense: 'current',
      qualifiers: [],
      jurisdiction: null,
    },
  ],
}
const before: NamedTexts = { title: '张示例讲话', paragraphs: ['县长张示例到会。', '张说了话。', '散会。'] }
const mended = (after: NamedTexts): PersonInArticle => mendMentions([person], before, after)[0]!

describe('where people are named', () => {
  it('stays as it is in texts that stay', () => {
    expect(mended({ ...before, paragraphs: [...before.paragraphs, '又一段。'] })).toEqual(person)
  })

  it('moves with a paragraph', () => {
    const { mentions, officeMentions } = mended({
      title: before.title,
      paragraphs: ['新段。', '张说了话。', '县长张示例到会。'],
    })
    expect(mentions).toEqual([
      [-1, 0, 3],
      [1, 0, 1],
      [2, 2, 5],
    ])
    expect(officeMentions?.map(({ at }) => at)).toEqual([[2, 0, 2]])
  })

  it('is looked for in what was rewritten, as it was written, but not by one character', () => {
    const { mentions, officeMentions } = mended({
      title: '县长张示例的讲话',
      paragraphs: ['县里的县长张示例，即张示例，到会。', '张某说了话。', '散会。'],
    })
    expect(mentions).toEqual([
      [-1, 2, 5],
      [0, 5, 8],
      [0, 10, 13],
    ])
    expect(officeMentions).toHaveLength(1)
  })

  it('is dropped where it is said no more, and the person stays', () => {
    const { name, mentions, officeMentions } = mended({ title: '讲话', paragraphs: ['无人到会。'] })
    expect([name, mentions, officeMentions]).toEqual(['张示例', [], []])
  })

  it('is not made up for people whose places nobody recorded', () => {
    const plain = { name: '李样张', offices: [] }
    expect(mendMentions([plain], before, { title: '李样张', paragraphs: ['李样张。'] })).toEqual([plain])
  })

  it('always lies in the text, once, on words that were marked before', () => {
    const word = fc.constantFrom('张示例', '县长', '到会', '。', '张', '😀')
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''))
    const texts = fc.record({ title: text, paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }) })
    const textAt = ({ title, paragraphs }: NamedTexts, number: number): string =>
      number === -1 ? title : paragraphs[number]!
    const spansOf = (of: NamedTexts): readonly TextSpan[] =>
      [-1, ...of.paragraphs.keys()].flatMap((number) => {
        const at = textAt(of, number).indexOf('张示例')
        return at < 0 ? [] : [[number, at, at + 3] as const]
      })
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const named = { name: '张示例', offices: [], mentions: spansOf(old) }
        const [{ mentions = [] } = named] = mendMentions([named], old, fresh)
        for (const [number, start, end] of mentions) {
          expect(textAt(fresh, number).slice(start, end)).toBe('张示例')
        }
        expect(new Set(mentions.map(String)).size).toBe(mentions.length)
        const kept = old.paragraphs.filter((one) => one.includes('张示例') && fresh.paragraphs.includes(one))
        expect(mentions.length).toBeGreaterThanOrEqual(new Set(kept).size)
      }),
    )
  })
})

describe('an amended article', () => {
  it('has the fields that were given, without those that were taken away', () => {
    const article = anArticle({ newspaper: '示例日报', page: '01', people: [person] })
    const amended = amendArticle(article, { newspaper: null, page: '02', tags: ['甲'] })
    expect(amended).toEqual(anArticle({ page: '02', tags: ['甲'], people: [person] }))
    expect(article.newspaper).toBe('示例日报')
  })

  it('of whose people were corrected, has no place outside its text, whatever an update made of that', () => {
    const people = [
      {
        name: '张示例',
        offices: [],
        mentions: [
          [0, 0, 3],
          [5, 0, 3],
        ] as const,
      },
    ]
    const amended = amendArticle(anArticle({ paragraphs: ['张示例。'] }), { people })
    expect(amended.people).toEqual([{ name: '张示例', offices: [], mentions: [[0, 0, 3]] }])
  })
})
