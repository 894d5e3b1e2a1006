import type { Fetch } from '../../../src/archive/network'
import type { CollectionOnHost } from './aCollection'

/** How a host answers for one address. */
export type Answer = Uint8Array | 'silence' | 'nothing' | { readonly first: number; readonly of: Uint8Array }

/** A web in memory, with a list of what it was asked for. */
export interface Host {
  readonly fetch: Fetch
  /** The last part of every address that was asked for. */
  readonly requests: string[]
  readonly options: RequestInit[]
  serve(collection: CollectionOnHost): void
  /** Answers with these bytes; with no connection (`nothing`); never (`silence`); or never after the first bytes. */
  answer(address: string, answer: Answer): void
}

function bodyOf(answer: Exclude<Answer, 'silence' | 'nothing'>): ReadableStream<Uint8Array> {
  const isCut = !(answer instanceof Uint8Array)
  const bytes = isCut ? answer.of.subarray(0, answer.first) : answer
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        if (isCut) return new Promise(() => undefined)
        controller.close()
        return undefined
      }
      controller.enqueue(bytes.slice(at, at + 4096))
      at += 4096
      return undefined
    },
  })
}

/** A host that serves the given collections. */
export function aHost(...collections: readonly CollectionOnHost[]): Host {
  const answers = new Map<string, Answer>()
  const requests: string[] = []
  const options: RequestInit[] = []
  const host: Host = {
    requests,
    options,
    fetch(address, given) {
      requests.push(address.slice(address.lastIndexOf('/') + 1))
      options.push(given)
      const answer = answers.get(address)
      if (answer === undefined) return Promise.resolve(new Response('not here', { status: 404 }))
      if (answer === 'nothing') return Promise.reject(new TypeError('Failed to fetch'))
      if (answer === 'silence') return new Promise(() => undefined)
      return Promise.resolve(new Response(bodyOf(answer)))
    },
    serve(collection) {
      for (const [address, bytes] of collection.content) answers.set(address, bytes)
    },
    answer(address, answer) {
      answers.set(address, answer)
    },
  }
  collections.forEach(host.serve)
  return host
}
