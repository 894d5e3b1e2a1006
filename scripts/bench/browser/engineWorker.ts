import type { StepRequest } from '../benchSteps'
import { buildIndex } from './buildIndex'
import { questionIndex } from './questionIndex'

function report(cause: unknown): void {
  self.postMessage({ error: cause instanceof Error ? cause.message : String(cause) })
}

/** The worker that one engine has for itself: does the step that it is sent and reports it, or why it could not. */
self.addEventListener('message', ({ data }: MessageEvent<StepRequest>) => {
  const done = data.step === 'build' ? buildIndex(data.engine, data.size) : questionIndex(data)
  done.then((result) => self.postMessage({ result }), report)
})

// An engine that fails beside its own promises would otherwise be waited for.
self.addEventListener('unhandledrejection', ({ reason }) => report(reason))
