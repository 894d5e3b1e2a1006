/** Longest stretch of work after which the thread is let go, in milliseconds: a search never waits for more. */
const SLICE = 20

/** Cuts long work into slices. */
export interface TimeSlices {
  /** To be awaited between two small steps; pauses when the slice is used up. */
  breathe(): Promise<void> | undefined
}

/** Slices of work that begin now. */
export function startTimeSlices(now: () => number, pause: () => Promise<void>): TimeSlices {
  let began = now()
  return {
    breathe() {
      if (now() - began < SLICE) return undefined
      return pause().then(() => {
        began = now()
      })
    },
  }
}
