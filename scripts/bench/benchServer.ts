import { createServer, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import type { BenchCorpus } from './benchCorpus'
import type { GroundTruth } from './groundTruth'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** With these a page is cross-origin isolated: its clock ticks 5 µs and it may measure its memory. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/** A server for one run, on this machine only. */
export interface BenchServer {
  /** Where it listens, without a slash at the end. */
  readonly origin: string
  close(): Promise<void>
}

/**
 * Serves the bundled page from a folder, articles as `/articles?from=&to=` (a JSON array), the years of all articles
 * as `/years` (16-bit numbers) and the right answer to a query as `/hits?query=` (32-bit numbers).
 */
export async function startBenchServer(
  folder: string,
  corpus: BenchCorpus,
  truth: GroundTruth,
): Promise<BenchServer> {
  const send = (response: ServerResponse, type: string, body: string | Uint8Array): void => {
    response.writeHead(200, { ...ISOLATION, 'Content-Type': type }).end(body)
  }
  const bytesOf = ({ buffer }: { readonly buffer: ArrayBuffer }): Uint8Array => new Uint8Array(buffer)

  const answer = async (address: URL, response: ServerResponse): Promise<void> => {
    const number = (name: string): number => Number(address.searchParams.get(name))
    if (address.pathname === '/articles') {
      const [from, to] = [number('from'), Math.min(corpus.size, number('to'))]
      const articles = Array.from({ length: to - from }, (_, place) => corpus.articleAt(from + place))
      send(response, 'application/json', JSON.stringify(articles))
      return
    }
    if (address.pathname === '/years') {
      send(response, 'application/octet-stream', bytesOf(truth.years))
      return
    }
    const hits = address.pathname === '/hits' ? truth.hits[number('query')] : undefined
    if (hits !== undefined) {
      send(response, 'application/octet-stream', bytesOf(hits))
      return
    }
    const file = normalize(join(folder, decodeURIComponent(address.pathname)))
    const content = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null
    if (content === null) response.writeHead(404, ISOLATION).end('Not found.\n')
    else send(response, MEDIA_TYPES[extname(file)] ?? 'application/octet-stream', content)
  }

  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost'), response).catch((cause: unknown) => {
      console.error(cause)
      response.destroy()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
