import { Converter } from 'opencc-js'
import type { PageTruth } from './pageTruth'

/** The same text in traditional characters, as papers of Taiwan write them. */
export const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** A truth in traditional characters: what a page of such characters holds, unchanged. */
export function truthToTraditional(truth: PageTruth): PageTruth {
  return JSON.parse(toTraditional(JSON.stringify(truth))) as PageTruth
}
