// Finds a Chromium for the browser tests, or installs one. Uses Node alone until it asks Playwright.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { isMain, packageProgram, projectRoot } from './project.mjs'

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
]

const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge']

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a browser really starts: on some systems the name is only a stub that tells how to install it. @param {string} file */
function starts(file) {
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** The file of the browser that Playwright has installed, or would install. */
function playwrightBrowser() {
  try {
    const { chromium } = createRequire(join(projectRoot, 'package.json'))('@playwright/test')
    return /** @type {string} */ (chromium.executablePath())
  } catch {
    return ''
  }
}

/** @returns {string[]} where a Chromium can stand, the likeliest first */
function candidates() {
  const { PATH = '', HOME = '', LOCALAPPDATA, PROGRAMFILES } = process.env
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = namesOnPath.flatMap((name) =>
    PATH.split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name + suffix)),
  )
  const byHand =
    process.platform === 'darwin'
      ? macApplications.flatMap((name) =>
          ['/Applications', join(HOME, 'Applications')].map((folder) =>
            join(folder, `${name}.app`, 'Contents', 'MacOS', name),
          ),
        )
      : process.platform === 'win32'
        ? [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
            .filter((folder) => folder !== undefined)
            .flatMap((folder) => windowsPrograms.map((program) => join(folder, program)))
        : []
  return [...onPath, ...byHand, playwrightBrowser()].filter((file) => file !== '')
}

/**
 * The file of a Chromium on this machine, or `null`. `CHROMIUM_PATH` comes first.
 * @returns {string | null}
 */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) {
    if (isExecutable(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which cannot be run. Correct or unset it.`)
  }
  return candidates().find((file) => isExecutable(file) && starts(file)) ?? null
}

/** What has to stand before a command for it to run as root: nothing, `sudo`, or `null` when it cannot. */
function asRoot() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null
}

/** @param {string[]} packages @returns {boolean} whether the system's package manager installed them */
function aptInstall(packages) {
  if (!existsSync('/usr/bin/apt-get')) return false
  const root = asRoot()
  if (root === null) return false
  console.log(`Installing ${packages.join(', ')} with apt-get …`)
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every((words) => {
    const [program = '', ...rest] = [
      ...root,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      ...words,
    ]
    const result = spawnSync(program, rest, { encoding: 'utf8' })
    if (result.status !== 0) console.error(result.error?.message ?? result.stderr)
    return result.status === 0
  })
}

/** Without a Chinese font every character is the same empty box: widths and pictures would mean nothing. */
function ensureChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  if (process.platform !== 'linux' || (fonts.status === 0 && fonts.stdout.trim() !== '')) return
  if (!aptInstall(['fonts-noto-cjk'])) {
    console.warn('No Chinese font was found (package fonts-noto-cjk); the browser tests go on without one.')
  }
}

/**
 * A Chromium for the browser tests: one that is found, else one installed by the system's package
 * manager (with a Chinese font) or by Playwright. Needs the packages to be there.
 * @returns {string} its file
 * @throws {Error} saying what to do when there is none and none can be installed
 */
export function ensureChromium() {
  let file = findChromium()
  if (file === null && aptInstall(['chromium', 'fonts-noto-cjk'])) file = findChromium()
  if (file === null) {
    console.log('Installing a Chromium with Playwright …')
    const [program = '', ...words] = packageProgram('@playwright/test', 'playwright')
    const root = process.platform === 'linux' && process.getuid?.() === 0
    spawnSync(program, [...words, 'install', ...(root ? ['--with-deps'] : []), 'chromium'], {
      stdio: 'inherit',
    })
    file = findChromium()
  }
  if (file === null) {
    throw new Error(
      'The browser tests need a Chromium, and none was found or could be installed.\n' +
        'Install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to its file.',
    )
  }
  ensureChineseFont()
  return file
}

if (isMain(import.meta.url)) console.log(ensureChromium())
