import { expect, type TestInfo } from '@playwright/test'

/** How often a browser is killed in a test; `npm run test:kills` asks for more. */
export const KILLS = Number(process.env['JIANBAO_KILLS'] ?? 3)

/** What the chances of a run begin with. */
export const SEED = Number(process.env['JIANBAO_SEED'] ?? Date.now() % 1_000_000)

/** Numbers by chance from 0 to below 1, the same for one seed (mulberry32, public domain). */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What a kill met: nothing done yet, something put aside that nobody sees, or all of it done. */
export type Met = 'before' | 'midway' | 'after'

/** Counts what kills met, by what was being done; and when the next one is due. */
export interface KillTally {
  /** Notes how long a deed took that nobody disturbed. */
  took(deed: string, milliseconds: number): void
  /** Milliseconds from the beginning of a deed to its kill: by chance, and within how long it usually takes. */
  next(deed: string): number
  note(deed: string, met: Met): void
  /** What the counts are, for messages and the log. */
  told(): string
  /** Says the counts; of many kills some have to have met the middle of one of these deeds. */
  finish(info: TestInfo, withMiddle: readonly string[]): void
}

/** From so many kills on each share of the work is met. */
const MANY = 20

/**
 * @param kills how many kills of each deed there will be
 */
export function aKillTally(kills: number, chance: () => number): KillTally {
  const counts: Record<string, Record<Met, number>> = {}
  const lengths: Record<string, number> = {}
  const rounds: Record<string, number> = {}
  let noted = 0
  const told = (): string => JSON.stringify({ seed: SEED, milliseconds: lengths, met: counts })
  return {
    took(deed, milliseconds) {
      const known = lengths[deed]
      lengths[deed] = Math.round(known === undefined ? milliseconds : (known + milliseconds) / 2)
    },
    next(deed) {
      const round = rounds[deed] ?? 0
      rounds[deed] = round + 1
      // Each kill has a stretch of its own, so that few of them meet early and late moments too; most that matters is early.
      const share = (((round % kills) + chance()) / kills) ** 2
      return Math.round(share * (lengths[deed] ?? 0))
    },
    note(deed, met) {
      const of = (counts[deed] ??= { before: 0, midway: 0, after: 0 })
      of[met] += 1
      noted += 1
      if (noted % 10 === 0) console.log('kills', told())
    },
    told,
    finish(info, withMiddle) {
      info.annotations.push({ type: 'kills', description: told() })
      console.log('kills', told())
      if (KILLS < MANY) return
      const midway = withMiddle.map((deed) => counts[deed]?.midway ?? 0)
      expect(Math.max(...midway), told()).toBeGreaterThan(0)
    },
  }
}
