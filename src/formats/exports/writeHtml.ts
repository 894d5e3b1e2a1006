import type { Article } from '../../domain/article'
import { citeArticle } from '../../domain/citation/citeArticle'
import type { ExportOptions } from '../../domain/exporting'
import { escapeMarkup } from '../../domain/escapeMarkup'
import { sourceParts } from './sourceParts'

/** A sheet for paper: the measure of a column, first lines indented, no article parted from its headline. */
const STYLE = `body{font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif;line-height:1.8;max-width:40em;margin:2em auto;padding:0 1em;color:#1d1a16}
article{margin:3em 0}h1,h2{line-height:1.4;break-after:avoid}h2{margin-bottom:.3em}
.line,.source,.cite,dl{font-family:system-ui,sans-serif;font-size:.85em;color:#5c564c}
.text p{text-indent:2em;margin:.4em 0;text-align:justify}dl{display:grid;grid-template-columns:auto 1fr;gap:.2em 1em}dd{margin:0}
@page{size:A4;margin:22mm}@media print{body{max-width:none;margin:0;padding:0;font-size:11pt}}`

function element(name: string, className: string, text: string): string {
  if (text === '') return ''
  return `<${name}${className === '' ? '' : ` class="${className}"`}>${escapeMarkup(text)}</${name}>`
}

function articleElement(article: Article, { style, accessedOn, wording }: ExportOptions): string {
  const { kicker = '', title, subtitle = '' } = article
  const banner = article.textKind === 'digest' ? wording.digestBanner : ''
  return [
    '<article>',
    element('p', 'line', kicker),
    element('h2', '', title),
    element('p', 'line', subtitle),
    element('p', 'source', sourceParts(article).join('　')),
    element('p', 'line', banner),
    `<div class="text">${article.paragraphs.map((paragraph) => element('p', '', paragraph)).join('\n')}</div>`,
    element('p', 'cite', citeArticle(article, style, accessedOn)),
    '</article>\n',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Articles as one page for printing, in pieces: how they were found first, each article with its citation. It loads nothing and runs nothing. */
export async function* writeHtml(
  batches: AsyncIterable<readonly Article[]>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { title, language, statement } = options.wording
  const found = statement.map(([label, value]) => `${element('dt', '', label)}${element('dd', '', value)}`)
  yield `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
<dl>${found.join('\n')}</dl>
`
  for await (const articles of batches) {
    yield articles.map((article) => articleElement(article, options)).join('')
  }
  yield '</body>\n</html>\n'
}
