import type { Article } from '../../../src/domain/article'
import type { BuildResult } from '../benchSteps'
import { loadEngine } from './loadEngine'

/** Articles fetched at once. */
const BATCH = 1000

async function fetchArticles(from: number, to: number): Promise<readonly Article[]> {
  const response = await fetch(`/articles?from=${from}&to=${to}`)
  if (!response.ok) throw new Error(`The articles from ${from} could not be fetched: ${response.status}.`)
  return (await response.json()) as readonly Article[]
}

/** Builds and stores an engine's index. The clock stands still while articles are fetched. */
export async function buildIndex(name: string, size: number): Promise<BuildResult> {
  const engine = await loadEngine(name)
  let buildMs = 0
  const timed = async <Value>(act: () => Value | Promise<Value>): Promise<Value> => {
    const start = performance.now()
    const value = await act()
    buildMs += performance.now() - start
    return value
  }
  const builder = await timed(() => engine.build())
  for (let from = 0; from < size; from += BATCH) {
    const articles = await fetchArticles(from, Math.min(size, from + BATCH))
    await timed(() => builder.add(articles))
  }
  const indexBytes = await timed(() => builder.store())
  return { buildMs, indexBytes }
}
