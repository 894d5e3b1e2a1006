// Every part of the project is checked with the types that it may use; see the tsconfig.json of its folder. Folders
// with the same options are checked as one, since they import each other: alone, each would check the others again.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { packageProgram, projectRoot } from './project.mjs'
import { runTools } from './tools.mjs'

/** @typedef {{ name: string, file: string }} Project a part and its tsconfig.json, by absolute path */

const cache = join(projectRoot, 'node_modules', '.cache', 'typecheck')

/** @param {string} file a tsconfig.json, by absolute path @returns {{ options: string, files: readonly string[] }} what it says */
function readProject(file) {
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile)
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file))
  const { configFilePath: _own, ...said } = options
  return { options: JSON.stringify(Object.entries(said).sort()), files: fileNames }
}

/**
 * Projects of which those with the same options have become one.
 * @param {readonly Project[]} projects
 * @returns {Project[]}
 */
function joinAlike(projects) {
  /** @type {Map<string, { members: Project[], files: Set<string> }>} */
  const groups = new Map()
  for (const project of projects) {
    const { options, files } = readProject(project.file)
    const group = groups.get(options) ?? { members: [], files: new Set() }
    groups.set(options, group)
    group.members.push(project)
    for (const file of files) group.files.add(file)
  }
  return [...groups.values()].map(({ members, files }) => {
    const [first, ...others] = members
    if (first === undefined || others.length === 0) return /** @type {Project} */ (first)
    const name = members.map((member) => member.name).join(' + ')
    const file = join(cache, `${name.replaceAll(/\W+/g, '-')}.json`)
    writeFileSync(file, JSON.stringify({ extends: first.file, include: [], files: [...files] }))
    return { name, file }
  })
}

mkdirSync(cache, { recursive: true })
const folders = readdirSync(join(projectRoot, 'src')).map((name) => `src/${name}`)
const projects = ['.', 'tests', 'scripts', ...folders]
  .map((name) => ({ name, file: join(projectRoot, name, 'tsconfig.json') }))
  .filter(({ file }) => existsSync(file))

const results = await runTools(
  joinAlike(projects).map(({ name, file }) => ({
    name,
    command: [
      ...packageProgram('vue-tsc'),
      '--project',
      relative(projectRoot, file),
      // What has not changed since the last time is not looked at again.
      '--incremental',
      '--tsBuildInfoFile',
      join(cache, `${name.replaceAll(/\W+/g, '-')}.tsbuildinfo`),
    ],
  })),
  2,
)
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
