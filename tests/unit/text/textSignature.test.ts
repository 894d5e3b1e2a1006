import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SignatureIndex } from '../../../src/text/signatureIndex'
import { commonShare, comparedText, shinglesOf } from '../../../src/text/textShingles'
import { SIGNATURE_WORDS, textSignature } from '../../../src/text/textSignature'

/** Numbers by chance from 0 to below 1, the same for one seed. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function text(chance: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(chance() * 3000))).join('')
}

describe('the share of two texts that both have', () => {
  const share = (one: string, other: string): number =>
    commonShare(shinglesOf(comparedText([one])), shinglesOf(comparedText([other])))

  it('is 1 for the same text, however it is set', () => {
    expect(share('示例县召开会议。', '示例县 召开，会议')).toBe(1)
    expect(share('示例縣召開會議', '示例县召开会议')).toBe(1)
    expect(share('ＡＢＣ 123', 'abc１２３')).toBe(1)
    expect(share('', '，。')).toBe(1)
    expect(share('一', '一')).toBe(1)
  })

  it('is 0 for texts without three characters in common', () => {
    expect(share('示例县召开会议', '天地玄黄宇宙洪荒')).toBe(0)
    expect(share('', '示例')).toBe(0)
  })

  it('is the same in both directions, from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const found = share(one, other)
        expect(found).toBe(share(other, one))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(share(one, one)).toBe(1)
      }),
    )
  })

  it('is about nine tenths when a tenth of the text is other', () => {
    const chance = chances(1)
    const [one, other] = [text(chance, 1000), text(chance, 100)]
    expect(share(one, one.slice(0, 900) + other)).toBeCloseTo(0.9, 1)
  })
})

describe('the index of signatures', () => {
  const signatureOf = (words: string): Uint32Array => textSignature(shinglesOf(comparedText([words])))

  it('finds all texts again, and nearly all that a tenth of was changed, among thousands', () => {
    const chance = chances(2)
    const texts = Array.from({ length: 3000 }, () => text(chance, 60 + Math.floor(chance() * 400)))
    const index = new SignatureIndex()
    texts.forEach((one, key) => {
      index.add(key, signatureOf(one))
    })
    expect(index.size).toBe(3000)
    let found = 0
    texts.forEach((one, key) => {
      expect(index.similar(signatureOf(one), SIGNATURE_WORDS, 3).map((similar) => similar.key)).toContain(key)
      const cut = Math.floor(one.length * 0.3)
      const length = Math.ceil(one.length / 10)
      const changed = one.slice(0, cut) + text(chance, length) + one.slice(cut + length)
      if (index.similar(signatureOf(changed), 2, 3).some((similar) => similar.key === key)) found += 1
    })
    expect(found / texts.length).toBeGreaterThan(0.995)
  })

  it('finds nothing for texts that have nothing in common', () => {
    const chance = chances(3)
    const index = new SignatureIndex()
    for (let key = 0; key < 2000; key++) index.add(key, signatureOf(text(chance, 300)))
    let found = 0
    for (let turn = 0; turn < 500; turn++) found += index.similar(signatureOf(text(chance, 300)), 2, 3).length
    expect(found).toBeLessThan(5)
  })

  it('gives those with most in common first, and no more than are asked for', () => {
    const chance = chances(4)
    const one = text(chance, 500)
    const index = new SignatureIndex()
    index.add(1, signatureOf(one.slice(0, 400) + text(chance, 100)))
    index.add(2, signatureOf(one))
    for (let key = 3; key < 10; key++) index.add(key, signatureOf(one.slice(0, 440) + text(chance, 60)))
    const [first, second] = index.similar(signatureOf(one), 1, 2)
    expect(first).toEqual({ key: 2, words: SIGNATURE_WORDS })
    expect(second!.words).toBeLessThan(SIGNATURE_WORDS)
    expect(index.similar(signatureOf(one), 1, 5)).toHaveLength(5)
  })

  it('leaves out texts without a letter or figure', () => {
    const index = new SignatureIndex()
    index.add(1, signatureOf('。。。'))
    expect(index.size).toBe(0)
    expect(index.similar(signatureOf('，'), 1, 3)).toEqual([])
  })
})
