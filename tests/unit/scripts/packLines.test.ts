import { describe, expect, it } from 'vitest'
import {
  beginsFile,
  FILE_LIMITS,
  packedLine,
  type FileLimits,
  type PackedLine,
} from '../../../scripts/packLines'
import { anArticle } from '../builders/anArticle'

function lineOf(id: string, bytes = 1000): PackedLine {
  return { ...packedLine(anArticle({ id }), '{}'), bytes }
}

function linesOf(count: number, bytes?: number): readonly PackedLine[] {
  return Array.from({ length: count }, (_, number) => lineOf(`report-${number}`, bytes))
}

/** The files that lines become, as ids. */
function filesOf(
  lines: readonly PackedLine[],
  limits: FileLimits = FILE_LIMITS,
): readonly (readonly string[])[] {
  const files: string[][] = []
  let filled = { articles: 0, bytes: 0 }
  for (const line of lines) {
    if (files.length === 0 || beginsFile(line, filled, limits)) {
      files.push([])
      filled = { articles: 0, bytes: 0 }
    }
    files.at(-1)!.push(line.article.id)
    filled = { articles: filled.articles + 1, bytes: filled.bytes + line.bytes }
  }
  return files
}

/** How many of the files hold something else than any of the former files. */
function changedFiles(former: readonly (readonly string[])[], files: readonly (readonly string[])[]): number {
  const known = new Set(former.map((ids) => ids.join()))
  return files.filter((ids) => !known.has(ids.join())).length
}

describe('packedLine', () => {
  it('counts the bytes of the line with its end, and draws the mark from the id alone', () => {
    const json = '{"title":"题"}'
    const line = packedLine(anArticle({ id: 'one' }), json)
    expect(line.bytes).toBe(new TextEncoder().encode(`${json}\n`).length)
    expect(line.mark).toBe(packedLine(anArticle({ id: 'one', title: '另题' }), '{}').mark)
    expect(line.mark).not.toBe(packedLine(anArticle({ id: 'two' }), json).mark)
  })
})

describe('beginsFile', () => {
  it('makes few files, none of them above the limits and all but the last at least half full', () => {
    const files = filesOf(linesOf(51_301))
    expect(files.length).toBeGreaterThanOrEqual(4)
    expect(files.length).toBeLessThanOrEqual(6)
    for (const ids of files.slice(0, -1)) {
      expect(ids.length).toBeGreaterThanOrEqual(FILE_LIMITS.articles / 2)
      expect(ids.length).toBeLessThanOrEqual(FILE_LIMITS.articles)
    }
    expect(files.flat()).toHaveLength(51_301)
  })

  it('holds the limit of bytes as it holds that of articles', () => {
    const bytes = 100_000
    const files = filesOf(linesOf(5000, bytes))
    for (const ids of files.slice(0, -1)) {
      expect(ids.length * bytes).toBeGreaterThanOrEqual(FILE_LIMITS.bytes / 2)
      expect(ids.length * bytes).toBeLessThanOrEqual(FILE_LIMITS.bytes)
    }
    const lengths = new Set(files.map((ids) => ids.length))
    expect(lengths.size).toBeGreaterThan(files.length / 2)
  })

  it('gives a line that is longer than a file may be a file of its own', () => {
    const limits = { articles: 100, bytes: 5000 }
    const lines = [lineOf('a'), lineOf('long', 9000), lineOf('b'), lineOf('c', 4001)]
    expect(filesOf(lines, limits)).toEqual([['a'], ['long'], ['b'], ['c']])
  })

  it('ends files at the same articles again behind one that was put in, taken out or changed', () => {
    const limits = { articles: 1000, bytes: 1e9 }
    const lines = linesOf(20_000)
    const former = filesOf(lines, limits)
    const inserted = [...lines.slice(0, 50), lineOf('inserted'), ...lines.slice(50)]
    const removed = [...lines.slice(0, 9000), ...lines.slice(9001)]
    const changed = lines.map((line, place) => (place === 5000 ? { ...line, bytes: 2000 } : line))
    expect(former.length).toBeGreaterThan(20)
    expect(changedFiles(former, filesOf(inserted, limits))).toBeLessThanOrEqual(2)
    expect(changedFiles(former, filesOf(removed, limits))).toBeLessThanOrEqual(2)
    expect(changedFiles(former, filesOf(changed, limits))).toBe(0)
  })
})
