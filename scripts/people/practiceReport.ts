import { groupBy } from './groupBy'
import type { PracticeFailure, PracticeFigures, Tally } from './practiceScore'

function percent(part: number, whole: number): string {
  return whole === 0 ? '    –' : ((100 * part) / whole).toFixed(1).padStart(5)
}

function line(label: string, { right, found, reached, there }: Tally): string {
  const counts = `${String(right)} of ${String(found)} found right, ${String(reached)} of ${String(there)} marked`
  return `  ${label.padEnd(14)} P ${percent(right, found)}  R ${percent(reached, there)}  (${counts})`
}

/** Failures by class, the frequent classes first; `shown` examples of each. */
function failureLines(failures: readonly PracticeFailure[], shown: number): readonly string[] {
  const classes = groupBy(failures, ({ of, kind }) => `${of}, ${kind}`)
  return [...classes]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([name, ofClass]) => [
      `  ${String(ofClass.length).padStart(4)} ${name}`,
      ...ofClass.slice(0, shown).map(({ article, words }) => `         ${article} ${words}`),
    ])
}

/**
 * The figures of the practice paper as text.
 *
 * @param shown how many examples of each class of failures are given
 */
export function practiceReport(title: string, figures: PracticeFigures, shown = 0): string {
  const { names, pairs, collectives, honours, events, attributes, failures } = figures
  return [
    `${title} (${String(figures.articles)} articles)`,
    line('names', names),
    line('pairs', pairs),
    line('events', events),
    line('collectives', collectives),
    line('honours', honours),
    ...Object.entries(attributes).map(
      ([name, { right, all }]) =>
        `  ${name.padEnd(14)}   ${percent(right, all)} right of ${String(all)} offices that were found`,
    ),
    ...failureLines(failures, shown),
  ].join('\n')
}
