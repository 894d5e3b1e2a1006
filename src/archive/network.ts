import { ArchiveError } from '../domain/problem'
import { readStreamChunks } from '../formats/readChunks'

/** The one platform function that reaches the network. */
export type Fetch = (address: string, options: RequestInit) => Promise<Response>

/** The only way from the archive to the network. */
export interface Network {
  /** Lets files below a folder be fetched. To be called only for what the user asked for or has accepted. */
  permit(folder: string): void
  /**
   * The body of a file as it comes in.
   *
   * @throws ArchiveError `address-refused`, without a request having been sent
   * @throws NetworkFailure when there is no such file, or the host does not answer or stops to; also while reading
   */
  read(address: string): Promise<AsyncIterable<Uint8Array>>
}

/** Stands for a status where a source answers, and what it has cannot be read. */
export const UNREADABLE = 0

/** A request that did not bring its file. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure'
  /** The HTTP status, or {@link UNREADABLE}; `null` when there was no answer. */
  readonly status: number | null

  constructor(message: string, status: number | null = null) {
    super(message)
    this.status = status
  }
}

const PATIENCE = 60_000

/** Fails when a step takes too long, so that a host that falls silent holds nothing up for ever. */
async function withPatience<Result>(
  work: Promise<Result>,
  patience: number,
  giveUp: () => void,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new NetworkFailure(`no answer for ${patience / 1000} seconds`))
    }, patience)
  })
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}

function toNetworkFailure(cause: unknown, isForeign: boolean): NetworkFailure {
  if (cause instanceof NetworkFailure) return cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  const hint = isForeign
    ? '; the host may be out of reach, may lead to another address (redirects are not followed: give the address itself), or may not let other sites read it (CORS)'
    : ''
  return new NetworkFailure(`${reason}${hint}`)
}

/**
 * A network that reaches the app's own origin and what was permitted, nothing else, and says to nobody where it comes
 * from. The own origin is sent its own cookies, since it may ask for them, and may redirect within itself; another is
 * sent none, and is not followed anywhere, since that might be an origin nobody has accepted. What the browser has kept is asked for again by its tag, so that a file that was replaced under its old
 * name is seen.
 *
 * @param patience milliseconds of silence after which a request is given up
 */
export function createNetwork(fetch: Fetch, appBase: string, patience = PATIENCE): Network {
  const own = new URL(appBase).origin
  const permitted = new Set<string>()

  return {
    permit(folder) {
      permitted.add(folder)
    },
    async read(address) {
      const { href, origin } = new URL(address)
      const isForeign = origin !== own
      if (isForeign && ![...permitted].some((folder) => href.startsWith(folder))) {
        throw new ArchiveError('address-refused', address, 'neither the app’s own nor accepted by the user')
      }
      const abort = new AbortController()
      const patiently = async <Result>(work: Promise<Result>): Promise<Result> => {
        try {
          return await withPatience(work, patience, () => {
            abort.abort()
          })
        } catch (cause) {
          throw toNetworkFailure(cause, isForeign)
        }
      }
      const response = await patiently(
        fetch(href, {
          credentials: isForeign ? 'omit' : 'same-origin',
          referrerPolicy: 'no-referrer',
          redirect: isForeign ? 'error' : 'follow',
          cache: 'no-cache',
          signal: abort.signal,
        }),
      )
      const answered = response.url === '' ? href : response.url
      if (new URL(answered).origin !== origin) {
        abort.abort()
        throw new NetworkFailure(`the host redirects to ${answered}, which is another origin`)
      }
      if (!response.ok) {
        throw new NetworkFailure(`status ${response.status} ${response.statusText}`.trim(), response.status)
      }
      return readBody(response, patiently)
    },
  }
}

async function* readBody(
  response: Response,
  patiently: <Result>(work: Promise<Result>) => Promise<Result>,
): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  const chunks = readStreamChunks(response.body)
  try {
    for (;;) {
      const next = await patiently(chunks.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    // A generator that hangs in a read never ends by itself; nobody waits for it.
    void chunks.return(undefined).catch(() => undefined)
  }
}
