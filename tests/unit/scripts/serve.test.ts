import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createStaticServer, listeningPlace } from '../../../scripts/serve.mjs'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const script = `export const words = ${JSON.stringify('剪报 '.repeat(1000))}\n`

let folder: string
let root: string
let servers: { close(): Promise<void> }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-serve-'))
  root = join(folder, 'dist')
  const files: Record<string, string> = {
    'index.html': '<!doctype html><title>剪报</title>',
    'manifest.webmanifest': '{}',
    'app.wasm': 'wasm',
    'assets/index-Ab12_-9z.js': script,
    'collections/bundled/articles.jsonl': '{}\n',
    'collections/bundled/articles.jsonl.gz': 'compressed already',
    'docs/index.html': 'docs',
    '.inputs': 'hidden',
    '名单.txt': '徐明',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), { recursive: true })
    await writeFile(join(root, name), content)
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
})

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

afterAll(() => rm(folder, { recursive: true }))

async function aServer(options: { prefix?: string } = {}) {
  const server = createStaticServer({ root, ...options })
  servers.push(server)
  const port = await server.listen()
  /** Sends the path as it is, where fetch would tidy it first. */
  const ask = (
    path: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ) =>
    new Promise<Reply>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
        .on('error', reject)
        .end()
    })
  return { server, port, ask }
}

describe('createStaticServer', () => {
  it('serves the index of a folder as a document with its policies', async () => {
    const { ask } = await aServer()
    const { status, headers, body } = await ask('/?q=1')
    expect(status).toBe(200)
    expect(body.toString()).toContain('剪报')
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*; frame-ancestors 'none'$/)
    expect((await ask('/docs/')).body.toString()).toBe('docs')
  })

  it.each([
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/app.wasm', 'application/wasm'],
    ['/collections/bundled/articles.jsonl', 'application/jsonl; charset=utf-8'],
    ['/%E5%90%8D%E5%8D%95.txt', 'text/plain; charset=utf-8'],
  ])('knows the type of %s', async (path, type) => {
    const { ask } = await aServer()
    const { status, headers } = await ask(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  it('compresses what a client accepts compressed', async () => {
    const { ask } = await aServer()
    const path = '/assets/index-Ab12_-9z.js'
    const brotli = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const gzip = await ask(path, { headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    const plain = await ask(path)
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(plain.headers.vary).toBe('Accept-Encoding')
    expect(plain.body.toString()).toBe(script)
  })

  it('lets only assets with a hash in their name be kept for ever', async () => {
    const { ask } = await aServer()
    const asset = await ask('/assets/index-Ab12_-9z.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/manifest.webmanifest')).headers['cache-control']).toBe('no-cache')
  })

  it('sends a gzip file as the bytes that it is', async () => {
    const { ask } = await aServer()
    const path = '/collections/bundled/articles.jsonl.gz'
    const { headers, body } = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-type']).toBe('application/gzip')
    expect(headers).not.toHaveProperty('content-encoding')
    expect(body.toString()).toBe('compressed already')
  })

  it('answers 304 to a client that has the file', async () => {
    const { ask } = await aServer()
    const etag = (await ask('/')).headers.etag ?? ''
    const again = await ask('/', { headers: { 'if-none-match': `"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers.etag).toBe(etag)
    expect((await ask('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  it('answers HEAD with the headers alone', async () => {
    const { ask } = await aServer()
    const { status, headers, body } = await ask('/assets/index-Ab12_-9z.js', { method: 'HEAD' })
    expect(status).toBe(200)
    expect(headers['content-length']).toBe(String(Buffer.byteLength(script)))
    expect(body).toHaveLength(0)
  })

  it('answers 404 for a file that is not there, never the page', async () => {
    const { ask } = await aServer()
    for (const path of ['/assets/gone-12345678.js', '/article/1', '/docs', '/index.html/']) {
      const { status, body } = await ask(path)
      expect(status).toBe(404)
      expect(body.toString()).toBe('Not found.\n')
    }
  })

  it('gives nothing from outside its folder and nothing hidden', async () => {
    const { ask } = await aServer()
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/docs/../../secret.txt',
      '/..%5csecret.txt',
      '//secret.txt',
      '/.inputs',
      '/index.html%00.txt',
    ]) {
      expect((await ask(path)).status, path).toBe(404)
    }
    expect((await ask('/%E5%90')).status).toBe(400)
  })

  it('refuses to be written to', async () => {
    const { ask } = await aServer()
    const { status, headers } = await ask('/', { method: 'POST' })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  })

  it('serves under a path and nothing beside it', async () => {
    const { ask } = await aServer({ prefix: '/sub/path/' })
    expect((await ask('/sub/path/')).status).toBe(200)
    expect((await ask('/sub/path/assets/index-Ab12_-9z.js')).headers['cache-control']).toContain('immutable')
    expect((await ask('/')).status).toBe(404)
    const moved = await ask('/sub/path')
    expect(moved.status).toBe(301)
    expect(moved.headers.location).toBe('/sub/path/')
  })

  it('cuts open connections when it closes, and its port is free again', async () => {
    const { server, port, ask } = await aServer()
    const idle = connect(port, '127.0.0.1')
    await new Promise((resolve) => idle.once('connect', resolve))
    const cut = new Promise((resolve) => idle.once('close', resolve))
    await server.close()
    await cut
    await expect(ask('/')).rejects.toThrow(/ECONNREFUSED/)
    const next = createStaticServer({ root })
    servers.push(next)
    expect(await next.listen(port)).toBe(port)
  })

  it('reports a port that is taken', async () => {
    const { port } = await aServer()
    await expect(createStaticServer({ root }).listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('the place to listen at', () => {
  it('is port 4173 of this machine, whatever HOST says', () => {
    expect(listeningPlace({ HOST: 'x86_64-conda-linux-gnu' })).toEqual({ port: 4173, host: undefined })
    expect(listeningPlace({ PORT: '', JIANBAO_HOST: '' })).toEqual({ port: 4173, host: undefined })
  })

  it('may be said by PORT and JIANBAO_HOST', () => {
    expect(listeningPlace({ PORT: '8080', JIANBAO_HOST: '0.0.0.0' })).toEqual({ port: 8080, host: '0.0.0.0' })
  })

  it.each(['http', '-1', '65536', '1.5'])('has no port %s', (PORT) => {
    expect(listeningPlace({ PORT }).port).toBeNull()
  })
})
