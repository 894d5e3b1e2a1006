import { ArchiveError } from '../domain/problem'

/** Watches over calls to a thread that may die without a word. */
export interface Supervision {
  /** A call that settles as the given one does, or fails with `worker-lost` when the thread falls silent or is lost. */
  run<Result>(call: () => Promise<Result>): Promise<Result>
  /** Fails every call that is under way; later ones are tried all the same. */
  lose(reason: string): void
  /** Asks for a sign of life; without one until the next beat but one, the thread is lost for this reason. */
  doubt(reason: string): void
}

/** How often life is asked for, in milliseconds, and how often in vain before the thread counts as lost. */
export interface Heartbeat {
  readonly interval: number
  readonly missed: number
}

/** Who is told of the thread as a whole; of each change once. */
export interface ThreadListener {
  onLost(error: ArchiveError): void
  /** The thread that was lost has answered after all. */
  onFound(): void
}

/**
 * Supervision by a heartbeat that runs while calls are under way. Beats are counted, not the time, so that a device
 * which slept does not find its thread dead.
 *
 * @param ping settles when the thread answers
 */
export function superviseCalls(
  ping: () => Promise<unknown>,
  listener: ThreadListener,
  { interval, missed }: Heartbeat = { interval: 5000, missed: 4 },
): Supervision {
  const pending = new Set<(error: ArchiveError) => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  let unanswered = 0
  let isLost = false

  function lose(reason: string): void {
    const error = new ArchiveError('worker-lost', '', reason)
    for (const reject of pending) reject(error)
    pending.clear()
    rest()
    if (isLost) return
    isLost = true
    listener.onLost(error)
  }

  function find(): void {
    if (!isLost) return
    isLost = false
    listener.onFound()
  }

  function rest(): void {
    clearInterval(timer)
    timer = undefined
    unanswered = 0
  }

  function beat(): void {
    if (unanswered >= missed) {
      lose(`no answer for ${(interval * missed) / 1000} seconds`)
      return
    }
    unanswered += 1
    ping().then(
      () => {
        unanswered = 0
        find()
      },
      () => undefined,
    )
  }

  return {
    lose,
    doubt(reason) {
      let beats = 0
      const waiting = setInterval(() => {
        beats += 1
        if (beats < 2) return
        clearInterval(waiting)
        lose(reason)
      }, interval)
      ping().then(
        () => {
          clearInterval(waiting)
          find()
        },
        () => undefined,
      )
    },
    run(call) {
      return new Promise((resolve, reject) => {
        const settle = (): void => {
          pending.delete(reject)
          if (pending.size === 0) rest()
        }
        pending.add(reject)
        timer ??= setInterval(beat, interval)
        call()
          .then((result) => {
            find()
            resolve(result)
          }, reject)
          .finally(settle)
      })
    },
  }
}
