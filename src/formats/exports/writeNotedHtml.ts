import type { NotedDocument } from '../../domain/notedDocument'
import { escapeMarkup } from '../../domain/escapeMarkup'

/** A sheet for paper, as a book has it; notes stand at the end, since browsers have none at the foot of a page. */
const STYLE = `body{font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif;line-height:1.8;max-width:40em;margin:2em auto;padding:0 1em;color:#1d1a16}
h1{text-align:center;line-height:1.4}h2{line-height:1.4;margin:2em 0 .5em;break-after:avoid}p{text-indent:2em;margin:.4em 0;text-align:justify}
.quotation{font-family:"Kaiti SC","STKaiti",KaiTi,serif}.remark,.notes{font-size:.85em;color:#5c564c}.notes li{margin:.3em 0}
sup{line-height:0}a{color:inherit;text-decoration:none}
@page{size:A4;margin:25mm}@media print{body{max-width:none;margin:0;padding:0;font-size:11pt}}`

/** A document as one page for printing, in pieces, its notes linked to their places. It loads nothing and runs nothing. */
export function* writeNotedHtml(document: NotedDocument): Generator<string> {
  const { title, lead, sections, language, notesHeading } = document
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
`
  for (const text of lead) yield `<p>${escapeMarkup(text)}</p>\n`
  const notes: string[] = []
  for (const { heading, paragraphs } of sections) {
    if (heading !== '') yield `<h2>${escapeMarkup(heading)}</h2>\n`
    for (const { kind, label, text, note } of paragraphs) {
      const day = label === '' ? '' : `<b>${escapeMarkup(label)}</b>　`
      const number = note === '' ? 0 : notes.push(note)
      const noted = number === 0 ? '' : `<sup id="r${number}"><a href="#n${number}">[${number}]</a></sup>`
      yield `<p class="${kind}">${day}${escapeMarkup(text)}${noted}</p>\n`
    }
  }
  if (notes.length > 0) yield `<section class="notes"><h2>${escapeMarkup(notesHeading)}</h2>\n<ol>\n`
  for (const [at, note] of notes.entries()) {
    yield `<li id="n${at + 1}">${escapeMarkup(note)} <a href="#r${at + 1}">↩</a></li>\n`
  }
  if (notes.length > 0) yield '</ol></section>\n'
  yield '</body>\n</html>\n'
}
