/** Smallest shingles that are kept of a text: one of each of so many kinds. */
const MINIMA = 32
const KIND_BITS = 5
/** Minima that make up one word of a signature: two texts agree in a word when they agree in all of these. */
const IN_WORD = 2

/** Words of a signature. */
export const SIGNATURE_WORDS = MINIMA / IN_WORD

const NONE = 0xffffffff

/**
 * What a text looks like to who seeks similar ones, in 64 bytes: minima of its shingles by one permutation (Li, Owen,
 * Zhang: “One Permutation Hashing”, 2012; empty kinds filled from their neighbours as in Shrivastava and Li, 2014), two
 * in a word. Two texts of which a share s (by Jaccard) is common agree in each word with a chance of about s². All words
 * are 0 for a text without shingles.
 *
 * @param shingles of `shinglesOf`
 */
export function textSignature(shingles: Uint32Array): Uint32Array {
  const words = new Uint32Array(SIGNATURE_WORDS)
  if (shingles.length === 0) return words
  const minima = new Uint32Array(MINIMA).fill(NONE)
  for (const shingle of shingles) {
    const kind = shingle >>> (32 - KIND_BITS)
    const rest = (shingle << KIND_BITS) >>> KIND_BITS
    if (rest < minima[kind]!) minima[kind] = rest
  }
  const filled = minima.map((minimum, kind) => {
    let distance = 0
    while (minima[(kind + distance) % MINIMA] === NONE) distance++
    return distance === 0 ? minimum : Math.imul(minima[(kind + distance) % MINIMA]! + distance, 0x9e3779b1)
  })
  for (let word = 0; word < SIGNATURE_WORDS; word++) {
    let bits = Math.imul(filled[word * IN_WORD]!, 0x85ebca6b)
    bits = Math.imul((bits ^ (bits >>> 15)) + filled[word * IN_WORD + 1]!, 0xc2b2ae35)
    words[word] = bits ^ (bits >>> 13)
  }
  return words
}
