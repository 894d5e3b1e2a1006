import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { NotedDocument } from '../../../../src/domain/notedDocument'
import { writeNotedDocx } from '../../../../src/formats/exports/writeNotedDocx'
import { writeNotedHtml } from '../../../../src/formats/exports/writeNotedHtml'
import { writeNotedMarkdown } from '../../../../src/formats/exports/writeNotedMarkdown'
import { fileOfBytes } from '../../../../src/formats/files/inputFile'
import { readInputFile } from '../../../../src/formats/files/readInputFile'

const document: NotedDocument = {
  title: '示例县水利大事记',
  lead: ['本篇据报刊资料编成。'],
  language: 'zh-CN',
  notesHeading: '注释',
  sections: [
    {
      heading: '2012年',
      paragraphs: [
        {
          kind: 'entry',
          label: '7月1日',
          text: '示例河大堤开工，全县有三千人到场。',
          note: '开工[N]. 示例日报，2012-07-02（01）.',
        },
        { kind: 'entry', label: '同日', text: '<b>县长</b> & "张示例" 到工地看望民工。', note: '' },
        { kind: 'remark', label: '', text: '按：*两说*并存。', note: '据另一报。' },
      ],
    },
  ],
}

async function packed(of: NotedDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeNotedDocx(of)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The elements of a part in their order, and its text; whatever is no XML throws. */
function readXml(xml: string): { readonly elements: readonly Element[]; readonly text: string } {
  const elements: Element[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', (cause) => {
    throw cause
  })
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }))
  parser.on('text', (one) => {
    text += one
  })
  parser.write(xml).close()
  return { elements, text }
}

async function partsOf(of: NotedDocument): Promise<ReadonlyMap<string, ReturnType<typeof readXml>>> {
  const files = Object.entries(unzipSync(await packed(of)))
  return new Map(files.map(([path, bytes]) => [path, readXml(strFromU8(bytes))]))
}

function valuesOf(part: ReturnType<typeof readXml>, element: string, attribute: string): readonly string[] {
  return part.elements
    .filter(({ name }) => name === element)
    .map(({ attributes }) => attributes[attribute] ?? '')
}

describe('a document of Word', () => {
  it('names the type of every part and leads to it', async () => {
    const parts = await partsOf(document)
    const typed = valuesOf(parts.get('[Content_Types].xml')!, 'Override', 'PartName').map((name) =>
      name.slice(1),
    )
    const unnamed = [...parts.keys()].filter((path) => !typed.includes(path))
    expect(unnamed.sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'])
    expect(typed.filter((path) => !parts.has(path))).toEqual([])
    const targets = [
      ...valuesOf(parts.get('_rels/.rels')!, 'Relationship', 'Target'),
      ...valuesOf(parts.get('word/_rels/document.xml.rels')!, 'Relationship', 'Target').map(
        (path) => `word/${path}`,
      ),
    ]
    expect(targets.sort()).toEqual(typed.sort())
  })

  it('has a footnote for every reference, in the same order, beside the two separators', async () => {
    const parts = await partsOf(document)
    const references = valuesOf(parts.get('word/document.xml')!, 'w:footnoteReference', 'w:id')
    expect(references).toEqual(['1', '2'])
    const notes = parts.get('word/footnotes.xml')!
    expect(valuesOf(notes, 'w:footnote', 'w:id')).toEqual(['-1', '0', ...references])
    expect(valuesOf(parts.get('word/settings.xml')!, 'w:footnote', 'w:id')).toEqual(['-1', '0'])
    expect(notes.text).toContain('示例日报，2012-07-02（01）.')
  })

  it('uses no style that it does not have', async () => {
    const parts = await partsOf(document)
    const known = valuesOf(parts.get('word/styles.xml')!, 'w:style', 'w:styleId')
    for (const path of ['word/document.xml', 'word/footnotes.xml']) {
      const used = ['w:pStyle', 'w:rStyle'].flatMap((element) => valuesOf(parts.get(path)!, element, 'w:val'))
      expect(used.filter((style) => !known.includes(style))).toEqual([])
      expect(used.length).toBeGreaterThan(0)
    }
  })

  it('is read by the archive’s own reader, its notes apart from its text', async () => {
    const found = []
    for await (const item of readInputFile(fileOfBytes('a.docx', await packed(document)), {}))
      found.push(item)
    const article = found.flatMap((item) => (item.kind === 'article' ? [item.read] : []))[0]!
    const text = [article.article.title, ...article.article.paragraphs].join('\n')
    expect(text).toContain('示例河大堤开工，全县有三千人到场。')
    expect(text).toContain('<b>县长</b> & "张示例" 到工地看望民工。')
    expect(text).not.toContain('2012-07-02（01）')
  })

  it('is the same bytes for the same document, and well-formed whatever the text', async () => {
    expect(await packed(document)).toEqual(await packed(document))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const paragraph = { kind: 'quotation', label: text, text, note: `注${text}` } as const
        const hostile = { ...document, title: text, sections: [{ heading: text, paragraphs: [paragraph] }] }
        expect((await partsOf(hostile)).size).toBe(10)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a document as a page', () => {
  it('links each note to its place and back, and holds hostile text as text', () => {
    const page = [...writeNotedHtml(document)].join('')
    expect(page).toContain('<sup id="r1"><a href="#n1">[1]</a></sup>')
    expect(page).toContain('<li id="n2">据另一报。 <a href="#r2">')
    expect(page).toContain('&lt;b&gt;县长&lt;/b&gt; &amp; &quot;张示例&quot;')
    expect(serialize(parse(page))).toContain('@page{size:A4')
    expect(page).not.toContain('<script')
  })

  it('has no heading for notes that it does not have', () => {
    expect([...writeNotedHtml({ ...document, sections: [] })].join('')).not.toContain('注释')
  })
})

describe('a document as Markdown', () => {
  it('has its notes behind the text, under the numbers of their places', () => {
    const text = [...writeNotedMarkdown(document)].join('')
    expect(text).toContain('**7月1日**　示例河大堤开工，全县有三千人到场。[^1]\n')
    expect(text).toContain('按：\\*两说\\*并存。[^2]\n')
    expect(text.slice(text.indexOf('\n[^1]:'))).toBe(
      '\n[^1]: 开工\\[N\\]. 示例日报，2012-07-02（01）.\n[^2]: 据另一报。\n',
    )
  })
})
