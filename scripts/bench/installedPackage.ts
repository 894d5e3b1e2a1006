import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project.mjs'

/** The folder of an npm package, and its version; `null` when it is not installed. */
export function installedPackage(name: string): { readonly folder: string; readonly version: string } | null {
  const folder = join(projectRoot, 'node_modules', name)
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return null
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return { folder, version }
}
