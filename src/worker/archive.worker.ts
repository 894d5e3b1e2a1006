import { createArchive } from '../archive/createArchive'
import { platformDependencies } from '../archive/platformDependencies'
import { exposeArchive } from './exposeArchive'
import { createReaderInThread } from './readerInThread'
import { trustOwnScripts } from './trustOwnScripts'

// A server that sends the policy of the page with every script sends it for this one too.
trustOwnScripts()

// Where a browser has no threads within threads, files are read in this one.
const canNest = typeof Worker === 'function'

exposeArchive(globalThis, (settings) =>
  createArchive(
    canNest ? platformDependencies(settings, createReaderInThread) : platformDependencies(settings),
  ),
)
