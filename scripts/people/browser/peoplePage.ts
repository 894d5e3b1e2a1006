import type { PeoplePage } from '../peopleMeasurement'

const worker = new Worker('./peopleWorker.js', { type: 'module' })

const page: PeoplePage = {
  step: (step) =>
    new Promise((resolve, reject) => {
      const once = { once: true }
      worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data), once)
      worker.addEventListener(
        'error',
        ({ message }) => reject(new Error(message || 'The worker could not be started.')),
        once,
      )
      worker.postMessage(step)
    }),
  memory: async () => {
    const { measureUserAgentSpecificMemory } = performance as Performance & {
      measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>
    }
    return (await measureUserAgentSpecificMemory?.call(performance))?.bytes ?? null
  },
}

Object.assign(globalThis, { people: page })
