import { afterEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useLatest } from '../../../src/composables/stateless/useLatest'
import { ArchiveError } from '../../../src/domain/problem'
import { aDeferred, type Deferred } from '../builders/aDeferred'

let scope: EffectScope | undefined
afterEach(() => scope?.stop())

/** A useLatest whose replies the test gives by hand. */
function aLatest(first: string | null = '甲') {
  const question = ref(first)
  const replies = new Map<string, Deferred<string>>()
  scope = effectScope()
  const latest = scope.run(() =>
    useLatest(
      () => question.value,
      (asked) => {
        const reply = aDeferred<string>()
        replies.set(asked, reply)
        return reply.promise
      },
    ),
  )!
  const settle = async (act: () => void): Promise<void> => {
    act()
    await nextTick()
    await nextTick()
  }
  return {
    ...latest,
    asked: () => [...replies.keys()],
    ask: (next: string | null) =>
      settle(() => {
        question.value = next
      }),
    reply: (to: string, words: string) => settle(() => replies.get(to)?.resolve(words)),
    fail: (to: string, cause: unknown) => settle(() => replies.get(to)?.reject(cause)),
  }
}

describe('useLatest', () => {
  it('asks at once, and is busy until the reply is there', async () => {
    const { answer, isBusy, reply, asked } = aLatest()
    expect(asked()).toEqual(['甲'])
    expect([answer.value, isBusy.value]).toEqual([null, true])
    await reply('甲', '答甲')
    expect([answer.value, isBusy.value]).toEqual(['答甲', false])
  })

  it('drops a slow reply to an older question', async () => {
    const { answer, isBusy, ask, reply } = aLatest()
    await ask('乙')
    await reply('乙', '答乙')
    await reply('甲', '答甲')
    expect([answer.value, isBusy.value]).toEqual(['答乙', false])
  })

  it('stays busy when an older question is answered before the newest', async () => {
    const { answer, isBusy, ask, reply } = aLatest()
    await ask('乙')
    await reply('甲', '答甲')
    expect([answer.value, isBusy.value]).toEqual([null, true])
    await reply('乙', '答乙')
    expect([answer.value, isBusy.value]).toEqual(['答乙', false])
  })

  it('keeps the former answer until the next is there', async () => {
    const { answer, isBusy, ask, reply } = aLatest()
    await reply('甲', '答甲')
    await ask('乙')
    expect([answer.value, isBusy.value]).toEqual(['答甲', true])
  })

  it('tells a failure with its code, and forgets it with the next answer', async () => {
    const { failure, isBusy, ask, reply, fail } = aLatest()
    await fail('甲', new ArchiveError('worker-lost', 'search', 'gone'))
    expect(failure.value).toEqual({ code: 'worker-lost', subject: 'search', message: 'gone' })
    expect(isBusy.value).toBe(false)
    await ask('乙')
    await reply('乙', '答乙')
    expect(failure.value).toBeNull()
  })

  it('drops the failure of an older question', async () => {
    const { failure, ask, reply, fail } = aLatest()
    await ask('乙')
    await reply('乙', '答乙')
    await fail('甲', new Error('too late'))
    expect(failure.value).toBeNull()
  })

  it('asks nothing while there is no question', async () => {
    const { asked, ask } = aLatest(null)
    expect(asked()).toEqual([])
    await ask('甲')
    expect(asked()).toEqual(['甲'])
  })

  it('drops a reply that comes after the question was withdrawn', async () => {
    const { answer, ask, reply } = aLatest()
    await ask(null)
    await reply('甲', '答甲')
    expect(answer.value).toBeNull()
  })
})
