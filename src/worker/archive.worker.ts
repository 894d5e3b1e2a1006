import { createArchive } from '../archive/createArchive'
import { platformDependencies } from '../archive/platformDependencies'
import { exposeArchive } from './exposeArchive'

exposeArchive(globalThis as unknown as Worker, (settings) => createArchive(platformDependencies(settings)))
