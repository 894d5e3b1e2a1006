import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Whether a module is the program that was started, not one that was imported.
 * @param {string} address the module's `import.meta.url`
 */
export function isMain(address) {
  const program = process.argv[1]
  return program !== undefined && realpathSync(program) === fileURLToPath(address)
}

/**
 * The command that runs a program of an installed package, without a shell and on every system.
 * @param {string} packageName
 * @param {string} [program] its name when the package has several
 * @returns {string[]} Node and the program's file
 */
export function packageProgram(packageName, program = packageName) {
  const folder = join(projectRoot, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[program]
  return [process.execPath, join(folder, file)]
}
