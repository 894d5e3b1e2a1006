import startSqlite, {
  type Database,
  type PreparedStatement,
  type Sqlite3Static,
} from '@sqlite.org/sqlite-wasm'
import type { Article } from '../../../../src/domain/article'
import { yearOf } from '../../recombinedArticles'
import { FIRST, type SearchEngine } from '../searchEngine'
import { searchedFieldsOf } from '../searchedFields'

/** How a question becomes a condition on `fts` and `articles`, with the values of its parameters. */
export interface SqlCondition {
  /** Whether the table `fts` takes part; without it, `articles` alone is looked through. */
  readonly usesIndex: boolean
  readonly condition: string
  readonly values: readonly string[]
}

/** What differs between the two ways to cut the text. */
export interface SqliteSetUp {
  /** The statements that make the table `fts` of title and text; `articles` with id, title, text and year is there. */
  readonly createIndex: string
  /** A text as it is put into the table of articles, and as it is put into the index; `null` for not at all. */
  readonly stored: (text: string) => string | null
  readonly indexed: (text: string) => string
  readonly conditionOf: (runs: readonly string[]) => SqlCondition
}

const DATABASE = '/bench.db'

async function openDatabase(sqlite: Sqlite3Static): Promise<Database> {
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'bench' })
  const database = new pool.OpfsSAHPoolDb(DATABASE)
  // The same room in memory that our own index has for pages.
  database.exec('pragma cache_size = -16384; pragma temp_store = memory')
  return database
}

/** One row for each article in the table of articles and in the index. */
function insertArticles(database: Database, articles: readonly Article[], setUp: SqliteSetUp): void {
  const row = database.prepare('insert into articles (id, title, text, year) values (?, ?, ?, ?)')
  const entry = database.prepare('insert into fts (rowid, title, text) values (?, ?, ?)')
  for (const article of articles) {
    const { id, title, text } = searchedFieldsOf(article)
    row.bind([id, setUp.stored(title), setUp.stored(text), yearOf(article)]).stepReset()
    entry.bind([id, setUp.indexed(title), setUp.indexed(text)]).stepReset()
  }
  row.finalize()
  entry.finalize()
}

/** SQLite with FTS5 in the origin private file system. */
export async function loadSqlite(setUp: SqliteSetUp): Promise<SearchEngine> {
  // The WebAssembly is compiled here, as the code of other engines is loaded before the clock starts.
  const sqlite = await startSqlite()
  return {
    build: async () => {
      const database = await openDatabase(sqlite)
      database.exec('pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive')
      database.exec('create table articles (id integer primary key, title text, text text, year integer)')
      database.exec(setUp.createIndex)
      database.exec("insert into fts (fts, rank) values ('rank', 'bm25(3.0, 1.0)')")
      return {
        add: (articles) =>
          database.transaction(() => {
            insertArticles(database, articles, setUp)
          }),
        store: () => {
          database.exec("insert into fts (fts) values ('optimize')")
          const bytes = database.selectValue("select sum(pgsize) from dbstat where name glob 'fts*'")
          database.close()
          return Promise.resolve(Number(bytes))
        },
      }
    },
    open: async () => {
      const database = await openDatabase(sqlite)
      const statements = new Map<string, PreparedStatement>()
      const rows = (sql: string, values: readonly (string | number)[]): readonly number[][] => {
        let statement = statements.get(sql)
        if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)))
        if (values.length > 0) statement.bind(values)
        const found: number[][] = []
        while (statement.step()) found.push(statement.get([]) as number[])
        statement.reset(true)
        return found
      }
      const partsOf = (runs: readonly string[], year: number | null, needsArticles: boolean) => {
        const { usesIndex, condition, values } = setUp.conditionOf(runs)
        const tables = usesIndex
          ? `fts${needsArticles || year !== null || condition.includes('articles.') ? ' join articles on articles.id = fts.rowid' : ''}`
          : 'articles'
        return {
          source: `from ${tables} where ${condition}${year === null ? '' : ' and articles.year = ?'}`,
          id: usesIndex ? 'fts.rowid' : 'articles.id',
          order: usesIndex ? ' order by fts.rank' : '',
          values: [...values, ...(year === null ? [] : [year])],
        }
      }
      return {
        search: (runs, { year, countsYears }) => {
          const { source, id, order, values } = partsOf(runs, year, false)
          const first = rows(`select ${id} ${source}${order} limit ${FIRST}`, values).map(
            ([ordinal]) => ordinal!,
          )
          if (!countsYears)
            return { total: rows(`select count(*) ${source}`, values)[0]![0]!, first, years: null }
          const { source: joined } = partsOf(runs, year, true)
          const years = rows(`select articles.year, count(*) ${joined} group by 1`, values)
          return {
            total: years.reduce((sum, [, count]) => sum + count!, 0),
            first,
            years: new Map(years.map(([value, count]) => [value!, count!])),
          }
        },
        webAssemblyBytes: () => sqlite.wasm.heap8u().byteLength,
        hits: (runs, year) => {
          const { source, id, values } = partsOf(runs, year, false)
          return rows(`select ${id} ${source}`, values).map(([ordinal]) => ordinal!)
        },
      }
    },
  }
}
