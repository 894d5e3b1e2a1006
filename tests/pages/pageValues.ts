import { dayAfter, monthAndDay, type CalendarDay, type Moment } from './calendarDays'
import {
  CHANNELS,
  COMPOUND_NAMED_PERSONS,
  DOTTED_PERSONS,
  OFFICE_FORMS,
  PAGE_TITLES,
  PAPER_FORMS,
  PERSONS,
  PLACES,
  SHORT_NAMED_PERSONS,
  SITE_FORMS,
  TOWNS,
  VILLAGES,
  type InventedPlace,
} from './inventedNames'
import type { NewsTopic } from './newsTopic'
import { NEWS_TOPICS } from './newsTopics'
import { seededRandom, type SeededRandom } from './seededRandom'

/** A report of 4 to 7 different paragraphs, without a dateline. */
export interface Story {
  readonly title: string
  readonly kicker: string
  readonly subtitle: string
  readonly paragraphs: readonly string[]
}

/** What fills the slots of a page. All of it fits together: the posting comes the day after the issue. */
export interface PageValues {
  readonly place: InventedPlace
  /** Two different papers of the place. */
  readonly paper: string
  readonly otherPaper: string
  readonly site: string
  /** An address that can belong to nobody. */
  readonly host: string
  readonly office: string
  readonly broadcaster: string
  /** Eight different persons of three characters for by-lines and credits; none stands in the stories. */
  readonly persons: readonly string[]
  /** Three of two characters. */
  readonly shortNamed: readonly string[]
  readonly compoundNamed: string
  readonly dotted: readonly string[]
  readonly issue: CalendarDay
  readonly posted: Moment
  /** A moment of the same day before eight in the morning: by universal time it is the day before. */
  readonly postedEarly: Moment
  /** A day of the 1930s. */
  readonly republicIssue: CalendarDay
  /** 1 to 16. */
  readonly pageNumber: number
  readonly pageTitle: string
  readonly channels: readonly string[]
  /** Four reports on different subjects. */
  readonly stories: readonly Story[]
  /** Up to forty headlines of other reports, of another place. */
  readonly headlines: readonly string[]
  /** A number of readers, clicks, comments. */
  readonly count: number
}

interface Slots {
  readonly random: SeededRandom
  readonly place: InventedPlace
  readonly day: CalendarDay
  readonly persons: readonly [string, string]
}

function filled(template: string, { random, place, day, persons }: Slots): string {
  const slots: Readonly<Record<string, () => string>> = {
    place: () => place.full,
    short: () => place.short,
    town: () => random.pick(TOWNS),
    village: () => random.pick(VILLAGES),
    A: () => persons[0],
    B: () => persons[1],
    n: () => String(random.integer(12, 59)),
    m: () => String(random.integer(120, 4800)),
    k: () => String(random.integer(3, 9)),
    p: () => `${random.integer(31, 89)}.${random.integer(1, 9)}`,
    day: () => monthAndDay(day),
  }
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => slots[name]!())
}

/** The sentences of a topic in a drawn order, one to three to a paragraph; the lead opens the report. */
function storyOf(topic: NewsTopic, slots: Slots): Story {
  const { random } = slots
  const sentences = random.draw(topic.sentences, topic.sentences.length).map((one) => filled(one, slots))
  const paragraphs = [filled(random.pick(topic.leads), slots)]
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, random.integer(1, 3)).join(''))
  return {
    title: filled(random.pick(topic.titles), slots),
    kicker: filled(topic.kicker, slots),
    subtitle: filled(topic.subtitle, slots),
    paragraphs,
  }
}

/** The values of a layout for a seed: always the same for the same two. */
export function pageValues(seed: number, layout: string): PageValues {
  const random = seededRandom(`${seed} ${layout}`)
  const place = random.pick(PLACES)
  const persons = random.draw(PERSONS, 16)
  const [paper = '', otherPaper = ''] = random
    .draw(PAPER_FORMS, 2)
    .map((form) => form.replace('X', place.short))
  const issue = {
    year: random.integer(2001, 2022),
    month: random.integer(1, 12),
    day: random.integer(1, 28),
  }
  const postedDay = dayAfter(issue, 1)
  const minutes = { minute: random.integer(0, 59), second: random.integer(0, 59) }
  const topics = random.draw(NEWS_TOPICS, NEWS_TOPICS.length)
  const slots = (at: number): Slots => ({
    random,
    place,
    day: dayAfter(issue, -1),
    persons: [persons[8 + 2 * at]!, persons[9 + 2 * at]!],
  })
  const stories = topics.slice(0, 4).map((topic, at) => storyOf(topic, slots(at)))
  const otherSlots: Slots = { ...slots(0), place: random.pick(PLACES.filter((one) => one !== place)) }
  const titles = topics.slice(4).flatMap((topic) => [...topic.titles, ...topic.titles, topic.kicker])
  return {
    place,
    paper,
    otherPaper,
    site: random.pick(SITE_FORMS).replace('X', place.short),
    host: `www.${place.latin}.example`,
    office: random.pick(OFFICE_FORMS).replace('X', place.full),
    broadcaster: `${place.short}广播电视台`,
    persons: persons.slice(0, 8),
    shortNamed: random.draw(SHORT_NAMED_PERSONS, 3),
    compoundNamed: random.pick(COMPOUND_NAMED_PERSONS),
    dotted: random.draw(DOTTED_PERSONS, 2),
    issue,
    posted: { ...postedDay, hour: random.integer(8, 22), ...minutes },
    postedEarly: { ...postedDay, hour: random.integer(0, 7), ...minutes },
    republicIssue: {
      year: random.integer(1921, 1936),
      month: random.integer(1, 12),
      day: random.integer(1, 28),
    },
    pageNumber: random.integer(1, 16),
    pageTitle: random.pick(PAGE_TITLES),
    channels: random.pick(CHANNELS),
    stories,
    headlines: [
      ...new Set(random.draw(titles, titles.length).map((title) => filled(title, otherSlots))),
    ].slice(0, 40),
    count: random.integer(210, 9800),
  }
}
