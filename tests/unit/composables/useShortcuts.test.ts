// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useShortcuts } from '../../../src/composables/stateless/useShortcuts'

let scope: EffectScope
let calls: string[]

beforeEach(() => {
  calls = []
  scope = effectScope()
  scope.run(() => {
    useShortcuts({
      j: () => calls.push('j'),
      k: () => {
        calls.push('k')
        return false
      },
    })
  })
})

afterEach(() => {
  scope.stop()
  document.body.innerHTML = ''
})

function press(key: string, options: KeyboardEventInit = {}, on: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  on.dispatchEvent(event)
  return event
}

function anElement(html: string): Element {
  document.body.innerHTML = html
  return document.body.firstElementChild!
}

describe('useShortcuts', () => {
  it('acts on its key and keeps it from the browser', () => {
    expect(press('j').defaultPrevented).toBe(true)
    expect(calls).toEqual(['j'])
  })

  it('leaves the key to the browser where the action has nothing to do', () => {
    expect(press('k').defaultPrevented).toBe(false)
    expect(calls).toEqual(['k'])
  })

  it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'])('rests with %s', (modifier) => {
    press('j', { [modifier]: true })
    expect(calls).toEqual([])
  })

  it.each(['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>'])(
    'rests while the focus is in %s',
    (html) => {
      press('j', {}, anElement(html))
      expect(calls).toEqual([])
    },
  )

  it.each(['<input type="checkbox">', '<button></button>', '<a href="#"></a>'])('acts from %s', (html) => {
    press('j', {}, anElement(html))
    expect(calls).toEqual(['j'])
  })

  it('rests while a dialog is open', () => {
    anElement('<div role="dialog"></div>')
    press('j')
    expect(calls).toEqual([])
  })

  it('is gone with its component', () => {
    scope.stop()
    press('j')
    expect(calls).toEqual([])
  })
})
