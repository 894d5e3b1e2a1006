// Takes the pictures that the README and the web manifest show, from the built app: `node scripts/screenshots.mjs`.
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ensureBuild } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { projectRoot } from './project.mjs'
import { createStaticServer } from './serve.mjs'

const reference = 'wujiang-daily-2012-07-01-01-commendation'
const pictures = [
  {
    file: 'docs/screenshot.png',
    width: 1440,
    height: 900,
    address: `#/article/${reference}?q=${encodeURIComponent('党员干部')}`,
  },
  {
    file: 'public/screenshots/wide.png',
    width: 1440,
    height: 900,
    address: `#/article/${reference}?q=${encodeURIComponent('党员干部')}`,
  },
  {
    file: 'public/screenshots/narrow.png',
    width: 390,
    height: 844,
    address: `#/?q=${encodeURIComponent('航天员')}`,
  },
]

if (!ensureBuild()) throw new Error('The app could not be built')
const server = createStaticServer({ root: join(projectRoot, 'dist') })
const port = await server.listen()
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { file, width, height, address } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', colorScheme: 'light' })
  await page.goto(`http://localhost:${port}/${address}`)
  await page.waitForSelector('html[data-state=ready][data-busy=false]')
  await page.getByTestId('result').first().waitFor()
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(projectRoot, file) })
  await page.close()
}
await browser.close()
await server.close()
