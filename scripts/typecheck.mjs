// Every part of the project is checked with the types that it may use; see the tsconfig.json of its folder.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageProgram, projectRoot } from './project.mjs'
import { runTools } from './tools.mjs'

const folders = readdirSync(join(projectRoot, 'src')).map((name) => `src/${name}`)
const projects = ['.', 'tests', 'scripts', ...folders]
  .map((folder) => join(folder, 'tsconfig.json'))
  .filter((file) => existsSync(join(projectRoot, file)))

const results = await runTools(
  projects.map((project) => ({
    name: project,
    command: [
      ...packageProgram('vue-tsc'),
      '--project',
      project,
      // What has not changed since the last time is not looked at again.
      '--incremental',
      '--tsBuildInfoFile',
      join('node_modules', '.cache', 'typecheck', `${project}.tsbuildinfo`),
    ],
  })),
  2,
)
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
