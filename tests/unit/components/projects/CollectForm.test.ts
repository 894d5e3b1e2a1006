import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import CollectForm from '../../../../src/components/projects/CollectForm.vue'
import { aProject } from '../../builders/aProject'
import { mountWithMessages } from '../../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const day = '[data-testid=event-date]'

function formFor(days: readonly string[] | null) {
  return mountWithMessages(CollectForm, {
    props: { projects: [], lastProject: '', days, done: null, total: 1 },
  })
}

function shownDay(form: ReturnType<typeof formFor>): string {
  return (form.get(day).element as HTMLInputElement).value
}

describe('the form for adding to a project', () => {
  it('proposes the likeliest day when the article was read', async () => {
    const form = formFor([])
    expect(shownDay(form)).toBe('')
    await form.setProps({ days: ['2012-06-30', '2012-07-01'] })
    expect(shownDay(form)).toBe('2012-06-30')
  })

  it('keeps the day that was written while the article was read', async () => {
    const form = formFor([])
    await form.get(day).setValue('2001-05')
    await form.setProps({ days: ['2012-06-30'] })
    expect(shownDay(form)).toBe('2001-05')
  })

  it('keeps to the new project whose name is being written when another one comes from elsewhere', async () => {
    const form = formFor([])
    await form.get('[data-testid=collect-name]').setValue('新课题示例')
    await form.setProps({ projects: [aProject({ name: '别处建的课题' })] })
    expect((form.get('[data-testid=collect-name]').element as HTMLInputElement).value).toBe('新课题示例')
  })
})
