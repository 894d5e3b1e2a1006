import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import type { LoggedDecision, Patch } from '../../../../src/domain/decision'
import { decidePeople } from '../../../../src/people/identity/decidePeople'
import { affectedNames, compileDecisions } from '../../../../src/people/identity/decisionRules'
import { aLoggedDecision } from '../../builders/aDecision'
import { anArticle, aPerson } from '../../builders/anArticle'

/** Decisions made one after the other. */
function decided(article: Article, ...patches: readonly Patch[]): Article {
  const decisions = patches.map((patch, place) => aLoggedDecision(`id-${String(place)}`, patch, place))
  return decidePeople(article, compileDecisions(decisions)).article
}

const names = (article: Article): readonly string[] => article.people.map(({ name }) => name)

const meeting = anArticle({
  paragraphs: ['县长张示例主持会议，王样张华出席。', '老张说，王样张的话对。'],
  people: [
    {
      ...aPerson('张示例', '县长'),
      mentions: [[0, 2, 5]],
      officeMentions: [
        {
          office: '县长',
          at: [0, 0, 2],
          kind: 'stated',
          event: null,
          tense: 'current',
          qualifiers: [],
          jurisdiction: '示例',
        },
      ],
    },
    { ...aPerson('王样张华'), mentions: [[0, 10, 14]], confidence: 'possible' },
  ],
})

describe('an article whose people are decided', () => {
  it('is the very same where no decision concerns it', () => {
    expect(decided(meeting, { kind: 'hide', name: '李四方', articles: null })).toBe(meeting)
    expect(decided(meeting, { kind: 'missed', name: '李四方', form: '李四方', articles: null })).toBe(meeting)
    expect(decided(meeting, { kind: 'hide', name: '张示例', articles: ['another'] })).toBe(meeting)
  })

  it('has one entry for names that are joined, with all that was said of either', () => {
    const { people } = decided(meeting, { kind: 'merge', names: ['王样张华'], into: '张示例' })
    expect(people).toEqual([
      {
        ...meeting.people[0]!,
        confidence: 'certain',
        mentions: [
          [0, 2, 5],
          [0, 10, 14],
        ],
      },
    ])
  })

  it('says where a name stands that is written otherwise now', () => {
    const plain = anArticle({ paragraphs: ['张示例与张示例。'], people: [aPerson('张示例')] })
    expect(decided(plain, { kind: 'rename', name: '张示例', to: '章示例' }).people).toEqual([
      {
        ...aPerson('章示例'),
        mentions: [
          [0, 0, 3],
          [0, 4, 7],
        ],
      },
    ])
  })

  it('has a missed name where it is no part of another', () => {
    const missed: Patch = { kind: 'missed', name: '王样张', form: '王样张', articles: null }
    expect(decided(meeting, missed).people.at(-1)).toEqual({
      name: '王样张',
      offices: [],
      confidence: 'certain',
      mentions: [[1, 4, 7]],
    })
    const onlyPart = { ...meeting, paragraphs: meeting.paragraphs.slice(0, 1) }
    expect(decided(onlyPart, missed)).toBe(onlyPart)
  })

  it('has a missed name that stands only above its headline', () => {
    const article = anArticle({ kicker: '李四方在示例县' })
    expect(
      names(decided(article, { kind: 'missed', name: '李四方', form: '李四方', articles: null })),
    ).toEqual(['李四方'])
  })

  it('marks an alias only where the person is named', () => {
    const alias: Patch = { kind: 'alias', name: '张示例', alias: '老张' }
    expect(decided(meeting, alias).people[0]?.mentions).toEqual([
      [0, 2, 5],
      [1, 0, 2],
    ])
    const stranger = anArticle({ paragraphs: ['老张走了。'] })
    expect(decided(stranger, alias)).toBe(stranger)
  })

  it('has an office corrected where it is listed and where it stands', () => {
    const [person] = decided(meeting, {
      kind: 'office',
      name: '张示例',
      office: '县长',
      to: '代县长',
      articles: null,
    }).people
    expect(person?.offices).toEqual(['代县长'])
    expect(person?.officeMentions).toMatchObject([{ office: '代县长', at: [0, 0, 2] }])
    const [other] = decided(meeting, {
      kind: 'office',
      name: '张示例',
      office: '县长',
      to: null,
      articles: null,
    }).people
    expect(other).toMatchObject({ offices: [], officeMentions: [] })
  })

  it.each([
    ['an office', { offices: ['县长'] }, true],
    ['another office', { offices: ['局长'] }, false],
    ['the place of an office', { places: ['示例'] }, true],
    ['a newspaper and a place', { places: ['示例'], newspapers: ['示例日报'] }, true],
    ['a newspaper that is another one', { places: ['示例'], newspapers: ['样张晚报'] }, false],
    ['a time that holds the month', { from: '2012-06', to: '2012-07' }, true],
    ['a time that begins within the month', { from: '2012-06-15' }, false],
    ['a time before', { to: '2012-05' }, false],
    ['the id that it replaces', { articles: ['former'] }, true],
  ] as const)('tells two of a name apart by %s', (_what, when, isOther) => {
    const article = { ...meeting, newspaper: '示例日报', issueDate: '2012-06', replaces: ['former'] }
    const split = decided(article, { kind: 'split', name: '张示例', as: '张示例~2', when })
    expect(names(split)[0]).toBe(isOther ? '张示例~2' : '张示例')
  })

  it('follows decisions one after the other', () => {
    const split: Patch = { kind: 'split', name: '张示例', as: '张示例~2', when: { offices: ['县长'] } }
    const back: Patch = { kind: 'merge', names: ['张示例~2'], into: '张示例' }
    expect(names(decided(meeting, split, back))[0]).toBe('张示例')
    expect(names(decided(meeting, back, split))[0]).toBe('张示例~2')
  })

  it('says whom it lacks', () => {
    const rules = compileDecisions([
      aLoggedDecision('one', { kind: 'rename', name: '张示例', to: '章示例' }, 1),
      aLoggedDecision('two', { kind: 'notPerson', name: '章示例', articles: null }, 2),
    ])
    const { article, hidden } = decidePeople(meeting, rules)
    expect([names(article), hidden]).toEqual([['王样张华'], ['章示例']])
  })
})

