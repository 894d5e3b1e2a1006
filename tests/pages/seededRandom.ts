/** A stream of choices that is the same for the same key, on every machine. */
export interface SeededRandom {
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** `count` different ones of a list, in a drawn order; all of them where it has no more. */
  draw<T>(list: readonly T[], count: number): readonly T[]
}

/** A number for a text: FNV-1a over its UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Starts the stream of a key. The generator is mulberry32 (public domain, Tommy Ettinger). */
export function seededRandom(key: string): SeededRandom {
  let state = hashOf(key)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    integer,
    pick: (list) => list[integer(0, list.length - 1)]!,
    draw: (list, count) => {
      const left = [...list]
      const drawn = []
      while (drawn.length < count && left.length > 0) {
        drawn.push(...left.splice(integer(0, left.length - 1), 1))
      }
      return drawn
    },
  }
}
