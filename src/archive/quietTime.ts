/** Knows when the archive was last asked for something, so that work which cannot be cut into slices waits for a gap. */
export interface QuietTime {
  /** Notes that something is asked for. */
  noteCall(): void
  /** Settles when nothing was asked for `length` milliseconds, but after `atMost` milliseconds in any case. */
  until(length: number, atMost: number): Promise<void>
}

/** A quiet time that begins now. */
export function createQuietTime(now: () => number): QuietTime {
  let lastCall = -Infinity
  return {
    noteCall() {
      lastCall = now()
    },
    async until(length, atMost) {
      const end = now() + atMost
      for (;;) {
        const time = now()
        const wait = Math.min(lastCall + length, end) - time
        if (wait <= 0) return
        await new Promise((resolve) => {
          setTimeout(resolve, wait)
        })
      }
    },
  }
}