const someName = fc.constantFrom('张示例', '张示例~2', '王样张华', '王样张', '李四方')
const somePatch: fc.Arbitrary<Patch> = fc.oneof(
  fc.record({
    kind: fc.constant('merge' as const),
    names: fc.array(someName, { minLength: 1 }),
    into: someName,
  }),
  fc.record({ kind: fc.constant('rename' as const), name: someName, to: someName }),
  fc.record({
    kind: fc.constant('split' as const),
    name: someName,
    as: someName,
    when: fc.constantFrom({ offices: ['县长'] }, { articles: ['example-1'] }),
  }),
  fc.record({
    kind: fc.constantFrom('hide' as const, 'notPerson' as const),
    name: someName,
    articles: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('missed' as const),
    name: someName,
    form: fc.constantFrom('王样张', '老张'),
    articles: fc.constant(null),
  }),
)
const someDecisions: fc.Arbitrary<readonly LoggedDecision[]> = fc
  .array(fc.tuple(somePatch, fc.nat(5), fc.boolean()), { maxLength: 8 })
  .map((made) =>
    made.map(([patch, minute, isUndone], place) =>
      aLoggedDecision(`id-${String(place)}`, patch, minute, { isUndone }),
    ),
  )

describe('decisions', () => {
  it('make the same of an article in whatever order they arrive', () => {
    fc.assert(
      fc.property(
        someDecisions.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray([...made], { minLength: made.length })),
        ),
        ([made, shuffled]) => {
          expect(decidePeople(meeting, compileDecisions(shuffled))).toEqual(
            decidePeople(meeting, compileDecisions(made)),
          )
        },
      ),
    )
  })

  it('list nobody twice', () => {
    fc.assert(
      fc.property(someDecisions, (made) => {
        const { article } = decidePeople(meeting, compileDecisions(made))
        expect(new Set(names(article)).size).toBe(article.people.length)
      }),
    )
  })

  it('that come or go change no article but those that are looked for', () => {
    fc.assert(
      fc.property(someDecisions, someDecisions, (before, more) => {
        const later = more.map((one) => ({ ...one, id: `${one.id}-later` }))
        const [old, now] = [compileDecisions(before), compileDecisions([...before, ...later])]
        const changed = later.filter(({ isUndone }) => !isUndone).map(({ patch }) => patch)
        for (const [from, to] of [
          [old, now],
          [now, old],
        ] as const) {
          const looked = affectedNames(changed, from)
          const known = decidePeople(meeting, from)
          const isLookedFor =
            [...names(known.article), ...known.hidden].some((name) => looked.names.has(name)) ||
            ['王样张', '老张'].some((form) => looked.forms.has(form))
          const next = decidePeople(meeting, to)
          expect(isLookedFor ? names(known.article) : names(next.article)).toEqual(names(known.article))
        }
      }),
    )
  })
})
