import { proxy, wrap, type Endpoint } from 'comlink'
import type { ArchiveSettings } from '../archive/platformDependencies'
import type { Archive } from '../domain/archive'
import { makeCall, passedCalls } from '../domain/archiveCalls'
import { toArchiveError } from '../domain/problem'
import { carryArchiveErrors } from './carryArchiveErrors'
import type { ExposedArchive } from './exposeArchive'
import { followStatus } from './followStatus'
import { superviseCalls, type Heartbeat } from './superviseCalls'

/** An archive in another thread, and the means to say that the thread is lost. */
export interface DistantArchive {
  readonly archive: Archive
  /** Fails every call under way with `worker-lost`, and tells whoever watches the status. */
  readonly lose: (reason: string) => void
  /** The same, unless the thread still answers. */
  readonly doubt: (reason: string) => void
}

/**
 * The archive that is exposed at the other end, started with these settings. Every call settles; it fails with an
 * ArchiveError. When the thread is lost, whoever watches is told the phase `failed` with the failure `worker-lost`, and
 * the status as it was should the thread answer again.
 */
export function archiveBehind(
  endpoint: Endpoint,
  settings: ArchiveSettings,
  heartbeat?: Heartbeat,
): DistantArchive {
  carryArchiveErrors()
  const exposed = wrap<ExposedArchive>(endpoint)
  const status = followStatus()
  const { run, lose, doubt } = superviseCalls(() => exposed.ping(), status, heartbeat)
  const call = <Result>(work: () => Promise<Result>): Promise<Result> =>
    run(work).catch((cause: unknown) => {
      throw toArchiveError(cause)
    })
  const started = call(() => exposed.start(settings))
  // Whoever calls next is told.
  started.catch(() => undefined)
  const afterStart = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await started
    return call(work)
  }
  return {
    lose,
    doubt,
    archive: {
      ...passedCalls((name, given) => afterStart(() => makeCall(exposed, name, given))),
      watch: (listener) => afterStart(() => exposed.watch(proxy(status.followFor(listener)))),
    },
  }
}
