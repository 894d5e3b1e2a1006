import { parseArgs } from 'node:util'
import { ENGINES } from './engineList'

/** The sizes of a growth run. */
const GROWTH = [10_000, 51_301, 300_000, 1_000_000]
const DEFAULT_SIZE = 2000

/** A command line that cannot be followed. */
export class BenchUsageError extends Error {}

/** What the command line asks for. */
export interface BenchCommand {
  readonly corpus: string | null
  /** Numbers of articles, measured one after the other. */
  readonly sizes: readonly number[]
  readonly json: string | null
  /** Names of engines, ours included. */
  readonly engines: readonly string[]
  readonly writesPage: boolean
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
    throw new BenchUsageError(`--size ${text}: expected a number of articles from 10, or several with commas`)
  }
  return sizes
}

function readEngines(text: string | undefined): readonly string[] {
  const known = ENGINES.map(({ name }) => name)
  const names = text?.split(',') ?? known
  const strange = names.find((name) => !known.includes(name))
  if (strange !== undefined) {
    throw new BenchUsageError(`--engines: there is no ${strange}; there are ${known.join(', ')}`)
  }
  return known.filter((name) => names.includes(name))
}

/** The command line read; `null` asks for the usage text. @throws BenchUsageError */
export function readBenchCommand(words: readonly string[]): BenchCommand | null {
  let values
  try {
    ;({ values } = parseArgs({
      args: [...words],
      options: {
        corpus: { type: 'string' },
        size: { type: 'string' },
        json: { type: 'string' },
        engines: { type: 'string' },
        growth: { type: 'boolean', default: false },
        'write-docs': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }))
  } catch (cause) {
    throw new BenchUsageError(cause instanceof Error ? cause.message : String(cause))
  }
  if (values.help) return null
  if (values.growth && values.size !== undefined) {
    throw new BenchUsageError('--growth has its own sizes; leave out --size')
  }
  return {
    corpus: values.corpus ?? null,
    sizes: values.growth ? GROWTH : values.size === undefined ? [DEFAULT_SIZE] : readSizes(values.size),
    json: values.json ?? null,
    engines: readEngines(values.engines),
    writesPage: values['write-docs'],
  }
}
