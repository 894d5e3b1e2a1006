/**
 * What a report may be about. The sentences have slots: `{place}` a county, `{short}` its bare name, `{town}`,
 * `{village}`, `{A}` and `{B}` persons of the report, `{k}`, `{n}` and `{m}` small, middling and large numbers, `{p}` a share, `{day}` a day.
 */
export interface NewsTopic {
  readonly titles: readonly string[]
  readonly kicker: string
  readonly subtitle: string
  readonly leads: readonly string[]
  readonly sentences: readonly string[]
}
