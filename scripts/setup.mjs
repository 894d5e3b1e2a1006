// Puts the packages in place. Runs before anything is installed, so it uses Node alone.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMain, projectRoot } from './project.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * @param {string} file a lock file, within the project
 * @returns {Record<string, LockedPackage>} what it names, by folder
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(join(projectRoot, file), 'utf8')).packages
}

/** Whether node_modules holds what the lock file names; npm writes down there what it has installed. */
function hasPackages() {
  try {
    const installed = lockedPackages('node_modules/.package-lock.json')
    return Object.entries(lockedPackages('package-lock.json')).every(([folder, wanted]) => {
      if (folder === '') return true
      const there = installed[folder]
      // An optional package may be for another system.
      if (there === undefined) return wanted.optional === true
      return there.version === wanted.version && there.integrity === wanted.integrity
    })
  } catch {
    return false
  }
}

/**
 * Installs the packages of the lock file when they are missing or belong to another lock file.
 * Ends the process with a message when they cannot be installed.
 */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (hasPackages()) return
  console.log('Installing the packages of package-lock.json (once, about a minute) …')
  const npm = process.env.npm_execpath
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: projectRoot, stdio: 'inherit' })
    : spawnSync(`npm ${options.join(' ')}`, { cwd: projectRoot, stdio: 'inherit', shell: true })
  if (result.status !== 0) {
    console.error(
      'The packages could not be installed. Look at the message above, check the network, try again.',
    )
    process.exit(1)
  }
}

if (isMain(import.meta.url)) ensurePackages()
