// Repairs what a tool can repair; what is left is printed.
import { spawnSync } from 'node:child_process'
import { packageProgram, projectRoot } from './project.mjs'
import { ensurePackages } from './setup.mjs'

ensurePackages()
for (const [program = '', ...words] of [
  [...packageProgram('oxlint'), '--fix'],
  [...packageProgram('eslint'), '--fix', '.'],
  [...packageProgram('prettier'), '--write', '--log-level', 'warn', '.'],
]) {
  const { status } = spawnSync(program, words, { cwd: projectRoot, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
