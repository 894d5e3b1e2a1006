import { describe, expect, it } from 'vitest'
import { groupCards, orderCards } from '../../../src/domain/cardGroups'
import { articleNow, cardStanding } from '../../../src/domain/cardStanding'
import { anArticle } from '../builders/anArticle'
import { aCard } from '../builders/aProject'

const article = anArticle({ paragraphs: ['甲乙丙丁', '戊己庚辛'] })

describe('a card', () => {
  const passage = aCard('a', {
    spans: [
      [0, 2, 4],
      [1, 0, 2],
    ],
    text: '丙丁\n戊己',
  })

  it('stands as long as its article has the text', () => {
    expect(cardStanding(passage, articleNow(article)).kind).toBe('same')
    const moved = anArticle({ paragraphs: ['新加的一段', ...article.paragraphs] })
    expect(cardStanding(passage, articleNow(moved)).kind).toBe('same')
    expect(cardStanding(passage, null)).toEqual({ kind: 'gone' })
  })

  it('shows what its paragraphs are now when they changed', () => {
    const changed = anArticle({ paragraphs: ['甲乙丙某', '戊己庚辛'] })
    expect(cardStanding(passage, articleNow(changed))).toMatchObject({
      kind: 'changed',
      text: '甲乙丙某\n戊己庚辛',
      spans: [
        [0, 0, 4],
        [1, 0, 4],
      ],
    })
    const shorter = anArticle({ paragraphs: ['另外'] })
    expect(cardStanding({ ...passage, spans: [[5, 0, 2]] }, articleNow(shorter))).toMatchObject({
      text: '另外',
    })
  })

  it('of a whole article changes with any of its paragraphs', () => {
    const whole = { spans: [], text: '甲乙丙丁\n戊己庚辛' }
    expect(cardStanding(whole, articleNow(article)).kind).toBe('same')
    const longer = anArticle({ paragraphs: [...article.paragraphs, '又一段'] })
    expect(cardStanding(whole, articleNow(longer))).toMatchObject({
      kind: 'changed',
      text: '甲乙丙丁\n戊己庚辛\n又一段',
    })
  })
})

describe('cards', () => {
  const cards = [
    aCard('none', { place: 1 }),
    aCard('late', { eventDate: '2012-07-02', place: 2, tags: ['防汛', '会议'] }),
    aCard('month', { eventDate: '2012-07', place: 3 }),
    aCard('early', { eventDate: '2011-07-02', place: 4, tags: ['防汛'] }),
  ]

  it('stand in the order of their events, or as they were laid out', () => {
    expect(orderCards(cards, 'day').map(({ id }) => id)).toEqual(['early', 'late', 'month', 'none'])
    expect(orderCards(cards, 'hand').map(({ id }) => id)).toEqual(['none', 'late', 'month', 'early'])
  })

  it('stand in groups, under each of their tags, those without one last', () => {
    const groups = groupCards(cards, 'day', 'tag').map((group) => [
      group.heading,
      group.cards.map(({ id }) => id),
    ])
    expect(groups).toEqual([
      ['防汛', ['early', 'late']],
      ['会议', ['late']],
      ['', ['month', 'none']],
    ])
    expect(groupCards(cards, 'day', 'none')).toHaveLength(1)
  })
})
