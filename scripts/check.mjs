// Everything that is said about the code without running it.
import { isMain, packageProgram } from './project.mjs'
import { ensurePackages } from './setup.mjs'
import { runTools } from './tools.mjs'

/**
 * Runs every check, two at a time, with a line for each and the output of those that fail.
 * Needs the packages to be there.
 * @param {boolean} [isBehind] whether they leave the machine to everything else
 */
export function check(isBehind = false) {
  return runTools(
    [
      { name: 'typecheck', command: [process.execPath, 'scripts/typecheck.mjs'] },
      { name: 'eslint', command: [...packageProgram('eslint'), '--max-warnings', '0', '.'] },
      { name: 'prettier', command: [...packageProgram('prettier'), '--check', '.'] },
      { name: 'oxlint', command: [...packageProgram('oxlint'), '--deny-warnings'] },
      {
        name: 'dependency-cruiser',
        command: [...packageProgram('dependency-cruiser', 'depcruise'), 'src', 'scripts', 'tests'],
      },
      { name: 'knip', command: packageProgram('knip') },
    ],
    2,
    isBehind,
  )
}

if (isMain(import.meta.url)) {
  ensurePackages()
  const results = await check()
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
}
