import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NotedDocument, NotedParagraph } from '../../../../src/domain/notedDocument'
import { writeNotedDocx } from '../../../../src/formats/exports/writeNotedDocx'

/** LibreOffice, where this machine has it. */
const hasOffice = spawnSync('soffice', ['--version']).status === 0

const entry = (number: number): NotedParagraph => ({
  kind: 'entry',
  label: `${number}月1日`,
  text: `示例县第${number}次会议。`.repeat(60),
  note: `张示例. 第${number}次会议[N]. 示例日报，2012-0${number}-02（01）.`,
})
const document: NotedDocument = {
  title: '示例县大事记',
  lead: ['本篇据报刊资料编成。'],
  language: 'zh-CN',
  notesHeading: '注释',
  sections: [
    { heading: '2012年', paragraphs: [1, 2, 3].map(entry) },
    { heading: '2013年', paragraphs: [4, 5, 6].map(entry) },
  ],
}

describe.skipIf(!hasOffice)('a document of Word in LibreOffice', () => {
  let folder = ''
  /** Converts the document; gives the file. */
  function converted(format: string): Buffer {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const words = [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'a.docx')]
    execFileSync('soffice', words, { stdio: 'ignore' })
    return readFileSync(join(folder, `a.${format.split(':')[0]!}`))
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jianbao-office-'))
    const pieces: Uint8Array[] = []
    for await (const piece of writeNotedDocx(document)) pieces.push(piece)
    writeFileSync(join(folder, 'a.docx'), Buffer.concat(pieces))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('has its notes at the foot of the page, numbered anew on each, and its headings as headings', () => {
    const text = converted('fodt').toString('utf8')
    const configuration = /<text:notes-configuration text:note-class="footnote"[^>]*>/.exec(text)?.[0]
    expect(configuration).toContain('style:num-format="①')
    expect(configuration).toContain('text:footnotes-position="page"')
    expect(configuration).toContain('text:start-numbering-at="page"')
    const notes = [...text.matchAll(/<text:note-body>(.*?)<\/text:note-body>/gs)].map(([, body = '']) =>
      body.replace(/<[^>]*>/g, '').trim(),
    )
    expect(notes).toEqual(document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ note }) => note)))
    const headings = [...text.matchAll(/<text:h [^>]*outline-level="1"[^>]*>(.*?)<\/text:h>/gs)]
    expect(headings.map(([, heading = '']) => heading.replace(/<[^>]*>/g, ''))).toEqual(['2012年', '2013年'])
    const sides = ['width', 'height'].map((side) => {
      const [, length = '', unit = ''] = new RegExp(`fo:page-${side}="([\\d.]+)(cm|in)"`).exec(text) ?? []
      return Math.round(Number(length) * (unit === 'in' ? 25.4 : 10))
    })
    expect(sides).toEqual([210, 297])
    expect(text.includes('<text:page-number')).toBe(true)
  }, 120_000)
})
