import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, packageProgram, projectRoot } from './project.mjs'
import { ensurePackages } from './setup.mjs'

const inputs = [
  'src',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** What the build itself writes among its inputs. */
const written = join('public', 'collections')

const stamp = join(projectRoot, 'dist', '.inputs')

/** @param {string} path within the project @returns {string[]} the files at or below it, in a fixed order */
function filesBelow(path) {
  const status = statSync(join(projectRoot, path), { throwIfNoEntry: false })
  if (status === undefined || path === written) return []
  if (status.isFile()) return [path]
  return readdirSync(join(projectRoot, path))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** One hash over the name and content of everything that the built app depends on. */
function inputsHash() {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow)) {
    const content = readFileSync(join(projectRoot, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Builds the app into `dist`. Needs the packages to be there.
 * @returns {boolean} whether it could be built
 */
export function build() {
  const hash = inputsHash()
  const [node = '', ...program] = packageProgram('vite')
  const result = spawnSync(node, [...program, 'build'], { cwd: projectRoot, stdio: 'inherit' })
  if (result.status !== 0) return false
  writeFileSync(stamp, hash)
  return true
}

/**
 * Builds the app unless `dist` holds it as it is now.
 * @returns {boolean} false when it could not be built
 */
export function ensureBuild() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash()) return true
  return build()
}

if (isMain(import.meta.url)) {
  ensurePackages()
  process.exitCode = build() ? 0 : 1
}
