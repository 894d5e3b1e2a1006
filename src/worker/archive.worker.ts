import { createArchive } from '../archive/createArchive'
import { platformDependencies } from '../archive/platformDependencies'
import { exposeArchive } from './exposeArchive'
import { createPageDrawerInThread } from './pageDrawerInThread'
import { createReaderInThread } from './readerInThread'
import { trustOwnScripts } from './trustOwnScripts'

// A server that sends the policy of the page with every script sends it for this one too.
trustOwnScripts()

exposeArchive(globalThis, (settings) =>
  createArchive({
    ...platformDependencies(settings, createReaderInThread),
    drawPdfPage: createPageDrawerInThread(),
  }),
)
