import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.mjs'

const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/browser',
  // Each worker serves the built app by itself; see tests/browser/fixtures.ts.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A machine that does other work besides is slow, not wrong.
  expect: { timeout: 15_000 },
  timeout: 120_000,
  use: {
    serviceWorkers: 'allow',
    screenshot: 'only-on-failure',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          ...(chromium !== null && { executablePath: chromium }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
  ],
})
