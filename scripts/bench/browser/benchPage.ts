import type { StepRequest } from '../benchSteps'

type Reply = { readonly result: unknown } | { readonly error: string }

/** What the page offers to the program that drives it. */
interface BenchPage {
  /** Has a step done by a new worker, which stays until the page goes, so that its memory can be measured. */
  run(request: StepRequest): Promise<unknown>
  /** Bytes of the page and its workers after a collection of garbage; `null` where the browser cannot tell. */
  memory(): Promise<number | null>
}

/** A worker that nobody holds is collected as garbage, and with it the memory that is to be measured. */
const workers: Worker[] = []

const page: BenchPage = {
  run: (request) =>
    new Promise((resolve, reject) => {
      // SQLite's other file system wants a worker and a lock of its own; this keeps it from starting.
      const worker = new Worker('./engineWorker.js?opfs-disable', { type: 'module' })
      workers.push(worker)
      worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
        if ('error' in data) reject(new Error(data.error))
        else resolve(data.result)
      })
      worker.addEventListener('error', ({ message }) =>
        reject(new Error(message || 'The worker could not be started.')),
      )
      worker.postMessage(request)
    }),
  memory: async () => {
    const { measureUserAgentSpecificMemory } = performance as Performance & {
      measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>
    }
    return (await measureUserAgentSpecificMemory?.call(performance))?.bytes ?? null
  },
}

Object.assign(globalThis, { bench: page })
