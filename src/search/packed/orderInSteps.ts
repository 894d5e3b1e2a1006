/** Numbers that one step sorts, or merges. */
const NUMBERS_OF_A_STEP = 2048

/**
 * The numbers from 0 up to but without `count` in the order of `compare`, which finds no two equal: a merge sort that
 * can be left alone between its steps.
 */
export function* orderInSteps(
  count: number,
  compare: (one: number, other: number) => number,
): Generator<undefined, Uint32Array> {
  let sorted = Uint32Array.from({ length: count }, (_, number) => number)
  for (let start = 0; start < count; start += NUMBERS_OF_A_STEP) {
    sorted.subarray(start, start + NUMBERS_OF_A_STEP).sort(compare)
    yield
  }
  let merged = new Uint32Array(count)
  for (let run = NUMBERS_OF_A_STEP; run < count; run *= 2) {
    for (let start = 0; start < count; start += run * 2) {
      const middle = Math.min(start + run, count)
      const end = Math.min(middle + run, count)
      let left = start
      let right = middle
      for (let at = start; at < end; at++) {
        const isLeft = right === end || (left < middle && compare(sorted[left]!, sorted[right]!) < 0)
        merged[at] = sorted[isLeft ? left++ : right++]!
        if (at % NUMBERS_OF_A_STEP === 0) yield
      }
    }
    ;[sorted, merged] = [merged, sorted]
  }
  return sorted
}
