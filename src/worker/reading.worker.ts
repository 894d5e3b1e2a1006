import { expose } from 'comlink'
import { createReaderHere } from '../archive/clipping/readHere'
import { readInput } from '../archive/clipping/readInput'

expose(createReaderHere(readInput, () => performance.now()))
