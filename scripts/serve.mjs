// A static server for the built app: for `npm start`, for the browser tests, and an example of how to host it.
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentSecurityPolicy } from './contentSecurityPolicy.mjs'
import { isMain, projectRoot } from './project.mjs'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** @type {Record<string, string>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.zip': 'application/zip',
}

const compressible = /^(text\/|application\/(json|jsonl|xml|manifest\+json|wasm)|image\/svg\+xml)/

/** Worth compressing from here, and compressed whole in memory up to there, in bytes. */
const smallestCompressed = 1024
const largestCompressed = 16 * 1024 * 1024

/** The name carries the hash of the content, as Vite writes it: such a file never changes. */
const hashedAsset = /^assets\/.+-[\w-]{8}\.\w+(\.map)?$/

const documentHeaders = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * The best encoding that a client accepts and we write.
 * @param {string} accepted the Accept-Encoding header
 * @returns {'br' | 'gzip' | null}
 */
function chooseEncoding(accepted) {
  const names = new Set(
    accepted
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
      .map(([name]) => name?.toLowerCase()),
  )
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null
}

/**
 * Serves the files of a folder. A folder is its `index.html`; a missing file is 404, never a page of the app.
 * @param {object} options
 * @param {string} options.root the folder
 * @param {string} [options.prefix] the path it is served under, `/` or one that starts and ends with `/`
 */
export function createStaticServer({ root, prefix = '/' }) {
  const folder = resolve(root)
  /** @type {Map<string, Promise<Buffer>>} Compressed files, each compressed once. */
  const compressedFiles = new Map()

  /** @param {string} file @param {string} version @param {'br' | 'gzip'} encoding */
  function compressed(file, version, encoding) {
    const key = `${encoding} ${version} ${file}`
    let bytes = compressedFiles.get(key)
    if (bytes === undefined) {
      bytes = readFile(file).then((content) =>
        encoding === 'br'
          ? toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
          : toGzip(content, { level: 9 }),
      )
      bytes.catch(() => compressedFiles.delete(key))
      compressedFiles.set(key, bytes)
    }
    return bytes
  }

  /**
   * The file that a path means, or `null`: outside the folder, hidden, or not there.
   * @param {string} path within the prefix
   */
  async function findFile(path) {
    const parts = path.split('/')
    if (path.includes('\0') || parts.some((part) => part.startsWith('.'))) return null
    const file = resolve(folder, ...parts, path === '' || path.endsWith('/') ? 'index.html' : '')
    if (!file.startsWith(folder + sep)) return null
    const status = await stat(file).catch(() => null)
    return status?.isFile() ? { file, status } : null
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    /** @param {number} status @param {string} words @param {Record<string, string>} [headers] */
    const refuse = (status, words, headers = {}) => {
      response.writeHead(status, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        ...headers,
      })
      response.end(request.method === 'HEAD' ? undefined : `${words}\n`)
    }
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' })
      return
    }
    let path
    try {
      path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''))
    } catch {
      refuse(400, 'The address is malformed.')
      return
    }
    if (`${path}/` === prefix) {
      refuse(301, 'Moved.', { Location: prefix })
      return
    }
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : null
    const found = name === null ? null : await findFile(name)
    if (name === null || found === null) {
      refuse(404, 'Not found.')
      return
    }

    const { file, status } = found
    const mediaType = mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream'
    const version = `${status.size.toString(36)}-${Math.round(status.mtimeMs).toString(36)}`
    const etag = `W/"${version}"`
    const isCompressed =
      compressible.test(mediaType) && status.size >= smallestCompressed && status.size <= largestCompressed
    response.setHeader('ETag', etag)
    response.setHeader('Last-Modified', status.mtime.toUTCString())
    response.setHeader(
      'Cache-Control',
      hashedAsset.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    if (isCompressed) response.setHeader('Vary', 'Accept-Encoding')
    if (mediaType.startsWith('text/html')) {
      for (const [header, words] of Object.entries(documentHeaders)) response.setHeader(header, words)
    }
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) {
      response.writeHead(304).end()
      return
    }

    response.setHeader('Content-Type', mediaType)
    const encoding = isCompressed ? chooseEncoding(String(request.headers['accept-encoding'] ?? '')) : null
    if (encoding !== null) {
      const bytes = await compressed(file, version, encoding)
      response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': bytes.length })
      response.end(request.method === 'HEAD' ? undefined : bytes)
      return
    }
    response.writeHead(200, { 'Content-Length': status.size })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(file)
        .on('error', (error) => response.destroy(error))
        .pipe(response)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent) response.destroy()
      else
        response
          .writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
          .end('The file could not be read.\n')
      console.error(error)
    })
  })

  return {
    /**
     * Starts to listen.
     * @param {number} [port] a free one by default
     * @param {string} [host]
     * @returns {Promise<number>} the port
     */
    listen(port = 0, host = '127.0.0.1') {
      return new Promise((done, fail) => {
        server.once('error', fail)
        server.listen(port, host, () => {
          server.off('error', fail)
          const address = server.address()
          done(typeof address === 'object' && address !== null ? address.port : port)
        })
      })
    },
    /** Stops at once, open connections included. @returns {Promise<void>} */
    close() {
      return new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    },
  }
}

/**
 * Where to listen: on `PORT`, or 4173 where it is absent or empty, of `JIANBAO_HOST`, or this machine alone. `HOST` is
 * not asked, since other programs set it to what they mean by it. The port is `null` when it is no port number.
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function listeningPlace({ PORT, JIANBAO_HOST }) {
  const wanted = PORT?.trim() || '4173'
  const port = /^\d+$/.test(wanted) && Number(wanted) <= 65_535 ? Number(wanted) : null
  return { port, host: JIANBAO_HOST?.trim() || undefined }
}

/**
 * Serves the built app where {@link listeningPlace} says, until the process ends.
 * Ends the process with a message when the port is taken.
 */
export async function serveBuiltApp() {
  const { port, host } = listeningPlace(process.env)
  if (port === null) {
    console.error(`PORT is ${process.env.PORT}, which is no port number.`)
    process.exit(1)
  }
  const server = createStaticServer({ root: join(projectRoot, 'dist') })
  try {
    console.log(`http://localhost:${await server.listen(port, host)}/`)
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
    console.error(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
        : `Port ${port} cannot be opened: ${message}`,
    )
    process.exit(1)
  }
}

if (isMain(import.meta.url)) await serveBuiltApp()
