import { articleDate, type Article } from '../../src/domain/article'
import { seededRandom } from './seededRandom'

/** The year of an article; 0 for one without a date. */
export function yearOf(article: Pick<Article, 'issueDate' | 'publishedAt'>): number {
  return Number(articleDate(article)?.slice(0, 4) ?? 0)
}

function lengthOf(article: Article): number {
  return article.paragraphs.reduce((length, paragraph) => length + paragraph.length, 0)
}

/**
 * Makes more articles than there are. The article with a number is put together of real ones of one year: date,
 * newspaper and length of one, title and people of another, first and further paragraphs of others, until the length
 * is reached. So lengths, frequencies and what stands in every first paragraph stay as they are. The same number and
 * seed always give the same article. `articles` is not empty.
 */
export function recombiner(articles: readonly Article[], seed: number): (ordinal: number) => Article {
  const ofYear = new Map<number, Article[]>()
  for (const article of articles) {
    const year = yearOf(article)
    const same = ofYear.get(year)
    if (same === undefined) ofYear.set(year, [article])
    else same.push(article)
  }
  return (ordinal) => {
    const random = seededRandom(seed + ordinal)
    const model = random.pick(articles)
    const others = ofYear.get(yearOf(model))!
    const heading = random.pick(others)
    const wanted = lengthOf(model)
    const paragraphs = [random.pick(others).paragraphs[0]!]
    let length = paragraphs[0]!.length
    for (let tries = 0; length < wanted && tries < 200; tries++) {
      const further = random.pick(others).paragraphs.slice(1)
      if (further.length === 0) continue
      const paragraph = random.pick(further)
      paragraphs.push(paragraph)
      length += paragraph.length
    }
    const { subtitle: _subtitle, kicker: _kicker, ...kept } = model
    return { ...kept, title: heading.title, people: heading.people, paragraphs }
  }
}
