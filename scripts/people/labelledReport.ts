import { NAME_FORMS, sumOfForms, type FormTally, type LabelledFigures } from './labelledScore'

function percent(part: number, whole: number): string {
  return whole === 0 ? '   –' : ((100 * part) / whole).toFixed(1).padStart(5)
}

function line(label: string, { right, found, labelled }: FormTally): string {
  const f = (200 * right) / (found + labelled) || 0
  return `${label.padEnd(24)} P ${percent(right, found)}  R ${percent(right, labelled)}  F ${f.toFixed(1)}  (${String(right)} right, ${String(found)} found, ${String(labelled)} labelled)`
}

/** `shown` of a list, from all over it. */
function sample(list: readonly string[], shown: number): readonly string[] {
  return list.filter((_, at) => at % Math.max(1, Math.floor(list.length / shown)) === 0)
}

/**
 * The figures of a labelled file as text.
 *
 * @param shown how many of the names found wrongly and of those missed are given
 */
export function labelledReport(figures: LabelledFigures, shown = 0): string {
  const longer = NAME_FORMS.filter((form) => form !== '1')
  const { certain, forms, wrong, missed } = figures
  const lines = [
    line('all', sumOfForms(figures)),
    line('without one character', sumOfForms(figures, longer)),
    ...NAME_FORMS.map((form) => line(`  ${form}`, forms[form])),
    `certain names: P ${percent(certain.right, certain.found)} (${String(certain.found)} found)`,
  ]
  if (shown > 0)
    lines.push(
      '',
      'found, not labelled:',
      ...sample(wrong, shown),
      '',
      'labelled, not found:',
      ...sample(missed, shown),
    )
  return lines.join('\n')
}
