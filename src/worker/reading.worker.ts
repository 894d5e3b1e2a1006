import { expose } from 'comlink'
import { createReaderHere } from '../archive/clipping/readHere'
import { readInput } from '../archive/clipping/readInput'
import { recognizingPeople } from '../archive/clipping/readWithPeople'
import { drawPdf } from '../archive/mending/drawPdf'

expose({ ...createReaderHere(recognizingPeople(readInput), () => performance.now()), drawPdfPage: drawPdf })
