import { neededPart, type OfficePackage } from './officePackage'
import type { Reading } from './reading'
import { failureOf, ReadingFailure } from './readingFailure'
import { problemItem, type ReadItem } from './readItem'
import { readTable } from './readTable'
import { sheetRows } from './sheetRows'
import { isOwnTable } from './tableColumns'
import { readWorkbook } from './workbookParts'

/** The articles of all sheets of a workbook, one sheet after the other; each is a table named by file, `#` and sheet. Empty sheets are passed over. */
export async function* readWorkbookFile(
  file: string,
  office: OfficePackage,
  reading: Reading,
): AsyncGenerator<ReadItem> {
  const { limits } = reading.budget
  const workbook = await readWorkbook(office, limits.sharedCharacters)
  let hasOwn = false
  let filled = 0
  for (const { name, path } of workbook.sheets) {
    const table = `${file}#${name}`
    const problems: ReadItem[] = []
    let isFilled = false
    try {
      const rows = sheetRows(neededPart(office, path), workbook, limits, (row, code, message) =>
        problems.push(problemItem(table, row, { code, message })),
      )
      for await (const item of readTable(table, rows, reading)) {
        if (item.kind === 'table') {
          const names = item.table.columns.map((column) => column.name)
          // What Jianbao writes behind its articles tells how they were found.
          if (hasOwn && !item.table.columns.some(({ field }) => field === 'title')) break
          hasOwn ||= isOwnTable(names)
          isFilled = true
        }
        // New workbooks have sheets on which nothing is written.
        if (!isFilled && item.kind === 'problem') continue
        yield item
        yield* problems.splice(0)
      }
      yield* problems.splice(0)
      if (isFilled) filled += 1
    } catch (cause) {
      if (cause instanceof ReadingFailure && cause.endsInput) throw cause
      yield* problems
      yield problemItem(table, 0, failureOf(cause))
      filled += 1
    }
  }
  if (filled === 0)
    yield problemItem(file, 0, { code: 'no-article', message: 'nothing is written in the workbook' })
}
