import { gzipSync } from 'node:zlib'
import { settled } from './archivePage'
import { expect, test } from './fixtures'

/** What the script and style of a first visit may come to, compressed as hosts do it. */
const MOST_BYTES = 250_000

interface FetchedFile {
  /** Without the hash that the build puts into it. */
  readonly name: string
  readonly bytes: number
}

// What it keeps for later visits is all of the app.
test.use({ serviceWorkers: 'block' })

test('a first visit fetches less than 250 kB of script and style', async ({ page, context, watch }) => {
  watch.allowMessages(/Service Worker registration blocked/)
  const fetching: Promise<FetchedFile>[] = []
  // The context hears of what the worker fetches too.
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!/\.(?:js|css)$/.test(pathname)) return
    const name = pathname
      .split('/')
      .at(-1)!
      .replace(/-[\w-]{8}(?=\.\w+$)/, '')
    fetching.push(response.body().then((body) => ({ name, bytes: gzipSync(body).length })))
  })
  await page.goto('./#/')
  await settled(page)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByTestId('result').first()).toBeVisible()
  // What a view fetches behind its first results comes without anybody asking for it.
  await page.waitForLoadState('networkidle')

  const files = (await Promise.all(fetching)).sort((one, other) => other.bytes - one.bytes)
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['index.js', 'archive.worker.js']))
  const sum = files.reduce((bytes, file) => bytes + file.bytes, 0)
  const list = files.map(({ name, bytes }) => `${String(bytes).padStart(8)} ${name}`).join('\n')
  expect(sum, `${sum} bytes, in\n${list}\n`).toBeLessThan(MOST_BYTES)
})
