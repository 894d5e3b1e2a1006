import { numberForm, type NumberForm } from './numberForm'
import { neededPart, type OfficePackage } from './officePackage'
import { inMegabytes } from './readingBudget'
import { ReadingFailure } from './readingFailure'
import type { SerialEpoch } from './serialDate'
import { readWholeXml } from './xmlText'

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string
  readonly path: string
}

/** What the cells of a workbook refer to. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly epoch: SerialEpoch
  /** How numbers are shown, by the number of the style; `null` for mere numbers. */
  readonly forms: readonly (NumberForm | null)[]
  /** Texts that cells refer to by their number. */
  readonly texts: readonly string[]
}

/** A text of a workbook with the characters that XML cannot hold (`_x000D_`; ECMA-376 part 1, 22.4.2.4). */
export function unescapeText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

async function readStyles(content: AsyncGenerator<Uint8Array>): Promise<readonly (NumberForm | null)[]> {
  const codes = new Map<number, string>()
  const forms: (NumberForm | null)[] = []
  let isInCells = false
  await readWholeXml(content, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isInCells = true
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        forms.push(numberForm(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return forms
}

/** @throws ReadingFailure when they are more than may be held */
async function readTexts(content: AsyncGenerator<Uint8Array>, most: number): Promise<readonly string[]> {
  const texts: string[] = []
  let pieces: string[] = []
  let isText = false
  let isPhonetic = false
  let length = 0
  await readWholeXml(
    content,
    {
      open: (name) => {
        if (name === 't') isText = !isPhonetic
        else if (name === 'rPh') isPhonetic = true
      },
      close: (name) => {
        if (name === 't') isText = false
        else if (name === 'rPh') isPhonetic = false
        else if (name === 'si') {
          texts.push(unescapeText(pieces.join('')))
          pieces = []
        }
      },
      text: (text) => {
        if (!isText) return
        pieces.push(text)
        length += text.length
      },
    },
    () => {
      if (length <= most) return
      const message = `the texts of the workbook are longer than ${inMegabytes(most)}; save its sheets as CSV`
      throw new ReadingFailure('limit-reached', message)
    },
  )
  return texts
}

/** Reads all of a workbook (ECMA-376, SpreadsheetML) but its sheets. @throws ReadingFailure */
export async function readWorkbook(office: OfficePackage, sharedCharacters: number): Promise<Workbook> {
  const relations = await office.relations(office.main)
  const pathOf = (kind: string): string | undefined =>
    relations.find((relation) => relation.kind === kind)?.path
  const sheets: WorkbookSheet[] = []
  let epoch: SerialEpoch = 1900
  await readWholeXml(neededPart(office, office.main), {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true|on)$/.test(attributes['date1904'] ?? '')) epoch = 1904
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const sheet = relations.find((relation) => relation.id === id)
      if (sheet?.kind === 'worksheet') sheets.push({ name: attributes['name'] ?? '', path: sheet.path })
    },
  })
  const styles = office.part(pathOf('styles') ?? '')
  const texts = office.part(pathOf('sharedStrings') ?? '')
  return {
    sheets,
    epoch,
    forms: styles === null ? [] : await readStyles(styles),
    texts: texts === null ? [] : await readTexts(texts, sharedCharacters),
  }
}
