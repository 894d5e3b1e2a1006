import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import CardBoard from '../../../../src/components/projects/CardBoard.vue'
import ChronicleBoard from '../../../../src/components/projects/ChronicleBoard.vue'
import { reviewedState, reviewId, type EntryReview } from '../../../../src/domain/entryReview'
import { projectsEn } from '../../../../src/locales/projectsEn'
import { aCard, anEntry, aProject } from '../../builders/aProject'
import { mountWithMessages } from '../../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const cards = [
  aCard('a', { eventDate: '2012-07-02', place: 1 }),
  aCard('b', { eventDate: '2012-07-01', place: 2, tags: ['防汛'] }),
  aCard('c', { place: 3 }),
]

function board(fields: Record<string, unknown> = {}): VueWrapper {
  return mountWithMessages(CardBoard, {
    props: {
      project: aProject(),
      cards,
      entries: [],
      standings: new Map(),
      citationOf: ({ source }: { source: { title: string } }) => `cited ${source.title}`,
      longDate: (date: string) => date,
      ...fields,
    },
  })
}

function order(wrapper: VueWrapper): readonly (string | undefined)[] {
  return wrapper.findAll('[data-testid="card"]').map((card) => card.attributes('data-card'))
}

describe('the cards of a project', () => {
  it('stand by the day of the event, and are found by their words', async () => {
    const wrapper = board()
    expect(order(wrapper)).toEqual(['b', 'a', 'c'])
    await wrapper.get('[data-testid="card-filter"]').setValue('防汛')
    expect(order(wrapper)).toEqual(['b'])
  })

  it('are moved by keyboard where they are laid out by hand, and only there', async () => {
    const wrapper = board({ project: aProject({ order: 'hand' }) })
    expect(order(wrapper)).toEqual(['a', 'b', 'c'])
    const card = wrapper.get('[data-card="b"]')
    await card.trigger('keydown', { key: 'ArrowUp', altKey: true })
    await card.trigger('keydown', { key: 'ArrowDown', altKey: true })
    await card.trigger('keydown', { key: 'ArrowUp' })
    expect(wrapper.emitted('move')?.map(([, id, before]) => [id, before])).toEqual([
      ['b', 'a'],
      ['b', null],
    ])
    const byDay = board()
    await byDay.get('[data-card="a"]').trigger('keydown', { key: 'ArrowUp', altKey: true })
    expect(byDay.emitted('move')).toBeUndefined()
  })

  it('are dropped before the one over whose upper half they are dragged, and behind it over the lower', async () => {
    const wrapper = board({ project: aProject({ order: 'hand' }) })
    const [first, second] = wrapper.findAll('li')
    for (const place of [first!, second!]) {
      place.element.getBoundingClientRect = () => new DOMRect(0, 100, 600, 80)
    }
    await wrapper.get('[data-card="c"] .grip').trigger('dragstart')
    await first!.trigger('dragover', { clientY: 110 })
    await first!.trigger('drop')
    await wrapper.get('[data-card="a"] .grip').trigger('dragstart')
    await second!.trigger('dragover', { clientY: 170 })
    await second!.trigger('drop')
    await wrapper.get('[data-card="a"] .grip').trigger('dragstart')
    await first!.trigger('dragover', { clientY: 110 })
    await first!.trigger('drop')
    expect(wrapper.emitted('move')?.map(([, id, before]) => [id, before])).toEqual([
      ['c', 'a'],
      ['a', 'c'],
    ])
  })

  it('are edited from the first field on, and leave the focus where it began', async () => {
    const wrapper = board()
    const card = wrapper.get('[data-card="a"]')
    await card.get('[data-testid="card-edit"]').trigger('click')
    expect(document.activeElement).toBe(card.get('[data-testid="event-date"]').element)
    await card.get('[data-testid="card-editor"]').trigger('keydown', { key: 'Escape' })
    expect(document.activeElement).toBe(card.get('[data-testid="card-edit"]').element)
  })

  it('leave the focus to the next one when one goes, and to the last when the last goes', async () => {
    const wrapper = board()
    const focused = () => document.activeElement?.closest('[data-card]')?.getAttribute('data-card')
    const deleteButton = (id: string) =>
      wrapper.get<HTMLElement>(`[data-card="${id}"] [data-testid="card-delete"]`).element
    deleteButton('a').focus()
    await wrapper.setProps({ cards: [cards[1], cards[2]] })
    expect(focused()).toBe('c')
    deleteButton('c').focus()
    await wrapper.setProps({ cards: [cards[1]] })
    expect(focused()).toBe('b')
  })

  it('leave the focus alone that is elsewhere when one goes', async () => {
    const wrapper = board()
    const filter = wrapper.get<HTMLElement>('[data-testid="card-filter"]').element
    filter.focus()
    await wrapper.setProps({ cards: [cards[1], cards[2]] })
    expect(document.activeElement).toBe(filter)
  })

  it('become one entry together, in the order in which they stand', async () => {
    const wrapper = board()
    for (const id of ['a', 'b']) await wrapper.get(`[data-card="${id}"] header input`).setValue(true)
    await wrapper.get('[data-testid="one-entry"]').trigger('click')
    expect(wrapper.emitted('makeEntries')).toEqual([[[[cards[1], cards[0]]]]])
    expect(wrapper.find('[data-testid="picked-cards"]').exists()).toBe(false)
  })

  it('show both texts when that of the article has changed, and say when it is gone', async () => {
    const changed = { kind: 'changed', text: '现在的文字', spans: [], source: cards[0]!.source }
    const wrapper = board({
      standings: new Map<string, unknown>([
        ['a', changed],
        ['b', { kind: 'gone' }],
      ]),
    })
    const card = wrapper.get('[data-card="a"]')
    expect(card.text()).toContain('示例文字')
    expect(card.get('[data-testid="card-changed"]').text()).toContain('现在的文字')
    await card.get('[data-testid="card-changed"] button').trigger('click')
    expect(wrapper.emitted('renew')?.[0]).toEqual([cards[0], changed])
    expect(wrapper.get('[data-card="b"]').find('[data-testid="card-gone"]').exists()).toBe(true)
    expect(wrapper.get('[data-card="c"]').find('[data-testid="card-gone"]').exists()).toBe(false)
  })
})

