import { describe, expect, it } from 'vitest'
import type { ArchiveStatus } from '../../../src/domain/archive'
import { ArchiveError } from '../../../src/domain/problem'
import { createStatusBoard } from '../../../src/archive/statusBoard'

function watched() {
  let time = 0
  const told: ArchiveStatus[] = []
  const board = createStatusBoard(() => time)
  board.watch((status) => told.push(status))
  return {
    board,
    told,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the status', () => {
  it('is told at once to whoever begins to watch, and then only when it differs', () => {
    const { board, told } = watched()
    board.update({ isOpening: false })
    board.update({ isOpening: false })
    expect(told.map(({ phase }) => phase)).toEqual(['opening', 'ready'])
  })

  it('raises the revision of the content now and then while articles come in, and at the end', () => {
    const { board, told, wait } = watched()
    for (let change = 0; change < 10; change++) {
      board.noteContentChange()
      wait(100)
    }
    expect(told.at(-1)?.contentRevision).toBe(3)
    board.flushContentChange()
    board.flushContentChange()
    expect(told.at(-1)?.contentRevision).toBe(4)
  })

  it('is a failure only where nothing can be read', () => {
    const { board, told } = watched()
    const failure = new ArchiveError('manifest-unreachable', 'x', 'y')
    board.update({ isOpening: false, failure })
    expect(told.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'manifest-unreachable' } })
    board.update({ articles: 1 })
    expect(told.at(-1)).toMatchObject({ phase: 'ready', failure: { code: 'manifest-unreachable' } })
  })

  it('keeps telling others when one listener breaks', () => {
    const { board, told } = watched()
    board.watch(({ phase }) => {
      if (phase === 'ready') throw new Error('the page is gone')
    })
    const later: ArchiveStatus[] = []
    board.watch((status) => later.push(status))
    board.update({ isOpening: false })
    expect([told.at(-1)?.phase, later.at(-1)?.phase]).toEqual(['ready', 'ready'])
  })
})
