import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jianbao-pack-command-'))
const articles = join(folder, 'articles.json')
writeFileSync(articles, JSON.stringify([{ title: '题', paragraphs: ['文'] }, { title: '无文' }]))

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command with these words. */
function pack(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/pack.ts', ...words],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

describe('npm run pack', { timeout: 60_000 }, () => {
  it('packs, says what it did, and writes the report', () => {
    const report = join(folder, 'report.json')
    const { status, stdout, stderr } = pack(
      articles,
      '--out',
      join(folder, 'out'),
      '--title',
      '示例',
      '--report',
      report,
    )
    expect(stdout).toMatch(
      /1 articles read, 1 packed, 0 duplicates, 1 problems, .* MB .*, .* MB of index, .* seconds/,
    )
    expect(stderr).toContain(`${articles}, row 2, paragraphs: paragraphs-missing`)
    expect(status).toBe(0)
    const told = JSON.parse(readFileSync(report, 'utf8')) as object
    expect(Object.keys(told).join()).toBe(
      'read,packed,duplicates,problems,problemCount,bytes,compressedBytes,seconds,revision',
    )
    expect(told).toMatchObject({
      read: 1,
      packed: 1,
      duplicates: 0,
      problems: [
        {
          file: articles,
          row: 2,
          field: 'paragraphs',
          code: 'paragraphs-missing',
          message: expect.any(String) as string,
        },
      ],
      revision: 1,
    })
  })

  it('ends with 1 when no article could be read', () => {
    expect(pack(join(folder, 'missing.json'), '--out', join(folder, 'none'))).toMatchObject({ status: 1 })
  })

  it.each([
    [[]],
    [['--out', folder]],
    [[articles]],
    [[articles, '--out', folder, '--unknown']],
    [[articles, '--out', folder, '--about', 'missing.json']],
    [[articles, '--out', folder, '--format', 'solr']],
    [[articles, '--out', folder, '--analyzer', 'smartcn']],
    [[articles, '--out', folder, '--format', 'opensearch', '--analyzer', 'jieba']],
  ])('ends with 2 and tells the usage for %j', (words) => {
    const { status, stderr } = pack(...words)
    expect(status).toBe(2)
    expect(stderr).toContain('npm run pack -- INPUT')
  })

  it.each([
    ['own', 'what a reader adds'],
    ['bundled', 'the articles that come with the app'],
  ])('refuses the id %s, which is reserved, and says for what', (id, purpose) => {
    const { status, stderr } = pack(articles, '--out', join(folder, id))
    expect(status).toBe(2)
    expect(stderr).toContain(`“${id}” is reserved for ${purpose}; choose another one with --id`)
  })

  it('tells the usage when asked', () => {
    expect(pack('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--no-people') as string,
    })
  })
})