describe('a chronicle', () => {
  const entry = anEntry('e', { date: '2012-07-01', text: '大堤开工。', cardIds: ['a', 'b'] })
  const review: EntryReview = {
    id: reviewId('e', 'first'),
    entryId: 'e',
    stage: 'first',
    by: '李样张',
    on: '2026-03-02',
    state: reviewedState(entry),
  }

  function chronicle(fields: Record<string, unknown> = {}): VueWrapper {
    return mountWithMessages(ChronicleBoard, {
      props: {
        entries: [entry],
        cards: new Map(cards.map((card) => [card.id, card])),
        reviews: new Map([['e', [review]]]),
        reviewer: '',
        noteOf: () => '出处',
        longDate: (date: string) => date,
        edited: null,
        ...fields,
      },
    })
  }

  it('shows an entry as it is printed, its note, and that its reports differ', () => {
    const wrapper = chronicle()
    expect(wrapper.get('.printed').text()).toBe('7月1日　大堤开工。')
    expect(wrapper.get('[data-testid="entry-note"]').text()).toContain('出处')
    expect(wrapper.get('[data-testid="entry-days"]').text()).toContain('2012-07-01')
    expect(wrapper.get('[data-testid="entry-reviews"]').text()).toContain('李样张')
    expect(wrapper.find('.stale').exists()).toBe(false)
  })

  it('says that an entry was changed after its review', () => {
    const wrapper = chronicle({ entries: [{ ...entry, text: '大堤于昨天开工。' }] })
    expect(wrapper.get('.stale').text()).toBe(projectsEn.projects.entry.reviewStale)
  })

  it('makes entries of the cards that are not used', async () => {
    const wrapper = chronicle()
    await wrapper.get('[data-testid="entries-of-unused"]').trigger('click')
    expect(wrapper.emitted('create')).toEqual([[[[cards[2]]]]])
  })

  it('is not written with a date that is none', async () => {
    const wrapper = chronicle({ edited: 'e' })
    await wrapper.get('[data-testid="entry-text"]').setValue('改写。')
    await wrapper.get('[data-testid="event-date"]').setValue('2012-02-30')
    await wrapper.get('[data-testid="entry-editor"]').trigger('submit')
    expect(wrapper.emitted('edit')).toBeUndefined()
    await wrapper.get('[data-testid="event-date"]').setValue('2012年2月')
    await wrapper.get('[data-testid="entry-editor"]').trigger('submit')
    expect(wrapper.emitted('edit')?.[0]).toMatchObject([
      entry,
      { date: '2012-02', text: '改写。', cardIds: ['a', 'b'] },
    ])
  })
})
