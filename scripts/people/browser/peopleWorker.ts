import type { Article } from '../../../src/domain/article'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { recognizePeople } from '../../../src/people/recognizePeople'
import type { PeopleStep } from '../peopleMeasurement'

let articles: readonly Article[] = []

async function fetchArticles(count: number): Promise<number> {
  const response = await fetch(`/articles?from=0&to=${String(count)}`)
  articles = (await response.json()) as readonly Article[]
  const encoder = new TextEncoder()
  return articles.reduce(
    (sum, { title, paragraphs }) => sum + encoder.encode([title, ...paragraphs].join('')).length,
    0,
  )
}

async function answer(step: PeopleStep): Promise<number> {
  if (typeof step === 'object') return fetchArticles(step.fetch)
  const began = performance.now()
  const resources = await loadPeopleResources()
  if (step === 'load') return performance.now() - began
  return articles.reduce((sum, article) => sum + recognizePeople(article, resources).length, 0)
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PeopleStep>) => {
  void answer(data).then((result) => {
    globalThis.postMessage(result)
  })
})
