import { expose } from 'comlink'
import { createReaderHere } from '../archive/clipping/readHere'
import { readInput } from '../archive/clipping/readInput'
import { drawPdf } from '../archive/mending/drawPdf'

expose({ ...createReaderHere(readInput, () => performance.now()), drawPdfPage: drawPdf })
