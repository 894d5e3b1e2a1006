import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import UndoNotice from '../../../../src/components/mending/UndoNotice.vue'
import { mountWithMessages } from '../../builders/mountWithMessages'

enableAutoUnmount(afterEach)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const MINUTE = 60_000

function aNotice(fields: object = {}) {
  return mountWithMessages(UndoNotice, {
    props: { words: 'deleted', tone: 'quiet', canUndo: true, notice: {}, ...fields },
  })
}

describe('UndoNotice', () => {
  it('says what was done, and takes it back', async () => {
    const notice = aNotice()
    expect(notice.get('[role=status]').text()).toBe('deleted')
    await notice.get('[data-testid=undo]').trigger('click')
    expect(notice.emitted('undo')).toHaveLength(1)
  })

  it('goes by itself, but not while somebody is at it', async () => {
    const notice = aNotice()
    await notice.trigger('focusin')
    vi.advanceTimersByTime(MINUTE)
    expect(notice.emitted('dismiss')).toBeUndefined()
    await notice.trigger('focusout')
    vi.advanceTimersByTime(MINUTE)
    expect(notice.emitted('dismiss')).toHaveLength(1)
  })

  it('stays when something went wrong, and cannot be undone then', () => {
    const notice = aNotice({ tone: 'failure', canUndo: false })
    vi.advanceTimersByTime(MINUTE)
    expect(notice.emitted('dismiss')).toBeUndefined()
    expect(notice.find('[role=alert]').exists()).toBe(true)
    expect(notice.find('[data-testid=undo]').exists()).toBe(false)
  })
})
