import type { ClipInput } from '../../domain/clipping'
import type { NewspaperDescription } from '../../domain/collection'
import { ArchiveError } from '../../domain/problem'
import type { ChosenFields, InputReader, ReadPiece } from './inputReader'

/** How long a reader may be silent, counted in beats, so that a device which slept does not find its readers hanging. */
export interface ReadingPatience {
  /** Milliseconds. */
  readonly interval: number
  readonly beats: number
}

const READING_PATIENCE: ReadingPatience = { interval: 1000, beats: 30 }

/** What ended an input before its end. */
export type ReadingEnd = 'hung' | 'lost'

/**
 * Readers of which one that hangs, or dies, is given up and another one takes the next input.
 */
export interface PatientReader {
  open(input: ClipInput, fields: ChosenFields, newspapers?: readonly NewspaperDescription[]): Promise<void>
  /** What comes next, or how the input ended before its end. Fails with `cancelled` when it was stopped meanwhile. */
  next(): Promise<ReadPiece | ReadingEnd>
  stop(): void
}

/** See {@link PatientReader}. Readers are made when they are needed. */
export function createPatientReader(
  create: () => InputReader,
  { interval, beats }: ReadingPatience = READING_PATIENCE,
): PatientReader {
  let reader: InputReader | null = null
  let isStopped = false
  let giveUp: (() => void) | null = null

  function letGo(): void {
    reader?.stop()
    reader = null
  }

  function within<Result>(work: Promise<Result>): Promise<Result | ReadingEnd> {
    return new Promise((resolve, reject) => {
      let silent = 0
      const end = (): void => {
        clearInterval(timer)
        giveUp = null
      }
      const timer = setInterval(() => {
        silent += 1
        if (silent < beats) return
        end()
        letGo()
        resolve('hung')
      }, interval)
      giveUp = () => {
        end()
        reject(new ArchiveError('cancelled', '', 'reading was cancelled'))
      }
      work.then(
        (result) => {
          end()
          resolve(result)
        },
        () => {
          if (isStopped) return
          end()
          letGo()
          resolve('lost')
        },
      )
    })
  }

  return {
    async open(input, fields, newspapers) {
      reader ??= create()
      await within(reader.open(input, fields, newspapers))
    },
    next() {
      if (isStopped) return Promise.reject(new ArchiveError('cancelled', '', 'reading was cancelled'))
      // A reader that did not even begin is as good as lost.
      return reader === null ? Promise.resolve('lost') : within(reader.next())
    },
    stop() {
      isStopped = true
      letGo()
      giveUp?.()
    },
  }
}
