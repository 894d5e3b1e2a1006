import type { RunTokenizer } from './packedOptions'
import type { FieldTokens } from './segmentBuilder'
import { tokenizeByRuns } from './tokenizeByRuns'

/**
 * Stands between MiniSearch and a run tokenizer: `tokenize` is what MiniSearch calls, and while it adds a document,
 * the runs and words of each field are kept for sealing and for phrases.
 */
export class TokenRecorder {
  private readonly tokenizeRuns: RunTokenizer
  private readonly toTokens: (text: string, fieldName?: string) => string[]
  private recorded: Map<string, FieldTokens> | undefined

  constructor(tokenizeRuns: RunTokenizer) {
    this.tokenizeRuns = tokenizeRuns
    this.toTokens = tokenizeByRuns(tokenizeRuns)
  }

  readonly tokenize = (text: string, fieldName?: string): string[] => {
    if (this.recorded !== undefined && fieldName !== undefined) {
      const runs: string[] = []
      const words: string[] = []
      this.tokenizeRuns(text, fieldName, {
        run: (runText, start, end) => {
          if (start < end) runs.push(runText.slice(start, end))
        },
        word: (word) => words.push(word),
      })
      this.recorded.set(fieldName, { runs, words })
    }
    return this.toTokens(text, fieldName)
  }

  /** What `act` lets `tokenize` see, per field; fields that were not tokenized are missing. */
  record(act: () => void): ReadonlyMap<string, FieldTokens> {
    const recorded = new Map<string, FieldTokens>()
    this.recorded = recorded
    try {
      act()
    } finally {
      this.recorded = undefined
    }
    return recorded
  }
}
