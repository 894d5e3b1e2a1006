// Kills a real browser fifty times in each test of kills: while it brings articles in or undoes it, restores or merges a
// backup, updates or removes a collection. Each tells how many kills met the work before, midway and after.
import { spawnSync } from 'node:child_process'
import { ensureBuild } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { packageProgram, projectRoot } from './project.mjs'
import { ensurePackages } from './setup.mjs'

ensurePackages()
const chromium = ensureChromium()
if (!ensureBuild()) process.exit(1)
const [program = '', ...words] = packageProgram('@playwright/test', 'playwright')
const { status } = spawnSync(program, [...words, 'test', 'browser/kills', ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { JIANBAO_KILLS: '50', ...process.env, CHROMIUM_PATH: chromium },
})
process.exitCode = status ?? 1
