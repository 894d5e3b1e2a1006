import { nextTick, watch, type WatchSource } from 'vue'

/**
 * Measures how long what follows from a change takes to draw: from the change to the end of the frame that shows it, so
 * script, layout and painting, and up to a frame of waiting.
 *
 * @returns tells the middle one of the last three in milliseconds, that one which was held up counts for nothing; 0 before
 */
export function useDrawingTime(source: WatchSource<unknown>): () => number {
  const last = [0, 0, 0]
  watch(
    source,
    async () => {
      const begin = performance.now()
      await nextTick()
      requestAnimationFrame(() => {
        setTimeout(() => {
          last.shift()
          last.push(performance.now() - begin)
        })
      })
    },
    { flush: 'sync' },
  )
  return () => last.toSorted((a, b) => a - b)[1]!
}
