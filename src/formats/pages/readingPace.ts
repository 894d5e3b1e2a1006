/** Lets long work pause and end. */
export interface ReadingPace {
  /** To be awaited between small steps; lets the thread go when it was kept long enough. */
  breathe(): Promise<void> | undefined
  /** Whether the page has taken all the time that one page may. */
  isLate(): boolean
}

/** A pace by a clock in milliseconds: pauses after `slice`, late after `longest`. */
export function startPace(
  now: () => number,
  pause: () => Promise<void>,
  slice: number,
  longest: number,
): ReadingPace {
  const began = now()
  let resumed = began
  return {
    breathe() {
      if (now() - resumed < slice) return undefined
      return pause().then(() => {
        resumed = now()
      })
    },
    isLate: () => now() - began > longest,
  }
}
