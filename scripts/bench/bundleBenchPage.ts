import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ENGINES } from './engineList'
import { installedPackage } from './installedPackage'

const browserFolder = fileURLToPath(new URL('./browser/', import.meta.url))

/**
 * Bundles the page and the worker with all engines into a folder, as `bench.html` and `engineWorker.js`. What engines
 * need that are not installed is left open: only the worker that is asked for them would miss it.
 */
export async function bundleBenchPage(folder: string): Promise<void> {
  const missing = ENGINES.flatMap(({ packageName }) =>
    packageName === null || installedPackage(packageName) !== null ? [] : [packageName],
  )
  await build({
    configFile: false,
    logLevel: 'warn',
    root: browserFolder,
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        external: missing.flatMap((name) => [name, new RegExp(`^${name}/`)]),
        input: {
          bench: join(browserFolder, 'bench.html'),
          engineWorker: join(browserFolder, 'engineWorker.ts'),
        },
        checks: { bundlerTimings: false },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  const sqlite = installedPackage('@sqlite.org/sqlite-wasm')
  if (sqlite === null) return
  // SQLite looks for it beside its own script, by a name that the bundler cannot see.
  const file = 'sqlite3.wasm'
  await copyFile(join(sqlite.folder, 'sqlite-wasm', 'jswasm', file), join(folder, 'assets', file))
}
