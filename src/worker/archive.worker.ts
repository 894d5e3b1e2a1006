import { createArchive } from '../archive/createArchive'
import { platformDependencies } from '../archive/platformDependencies'
import { exposeArchive } from './exposeArchive'

exposeArchive(globalThis, (settings) => createArchive(platformDependencies(settings)))
