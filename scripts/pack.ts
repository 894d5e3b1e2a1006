import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { indexFiles } from '../src/domain/collection'
import { packCollection, type PackReport } from './packCollection'
import { MAPPING_FILE, packOpenSearch, type OpenSearchReport } from './packOpenSearch'
import { PackUsageError } from './packManifest'
import { OPEN_SEARCH_ANALYZERS, type OpenSearchAnalyzer } from '../src/formats/opensearch/openSearchMapping'

const USAGE = `Builds a collection of static files from articles.

  npm run pack -- INPUT… --out DIR [options]

  INPUT           files, or folders of these: .json, .jsonl, .csv, .tsv, .xlsx, .txt, .html, .mht, .docx, .pdf with text,
                  .ris, .enw, .bib, NoteExpress lists; .zip of these; any of them gzipped
  --out DIR       the folder to write to
  --id ID         the collection's id: letters, digits, point, dash, underscore (default: the one already there, else the folder's name)
  --title TITLE   its title (default: the id)
  --about FILE    JSON with rights, licence, contact, and newspapers with aliases and places
  --format F      collection (default), or opensearch: ${MAPPING_FILE} to make an index with, and bulk-….ndjson for _bulk
  --analyzer A    with opensearch: cjk-bigram (default), pairs of characters; smartcn, words as well, which needs the
                  plugin analysis-smartcn
  --no-people     leaves out the people of the articles
  --report FILE   writes what came of it as JSON
  --help          this text

Exit code: 0 packed, 1 no article could be read, 2 wrong usage.
`

const MOST_SHOWN = 20

interface PackCommand {
  readonly inputs: readonly string[]
  readonly out: string
  readonly id: string | undefined
  readonly title: string | undefined
  readonly about: string | undefined
  readonly report: string | undefined
  readonly people: 'recognized' | 'none'
  readonly format: 'collection' | 'opensearch'
  readonly analyzer: OpenSearchAnalyzer
}

/** The command line read; `null` asks for the usage text. @throws PackUsageError */
function readCommand(words: readonly string[]): PackCommand | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        id: { type: 'string' },
        title: { type: 'string' },
        about: { type: 'string' },
        report: { type: 'string' },
        format: { type: 'string', default: 'collection' },
        analyzer: { type: 'string' },
        'no-people': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return null
    if (positionals.length === 0) throw new PackUsageError('no INPUT is given')
    if (values.out === undefined || values.out === '') throw new PackUsageError('--out DIR is missing')
    const { out, id, title, about, report, format } = values
    if (format !== 'collection' && format !== 'opensearch')
      throw new PackUsageError(`--format ${format}: expected collection or opensearch`)
    if (values.analyzer !== undefined && format !== 'opensearch')
      throw new PackUsageError('--analyzer goes with --format opensearch')
    const analyzer = OPEN_SEARCH_ANALYZERS.find((name) => name === (values.analyzer ?? 'cjk-bigram'))
    if (analyzer === undefined)
      throw new PackUsageError(
        `--analyzer ${String(values.analyzer)}: expected ${OPEN_SEARCH_ANALYZERS.join(' or ')}`,
      )
    return {
      inputs: positionals,
      out,
      id,
      title,
      about,
      report,
      format,
      analyzer,
      people: values['no-people'] ? 'none' : 'recognized',
    }
  } catch (cause) {
    if (cause instanceof PackUsageError) throw cause
    throw new PackUsageError(cause instanceof Error ? cause.message : String(cause))
  }
}

async function readAbout(path: string | undefined): Promise<unknown> {
  if (path === undefined) return undefined
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch (cause) {
    throw new PackUsageError(`--about ${path}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function printProblems(report: Pick<PackReport, 'problems' | 'problemCount'>): void {
  for (const { file, row, field, code, message } of report.problems.slice(0, MOST_SHOWN)) {
    const place = [file, ...(row > 0 ? [`row ${row}`] : []), ...(field === '' ? [] : [field])].join(', ')
    console.error(`${place}: ${code}: ${message}`)
  }
  if (report.problemCount > MOST_SHOWN)
    console.error(`… and ${report.problemCount - MOST_SHOWN} more problems`)
}

function printReport(report: PackReport, out: string): void {
  printProblems(report)
  const indexBytes =
    report.manifest === null ? 0 : indexFiles(report.manifest).reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    `${report.read} articles read, ${report.packed} packed, ${report.duplicates} duplicates, ` +
      `${report.problemCount} problems, ${megabytes(report.bytes)} (${megabytes(report.compressedBytes)} compressed), ` +
      `${megabytes(indexBytes)} of index, ${report.seconds.toFixed(1)} seconds`,
  )
  if (report.manifest === null) console.error('No article could be read; nothing was written.')
  else
    console.log(
      `${out}: “${report.manifest.title}”, revision ${report.manifest.revision}, ${report.manifest.files.length} files`,
    )
}

function printOpenSearchReport(report: OpenSearchReport, out: string): void {
  printProblems(report)
  console.log(
    `${report.read} articles read, ${report.packed} packed, ${report.duplicates} duplicates, ` +
      `${report.problemCount} problems, ${megabytes(report.bytes)}, ${report.seconds.toFixed(1)} seconds`,
  )
  if (report.packed === 0) console.error('No article could be read; nothing was written.')
  else console.log(`${out}: ${MAPPING_FILE} and ${report.bodies.length} bodies for _bulk`)
}

/** Runs the command; gives the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const command = readCommand(words)
  if (command === null) {
    console.log(USAGE)
    return 0
  }
  const { report: reportPath, about, format, analyzer, ...options } = command
  if (format === 'opensearch') {
    const written = await packOpenSearch({ ...options, analyzer })
    printOpenSearchReport(written, command.out)
    if (reportPath !== undefined) await writeFile(reportPath, `${JSON.stringify(written, null, 2)}\n`)
    return written.packed > 0 ? 0 : 1
  }
  const report = await packCollection({ ...options, about: await readAbout(about) })
  printReport(report, command.out)
  if (reportPath !== undefined) {
    const { manifest, ...told } = report
    await writeFile(
      reportPath,
      `${JSON.stringify({ ...told, revision: manifest?.revision ?? null }, null, 2)}\n`,
    )
  }
  return report.manifest === null ? 1 : 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (cause) {
  if (!(cause instanceof PackUsageError)) throw cause
  console.error(`pack: ${cause.message}\n\n${USAGE}`)
  process.exitCode = 2
}
