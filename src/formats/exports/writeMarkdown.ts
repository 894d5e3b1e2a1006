import type { Article } from '../../domain/article'
import { citeArticle } from '../../domain/citation/citeArticle'
import type { ExportOptions } from '../../domain/exporting'
import { markdownText } from './markdownText'
import { sourceParts } from './sourceParts'

function articleText(article: Article, { style, accessedOn, wording }: ExportOptions): string {
  const { kicker = '', title, subtitle = '' } = article
  const parts = [
    `## ${markdownText(title)}`,
    ...[kicker, subtitle].filter((line) => line !== '').map((line) => `*${markdownText(line)}*`),
    markdownText(sourceParts(article).join('　')),
    ...(article.textKind === 'digest' ? [`> ${markdownText(wording.digestBanner)}`] : []),
    ...article.paragraphs.map(markdownText),
    `— ${markdownText(citeArticle(article, style, accessedOn))}`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Articles as Markdown (CommonMark), in pieces: how they were found first, each article with its citation. */
export async function* writeMarkdown(
  batches: AsyncIterable<readonly Article[]>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { title, statement } = options.wording
  yield `# ${markdownText(title)}\n\n`
  for (const [label, value] of statement) yield `- ${markdownText(label)}：${markdownText(value)}\n`
  for await (const articles of batches) {
    yield articles.map((article) => `\n${articleText(article, options)}\n`).join('')
  }
}
