import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'

/** A browser with a profile of its own, that can be killed as a crash would. */
export interface KillableBrowser {
  /** Starts it; gives its page. */
  start(): Promise<Page>
  /** Kills it after a while, and starts it again once it is gone. */
  killAfter(milliseconds: number): Promise<Page>
  /** Ends it, and clears the profile. */
  end(): Promise<void>
}

/**
 * @param launch launches the browser with a profile
 */
export async function aKillableBrowser(
  launch: (profile: string) => Promise<BrowserContext>,
): Promise<KillableBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'jianbao-killed-'))
  let context: BrowserContext | null = null

  async function start(): Promise<Page> {
    context = await launch(profile)
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
      return start()
    },
    async end() {
      await context?.close().catch(() => undefined)
      await rm(profile, { recursive: true, force: true })
    },
  }
}
