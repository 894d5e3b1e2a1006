import { describe, expect, it } from 'vitest'
import { isReminderDue } from '../../../src/domain/backupReminder'

describe('a reminder of a backup', () => {
  it('comes by the number of changes, and ever more rarely', () => {
    const reminded: number[] = []
    for (let unsaved = 0; unsaved <= 500; unsaved += 1) {
      if (isReminderDue(unsaved, reminded.at(-1) ?? 0)) reminded.push(unsaved)
    }
    expect(reminded).toEqual([30, 60, 120, 240, 480])
  })
})
