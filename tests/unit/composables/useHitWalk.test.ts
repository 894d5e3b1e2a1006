import { describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, ref, shallowRef } from 'vue'
import { useHitWalk } from '../../../src/composables/useHitWalk'
import type { ArticleMarks, OpenedArticle } from '../../../src/domain/archive'
import { anArticle } from '../builders/anArticle'

function anOpenedArticle(marks: Partial<ArticleMarks>): OpenedArticle {
  return {
    article: anArticle(),
    marks: { title: [], kicker: [], subtitle: [], paragraphs: [], ...marks },
    dates: [],
    position: null,
  }
}

function aHitWalk(first: OpenedArticle | null) {
  const opened = shallowRef(first)
  const walk = effectScope().run(() =>
    useHitWalk(
      computed(() => opened.value),
      ref(null),
    ),
  )!
  return { opened, ...walk }
}

const threeHits = anOpenedArticle({ title: [[0, 2]], paragraphs: [[[0, 2]], [], [[3, 5]]] })

describe('useHitWalk', () => {
  it('counts the hits of every part of the article', () => {
    expect(aHitWalk(threeHits).hits.value).toBe(3)
    expect(aHitWalk(null).hits.value).toBe(0)
  })

  it('walks on from the last hit to the first', async () => {
    const { currentHit, walk } = aHitWalk(threeHits)
    const seen: unknown[] = [currentHit.value]
    for (let step = 0; step < 4; step++) {
      await walk(1)
      seen.push(currentHit.value)
    }
    expect(seen).toEqual([null, 0, 1, 2, 0])
  })

  it('walks back from nowhere to the last hit', async () => {
    const { currentHit, walk } = aHitWalk(threeHits)
    await walk(-1)
    expect(currentHit.value).toBe(2)
  })

  it('goes nowhere in an article without hits', async () => {
    const { currentHit, walk } = aHitWalk(anOpenedArticle({}))
    await walk(1)
    expect(currentHit.value).toBeNull()
  })

  it('begins anew with the next article', async () => {
    const { opened, currentHit, walk } = aHitWalk(threeHits)
    await walk(1)
    opened.value = anOpenedArticle({ title: [[0, 2]] })
    await nextTick()
    expect(currentHit.value).toBeNull()
  })
})
