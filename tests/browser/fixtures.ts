import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext } from '@playwright/test'
import { projectRoot } from '../../scripts/project.mjs'
import { createStaticServer } from '../../scripts/serve.mjs'

export { expect }

const root = join(projectRoot, 'dist')

/** The built app on a port of its own, and the power to take it away. */
export interface AppServer {
  /** Where the app is, with the slash at its end. */
  readonly address: string
  /** Stops it as a lost machine would, open connections included; twice is once. */
  kill(): Promise<void>
  /** Brings it back on the same port. */
  restart(): Promise<void>
}

/** What may happen in a test although it would fail any other. */
export interface Watch {
  /** Lets console messages and page errors pass that match. */
  allowMessages(pattern: RegExp): void
  /** Lets requests to other origins pass whose address matches. */
  allowRequests(pattern: RegExp): void
  /** Watches a context that the test has made itself. */
  observe(context: BrowserContext): void
}

async function startServer(): Promise<AppServer> {
  if (!existsSync(join(root, 'index.html')))
    throw new Error('There is no built app in dist: run `npm run build`.')
  let server: ReturnType<typeof createStaticServer> | null = createStaticServer({ root })
  const port = await server.listen()
  return {
    address: `http://localhost:${port}/`,
    async kill() {
      await server?.close()
      server = null
    },
    async restart() {
      if (server !== null) return
      server = createStaticServer({ root })
      await server.listen(port)
    },
  }
}

interface TestFixtures {
  /** This worker's server, running when the test begins. */
  readonly server: AppServer
  readonly watch: Watch
}

interface WorkerFixtures {
  readonly workerServer: AppServer
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  workerServer: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.kill()
    },
    { scope: 'worker' },
  ],

  server: async ({ workerServer }, use) => {
    await use(workerServer)
    await workerServer.restart()
  },

  baseURL: async ({ server }, use) => {
    await use(server.address)
  },

  watch: [
    async ({ context, server }, use) => {
      const allowedMessages: RegExp[] = []
      const allowedRequests: RegExp[] = []
      const complaints: string[] = []
      const origin = new URL(server.address).origin
      const complain = (words: string, allowed: readonly RegExp[]) => {
        if (!allowed.some((pattern) => pattern.test(words))) complaints.push(words)
      }

      const watch: Watch = {
        allowMessages: (pattern) => allowedMessages.push(pattern),
        allowRequests: (pattern) => allowedRequests.push(pattern),
        observe(observed) {
          observed.on('console', (message) => {
            if (message.type() !== 'warning' && message.type() !== 'error') return
            complain(
              `console ${message.type()}: ${message.text()} (${message.location().url})`,
              allowedMessages,
            )
          })
          observed.on('weberror', (error) => {
            complain(`page error: ${error.error().stack ?? error.error().message}`, allowedMessages)
          })
          observed.on('request', (request) => {
            const { protocol, origin: asked } = new URL(request.url())
            if (asked === origin || protocol === 'data:' || protocol === 'blob:') return
            complain(`request to another origin: ${request.url()}`, allowedRequests)
          })
        },
      }
      watch.observe(context)
      await use(watch)
      expect(complaints, 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
})
