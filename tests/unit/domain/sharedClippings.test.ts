import { expect, it } from 'vitest'
import { sharedText } from '../../../src/domain/sharedClippings'

it('puts title, text and address of a share together', () => {
  expect(sharedText('春耕会议', '示例县召开会议。', 'https://example.org/a')).toBe(
    '春耕会议\n示例县召开会议。\nhttps://example.org/a',
  )
})

it('says nothing twice', () => {
  expect(sharedText('春耕会议', '春耕会议\nhttps://example.org/a', 'https://example.org/a')).toBe(
    '春耕会议\n春耕会议\nhttps://example.org/a',
  )
})

it('is empty when only files were shared', () => {
  expect(sharedText(' ', '', '')).toBe('')
})
