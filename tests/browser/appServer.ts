import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as ask, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../scripts/project.mjs'
import { createStaticServer } from '../../scripts/serve.mjs'

const builtApp = join(projectRoot, 'dist')

/** The built app on a port of its own, and the power to take it away. */
export interface AppServer {
  /** Where the app is, with the slash at its end. */
  readonly address: string
  /** The paths below the app that were asked for, since the test began. */
  readonly requests: readonly string[]
  /** Lets requests wait whose path matches, until the function that comes back is called. */
  hold(pattern: RegExp): () => void
  /** Answers 404 for a path below the app, until the function that comes back is called. */
  lose(path: string): () => void
  /** Writes a file below the app, or over what was written there before. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** The folder that the server serves. */
  readonly folder: string
  /** Stops it as a lost machine would, open connections included; twice is once. */
  kill(): Promise<void>
  /** Brings it back on the same port. */
  restart(): Promise<void>
  /** Forgets what was asked and lets go of what is held, for the next test. */
  reset(): void
  /** Ends it for good. */
  close(): Promise<void>
}

/** How an app is served. */
export interface ServerOptions {
  /** The path that the app lies under; `/` or one that begins and ends with a slash. */
  readonly prefix?: string
  /** Headers of every answer, such as those that let other origins read. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A copy of the built app, to which files can be added and which a new build leaves alone. */
async function copyOfApp(): Promise<string> {
  if (!existsSync(join(builtApp, 'index.html'))) {
    throw new Error('There is no built app in dist: run `npm run build`.')
  }
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-app-'))
  await cp(builtApp, folder, { recursive: true })
  return folder
}

/** Serves the built app by the server of `npm start`, behind a front that counts, holds and can be cut off. */
export async function startAppServer({ prefix = '/', headers = {} }: ServerOptions = {}): Promise<AppServer> {
  const folder = await copyOfApp()
  const files = createStaticServer({ root: folder, prefix })
  const filesPort = await files.listen()
  let requests: string[] = []
  let held: { readonly pattern: RegExp; readonly released: Promise<void>; readonly release: () => void }[] =
    []
  const lost = new Set<string>()
  let front: Server | null = null

  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => {
        const path = request.url ?? '/'
        requests.push(path.startsWith(prefix) ? path.slice(prefix.length) : path)
        if (lost.has(requests.at(-1) ?? '')) {
          response.writeHead(404, headers).end()
          return
        }
        const waiting = held.filter(({ pattern }) => pattern.test(path)).map(({ released }) => released)
        void Promise.all(waiting).then(() => {
          const onward = ask(
            { port: filesPort, host: '127.0.0.1', path, method: request.method, headers: request.headers },
            (answer) => {
              response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...headers })
              answer.pipe(response)
            },
          )
          onward.on('error', () => response.destroy())
          onward.end()
        })
      })
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        front = server
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })

  const port = await listen(0)
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (front === null) {
        resolve()
        return
      }
      front.close(() => resolve())
      front.closeAllConnections()
      front = null
    })
  const reset = (): void => {
    requests = []
    for (const { release } of held) release()
    held = []
    lost.clear()
  }

  return {
    address: `http://localhost:${port}${prefix}`,
    folder,
    get requests() {
      return requests
    },
    hold(pattern) {
      let release: () => void = () => undefined
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      held.push({ pattern, released, release })
      return release
    },
    lose(path) {
      lost.add(path)
      return () => lost.delete(path)
    },
    async write(path, content) {
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    },
    kill,
    async restart() {
      if (front === null) await listen(port)
    },
    reset,
    async close() {
      reset()
      await kill()
      await files.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
