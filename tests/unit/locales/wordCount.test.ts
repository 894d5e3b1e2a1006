import { expect, it } from 'vitest'
import { wordCount } from '../../../src/locales/wordCount'

it.each([0, 7, 999, 1000, 51_301, 999_999, 1_000_000, 1_234_567_890])(
  'groups %d like the browser',
  (count) => {
    expect(wordCount(count)).toBe(count.toLocaleString('en'))
  },
)
