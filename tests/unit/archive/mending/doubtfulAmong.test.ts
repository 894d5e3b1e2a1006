import { describe, expect, it } from 'vitest'
import { aCollection } from '../../builders/aCollection'
import { aHost } from '../../builders/aHost'
import { anArchive, aProfile } from '../../builders/anArchive'
import { anArticle } from '../../builders/anArticle'

const bundled = aCollection({
  files: {
    'articles-1.jsonl': [
      anArticle({ id: 'sure', title: '示例县春耕会议' }),
      anArticle({ id: 'undated', title: '样张市夏收会议', doubtful: ['issueDate'] }),
      anArticle({ id: 'unpaged', title: '甲乙县秋种会议', doubtful: ['page', 'authors'] }),
      anArticle({ id: 'gone', title: '甲乙县冬藏会议', doubtful: ['page'] }),
    ],
  },
})

async function opened() {
  const inTab = anArchive(aHost(bundled), bundled, aProfile())
  await inTab.archive.open()
  await inTab.untilReady()
  return inTab.archive
}

describe('the doubtful among articles', () => {
  it('are those with a field that nobody has confirmed, in the order of the question', async () => {
    const archive = await opened()
    expect(await archive.doubtfulAmong(['unpaged', 'sure', 'unknown', 'undated'])).toEqual([
      'unpaged',
      'undated',
    ])
    expect(await archive.doubtfulAmong([])).toEqual([])
  })

  it('are told as a person has changed them', async () => {
    const archive = await opened()
    await archive.changeArticles(['undated'], { kind: 'confirm', fields: null })
    await archive.changeArticles(['unpaged'], { kind: 'edit', edit: { page: '02' } })
    await archive.changeArticles(['gone'], { kind: 'delete' })
    await archive.changeArticles(['sure'], { kind: 'edit', edit: { doubtful: ['title'] } })
    expect(await archive.doubtfulAmong(['sure', 'undated', 'unpaged', 'gone'])).toEqual(['sure', 'unpaged'])
  })
})
