import type { Clipping } from './clippings'

/** One to six characters that stand together in some clipping. */
export function someRun(living: readonly Clipping[], pick: (below: number) => number): string {
  const runs = living[pick(living.length)]!.text!.match(/\p{Script=Han}+/gu)!
  const characters = Array.from(runs[pick(runs.length)]!)
  const start = pick(characters.length)
  return characters.slice(start, start + 1 + pick(6)).join('')
}

/** A source of chance, the same for the same seed: integers from 0 that stay below a bound. */
export function seededPick(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Made-up clippings in which some runs are frequent, and the source of chance that made them. */
export function manyClippings(
  count: number,
  seed: number,
): { clippings: Clipping[]; pick: (below: number) => number } {
  const pick = seededPick(seed)
  const characters = Array.from('中国家人民大会堂上海市委书记长江水电新闻联播改革开放的一是在不了有和𠮷')
  const common = ['改革开放', '新闻联播', '人民大会堂', '一一一']
  const sentence = (length: number): string => {
    let made = ''
    while (made.length < length) {
      if (pick(6) === 0) made += common[pick(common.length)]!
      else if (pick(9) === 0) made += '，'
      else made += characters[Math.floor(characters.length * (pick(1000) / 1000) ** 2)]!
    }
    return made
  }
  const clippings = Array.from({ length: count }, (_, id) => ({
    id,
    title: sentence(8),
    text: sentence(20 + pick(140)),
    day: pick(1000),
    people: [pick(50)],
  }))
  return { clippings, pick }
}
