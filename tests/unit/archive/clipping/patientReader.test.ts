import { describe, expect, it } from 'vitest'
import type { InputReader, ReadPiece } from '../../../../src/archive/clipping/inputReader'
import { createPatientReader } from '../../../../src/archive/clipping/patientReader'

const patience = { interval: 5, beats: 3 }
const input = { kind: 'text', text: '示例', html: null } as const
const piece: ReadPiece = { entries: [], originals: [], file: '', bytes: 0, isEnd: true }

/** Readers that answer as told, one after the other; how many were made and stopped. */
function readers(...answers: readonly (() => Promise<ReadPiece>)[]) {
  const counts = { made: 0, stopped: 0 }
  const create = (): InputReader => {
    const next = answers[counts.made] ?? (() => Promise.resolve(piece))
    counts.made += 1
    return {
      open: () => Promise.resolve(),
      next,
      stop: () => {
        counts.stopped += 1
      },
    }
  }
  return { counts, reader: createPatientReader(create, patience) }
}

const never = (): Promise<never> => new Promise(() => undefined)

describe('a patient reader', () => {
  it('gives what the reader gives, and keeps it for the next input', async () => {
    const { counts, reader } = readers()
    await reader.open(input, new Map())
    expect(await reader.next()).toEqual(piece)
    await reader.open(input, new Map())
    expect(counts).toEqual({ made: 1, stopped: 0 })
  })

  it('gives up a reader that hangs, and makes another for the next input', async () => {
    const { counts, reader } = readers(never)
    await reader.open(input, new Map())
    expect(await reader.next()).toBe('hung')
    expect(counts).toEqual({ made: 1, stopped: 1 })
    await reader.open(input, new Map())
    expect(await reader.next()).toEqual(piece)
    expect(counts.made).toBe(2)
  })

  it('says when a reader broke down', async () => {
    const { counts, reader } = readers(() => Promise.reject(new Error('out of memory')))
    await reader.open(input, new Map())
    expect(await reader.next()).toBe('lost')
    expect(counts.stopped).toBe(1)
    expect(await reader.next()).toBe('lost')
  })

  it('fails what is under way when it is stopped, and everything after', async () => {
    const { counts, reader } = readers(never)
    await reader.open(input, new Map())
    const next = reader.next()
    reader.stop()
    await expect(next).rejects.toMatchObject({ code: 'cancelled' })
    await expect(reader.next()).rejects.toMatchObject({ code: 'cancelled' })
    expect(counts.stopped).toBe(1)
  })
})
