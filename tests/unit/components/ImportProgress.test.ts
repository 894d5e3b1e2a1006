import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ImportProgress from '../../../src/components/import/ImportProgress.vue'
import type { BatchProgress } from '../../../src/domain/clipping'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const READING: BatchProgress = {
  batch: 'a',
  step: 'reading',
  file: '全年.jsonl.gz',
  done: 2_500_000,
  total: 10_000_000,
  articles: 1203,
  problems: 2,
}

function aProgress(props: object) {
  return mountWithMessages(ImportProgress, { props: { canCancel: false, ...props } }, 'zh-Hans')
}

describe('ImportProgress', () => {
  it('tells the file, the bytes, the articles and what could not be read', () => {
    const progress = aProgress({ progress: READING })
    for (const words of ['正在读 全年.jsonl.gz', '2.5 MB，共 10 MB', '读到 1,203 篇', '2 处读不成']) {
      expect(progress.text()).toContain(words)
    }
    expect(progress.get('progress').attributes()).toMatchObject({ max: '10000000', value: '2500000' })
  })

  it('has no end while the size is not known', () => {
    const bar = aProgress({ progress: { ...READING, total: 0 } }).get('progress')
    expect(bar.attributes('value')).toBeUndefined()
  })

  it('tells how far the articles are indexed while they are taken in', () => {
    const progress = aProgress({
      progress: { ...READING, step: 'accepting', done: 0, total: 1000 },
      indexing: { collectionTitle: '', articlesDone: 400, articlesTotal: 1000, step: 'indexing' },
    })
    expect(progress.get('h1').text()).toBe('正在收录')
    expect(progress.text()).toContain('400 / 1,000 篇')
    expect(progress.get('progress').attributes('value')).toBe('400')
  })

  it('says what is done before there is anything to tell of', () => {
    expect(aProgress({ progress: null, otherwise: 'undoing' }).get('h1').text()).toBe('正在取出')
  })

  it('tells a screen reader every tenth only', async () => {
    const progress = aProgress({ progress: READING })
    const said = (): string => progress.get('[role=status]').text()
    const first = said()
    await progress.setProps({ progress: { ...READING, done: 2_600_000 } })
    expect(said()).toBe(first)
    await progress.setProps({ progress: { ...READING, done: 3_100_000 } })
    expect(said()).toContain('3.1 MB')
  })
})
