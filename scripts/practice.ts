import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { labelledTexts, practiceArticles } from './practice/practiceArticles'
import { PracticeError, readPractice } from './practice/readPractice'

const USAGE = `Writes the practice paper, the issues of an invented county paper, as articles that can be packed.

  npx tsx scripts/practice.ts --out DIR [options]

  --out DIR       the folder for articles of a year, 1999.json and so on
  --truth         with the people, offices and honours that were marked by hand
  --labelled FILE the names of every headline and paragraph, one { "text", "persons" } a line
  --from DIR      the folder of the practice paper (default: tests/practice)
  --help          this text

Then: npm run pack -- DIR --out COLLECTION --title 练习报（虚构）
`

/** Writes what the command line asks for. Answers the exit code: 0 written, 1 a wrong mark, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  let values
  try {
    const options = {
      out: { type: 'string' },
      labelled: { type: 'string' },
      from: { type: 'string', default: 'tests/practice' },
      truth: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    values = parseArgs({ args: [...words], options }).values
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    return 2
  }
  if (values.help || (values.out === undefined && values.labelled === undefined)) {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  try {
    const practice = await readPractice(values.from)
    if (values.labelled !== undefined) {
      const lines = labelledTexts(practice).map((text) => JSON.stringify(text) + '\n')
      await writeFile(values.labelled, lines.join(''))
      console.log(`${String(lines.length)} texts: ${values.labelled}`)
    }
    if (values.out !== undefined) {
      const articles = practiceArticles(practice, values.truth)
      await mkdir(values.out, { recursive: true })
      const years = [...new Set(practice.articles.map(({ source }) => source.date.slice(0, 4)))]
      for (const year of years) {
        const ofYear = articles.filter(({ issueDate }) => issueDate?.startsWith(year))
        await writeFile(join(values.out, `${year}.json`), JSON.stringify(ofYear, null, 2) + '\n')
      }
      console.log(`${String(articles.length)} articles: ${values.out}`)
    }
    return 0
  } catch (cause) {
    if (!(cause instanceof PracticeError)) throw cause
    console.error(cause.message)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
