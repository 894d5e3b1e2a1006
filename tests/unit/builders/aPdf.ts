/** A run of text on a page. */
export interface PdfRun {
  readonly size: number
  readonly x: number
  readonly y: number
  readonly text: string
}

function hexOf(text: string): string {
  return [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

/** A PDF in a font that it only names, with a character map that it only names, as programs for Chinese write them. */
export function aPdf(pages: readonly (readonly PdfRun[])[], map = 'UniGB-UCS2-H'): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  ]
  pages.forEach((runs, at) => {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + at * 2} 0 R>>`,
    )
    const drawn = runs.map(
      ({ size, x, y, text }) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hexOf(text)}> Tj`,
    )
    const content = `BT ${drawn.join('\n')} ET`
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`)
  })
  let written = '%PDF-1.4\n'
  const places: number[] = []
  objects.forEach((object, at) => {
    places.push(written.length)
    written += `${at + 1} 0 obj${object}\nendobj\n`
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  written += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${written.length}\n%%EOF`
  return new TextEncoder().encode(written)
}
