import { ensureBuild } from './build.mjs'
import { serveBuiltApp } from './serve.mjs'
import { ensurePackages } from './setup.mjs'

ensurePackages()
if (ensureBuild()) await serveBuiltApp()
else process.exitCode = 1
