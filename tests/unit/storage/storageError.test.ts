import { describe, expect, it } from 'vitest'
import { ArchiveError } from '../../../src/domain/problem'
import { toOpeningError, toStorageError } from '../../../src/storage/storageError'

const named = (name: string, message = '', inner: object = {}): Error =>
  Object.assign(new Error(message), { name }, inner)

describe('what a browser says of its database', () => {
  it.each([
    ['no room by the book', named('QuotaExceededError'), 'storage-full'],
    [
      'no room inside another error',
      named('AbortError', '', { inner: named('QuotaExceededError') }),
      'storage-full',
    ],
    [
      'no room for a row of many',
      named('BulkError', '', { failures: [named('QuotaExceededError')] }),
      'storage-full',
    ],
    ['Chrome on a full disk', named('AbortError'), 'storage-full'],
    [
      'Firefox on a disk nearly full',
      named(
        'InvalidStateError',
        'A mutation operation was attempted on a database that did not allow mutations.',
      ),
      'storage-full',
    ],
    ['a closed connection', named('DatabaseClosedError'), 'storage-lost'],
    [
      'Safari in the background',
      named('UnknownError', 'Connection to Indexed Database server lost.'),
      'storage-lost',
    ],
    ['what is no fault of the database', named('DataCloneError', 'a function'), 'unexpected'],
  ])('%s', (_what, cause, code) => {
    expect(toStorageError(cause)).toMatchObject({ code })
  })

  it.each([
    ['private mode', named('InvalidStateError'), 'storage-refused'],
    ['a missing interface', named('MissingAPIError'), 'storage-refused'],
    ['no room from the start', named('QuotaExceededError'), 'storage-full'],
  ])('when it is opened: %s', (_what, cause, code) => {
    expect(toOpeningError(cause)).toMatchObject({ code })
  })

  it('keeps an error that has a code already', () => {
    const error = new ArchiveError('cancelled', 'x', 'y')
    expect(toStorageError(error)).toBe(error)
  })
})
