import { cp, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from '@playwright/test'
import type { AppServer } from './appServer'
import type { Watch } from './fixtures'
import { storedRows, type StoredRows } from './storedRows'

/** A browser with a profile of its own, that can be killed as a crash would. */
export interface KillableBrowser {
  /** Starts it; gives its page. */
  start(): Promise<Page>
  /** Kills it after a while, and starts it again once it is gone. Tells what it left, before the app has touched it. */
  killAfter(milliseconds: number): Promise<{ readonly page: Page; readonly left: StoredRows }>
  /** Ends it, and clears the profile. */
  end(): Promise<void>
  /** Ends it, and gives what makes browsers with copies of its profile. */
  endAsModel(): Promise<() => Promise<KillableBrowser>>
}

/** What launching browsers needs of a test. */
export interface Surroundings
  extends Pick<PlaywrightWorkerArgs, 'playwright'>, Pick<PlaywrightWorkerOptions, 'launchOptions'> {
  readonly server: AppServer
  readonly watch: Watch
}

/** A page of the app's origin that is not the app. */
const BARE_PAGE = './article.schema.json'

/**
 * A browser that has never seen the app.
 *
 * @param model a profile to begin with a copy of, instead
 */
export async function aKillableBrowser(
  { playwright, launchOptions, server, watch }: Surroundings,
  model: string | null = null,
): Promise<KillableBrowser> {
  // A page that names no sign asks for one that is not there.
  watch.allowMessages(/favicon\.ico/)
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-killed-'))
  if (model !== null) await cp(model, profile, { recursive: true })
  let context: BrowserContext | null = null

  async function start(): Promise<Page> {
    context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: server.address,
      locale: 'zh-CN',
    })
    watch.observe(context)
    return context.pages()[0]!
  }

  return {
    start,
    async killAfter(milliseconds) {
      const killed = context!
      const gone = new Promise<void>((resolve) => {
        killed.on('close', () => resolve())
      })
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds)
      })
      // Chromium writes its number into the profile.
      const lock = await readlink(join(profile, 'SingletonLock'))
      process.kill(Number(lock.split('-').at(-1)), 'SIGKILL')
      await gone
      const page = await start()
      await page.goto(BARE_PAGE)
      return { page, left: await storedRows(page) }
    },
    async end() {
      await context?.close().catch(() => undefined)
      await rm(profile, { recursive: true, force: true })
    },
    async endAsModel() {
      await context?.close()
      return () => aKillableBrowser({ playwright, launchOptions, server, watch }, profile)
    },
  }
}
