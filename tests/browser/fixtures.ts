import { test as base, expect, type BrowserContext } from '@playwright/test'
import { startAppServer, type AppServer } from './appServer'

export { expect }

/** What may happen in a test although it would fail any other. */
export interface Watch {
  /** Lets console messages and page errors pass that match. */
  allowMessages(pattern: RegExp): void
  /** Lets requests to other origins pass whose address matches. */
  allowRequests(pattern: RegExp): void
  /** Watches a context that the test has made itself. */
  observe(context: BrowserContext): void
}

/** What the browser itself says in the console of a page whose network is cut. */
export const NETWORK_LINES = /Failed to load resource: net::ERR_|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED/

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
      const server = await startAppServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],

  server: async ({ workerServer }, use) => {
    workerServer.reset()
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
      const complain = (words: string) => {
        if (!allowedMessages.some((pattern) => pattern.test(words))) complaints.push(words)
      }

      const watch: Watch = {
        allowMessages: (pattern) => allowedMessages.push(pattern),
        allowRequests: (pattern) => allowedRequests.push(pattern),
        observe(observed) {
          observed.on('console', (message) => {
            complain(`console ${message.type()}: ${message.text()} (${message.location().url})`)
          })
          observed.on('weberror', (error) => {
            complain(`page error: ${error.error().stack ?? error.error().message}`)
          })
          observed.on('request', (request) => {
            const { href, protocol, origin } = new URL(request.url())
            if (origin === new URL(server.address).origin || protocol === 'data:' || protocol === 'blob:')
              return
            if (allowedRequests.some((pattern) => pattern.test(href))) return
            complaints.push(`request to another origin: ${href}`)
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
