import { articleDate } from './article'
import type { Card } from './card'
import { compareEventDates } from './chronicle'
import { comparePlaces } from './placeOrder'
import type { CardGrouping, CardOrder } from './project'

/** Cards that stand under one heading; its value is empty for those that have none. */
export interface CardGroup {
  readonly heading: string
  readonly cards: readonly Card[]
}

/** Cards in the order of their events, those without a day last, or as they were laid out by hand. */
export function orderCards(cards: readonly Card[], order: CardOrder): readonly Card[] {
  return [...cards].sort((one, other) => {
    if (order === 'hand') return comparePlaces(one, other)
    const byEvent = compareEventDates(one.eventDate, other.eventDate)
    const byIssue = compareEventDates(articleDate(one.source), articleDate(other.source))
    return byEvent || byIssue || comparePlaces(one, other)
  })
}

function headingsOf(card: Card, grouping: CardGrouping): readonly string[] {
  switch (grouping) {
    case 'none':
      return ['']
    case 'year':
      return [card.eventDate?.slice(0, 4) ?? '']
    case 'month':
      return [card.eventDate?.slice(0, 7) ?? '']
    case 'tag':
      return card.tags.length === 0 ? [''] : card.tags
    case 'newspaper':
      return [card.source.newspaper ?? '']
  }
}

/**
 * Cards in their order, grouped; a group stands where its first card does, and those without a heading stand last. A card
 * with several tags stands under each of them.
 */
export function groupCards(
  cards: readonly Card[],
  order: CardOrder,
  grouping: CardGrouping,
): readonly CardGroup[] {
  const groups = new Map<string, Card[]>()
  for (const card of orderCards(cards, order)) {
    for (const heading of headingsOf(card, grouping)) {
      const group = groups.get(heading)
      if (group === undefined) groups.set(heading, [card])
      else group.push(card)
    }
  }
  const found = [...groups].map(([heading, held]) => ({ heading, cards: held }))
  return [...found.filter(({ heading }) => heading !== ''), ...found.filter(({ heading }) => heading === '')]
}
