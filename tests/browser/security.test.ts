import { open } from './archivePage'
import { expect, test } from './fixtures'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; " +
  "require-trusted-types-for 'script'; trusted-types default vue"

test('the page carries its content security policy, before anything that it could load', async ({
  page,
  server,
}) => {
  const answer = await page.request.get(server.address)
  const html = await answer.text()
  expect(html).toMatch(/<head[^>]*>\s*<meta http-equiv="Content-Security-Policy"/)
  expect(html).toContain(`content="${POLICY}"`)
  expect(answer.headers()['content-security-policy']).toBe(`${POLICY}; frame-ancestors 'none'`)
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
})

test('the policy holds: no text becomes markup, code or a foreign request', async ({ page, watch }) => {
  watch.allowMessages(/Content Security Policy/i)
  watch.allowMessages(/TrustedHTML|TrustedScript|is no script of this app/)
  await open(page)
  const outcome = await page.evaluate(async () => {
    const refused = (act: () => unknown): boolean => {
      try {
        act()
        return false
      } catch {
        return true
      }
    }
    const inline = document.createElement('style')
    inline.textContent = 'body { outline: 7px solid red }'
    document.head.append(inline)
    return {
      markup: refused(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
      }),
      foreignWorker: refused(() => new Worker('https://example.org/worker.js')),
      blobWorker: refused(() => new Worker(URL.createObjectURL(new Blob([''])))),
      ownPolicy: refused(() =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('another', {}),
      ),
      foreignRequest: await fetch('https://example.org/').then(
        () => false,
        () => true,
      ),
      inlineStyle: getComputedStyle(document.body).outlineWidth !== '7px',
    }
  })
  expect(outcome).toEqual({
    markup: true,
    foreignWorker: true,
    blobWorker: true,
    ownPolicy: true,
    foreignRequest: true,
    inlineStyle: true,
  })
})

test('the app describes itself for installation, and every file it names is there', async ({
  page,
  server,
}) => {
  await open(page)
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href)
  const manifest = (await (await page.request.get(address)).json()) as {
    icons: { src: string; sizes: string; purpose?: string }[]
    screenshots: { src: string }[]
    shortcuts: { url: string }[]
    start_url: string
  }
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  expect(manifest.shortcuts.length).toBeGreaterThan(0)
  expect(new URL(manifest.start_url, address).href).toBe(server.address)
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    const answer = await page.request.get(new URL(src, address).href)
    expect([src, answer.status()]).toEqual([src, 200])
  }
  const schema = await page.request.get(new URL('article.schema.json', server.address).href)
  expect(schema.status()).toBe(200)
  expect(((await schema.json()) as { $schema: string }).$schema).toContain('json-schema')
})
