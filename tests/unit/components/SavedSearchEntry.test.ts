import { afterEach, describe, expect, it } from 'vitest'
import SavedSearchEntry from '../../../src/components/kept/SavedSearchEntry.vue'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import { MOST_SEEN } from '../../../src/domain/seenArticles'
import type { SavedSearch, SearchNews } from '../../../src/domain/savedSearch'
import { mountWithMessages } from '../builders/mountWithMessages'

const SEARCH: SavedSearch = { id: 's-1', name: '示例河', query: { ...EMPTY_QUERY, q: '示例河' } }

function mountEntry(news: SearchNews | null) {
  return mountWithMessages(SavedSearchEntry, {
    props: { search: SEARCH, question: '示例河 · 示例日报', news },
  })
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('a saved search in the list', () => {
  it('says how many articles are new, and how many there are', () => {
    const entry = mountEntry({ total: 1200, unseen: 3, rows: [] })
    expect(entry.text()).toContain('3 new')
    expect(entry.text()).toContain('1,200 articles')
    expect(entry.attributes('data-unseen')).toBe('3')
  })

  it('says what it does not know, and why', () => {
    expect(mountEntry(null).text()).toContain('Counting')
    expect(mountEntry({ total: 5, unseen: null, rows: [] }).text()).toContain('Open it once')
    expect(mountEntry({ total: MOST_SEEN + 1, unseen: null, rows: [] }).text()).toContain('Too many results')
    expect(mountEntry({ total: 5, unseen: 0, rows: [] }).text()).toContain('Nothing new')
  })

  it('counts as seen only when it is opened or said to be seen', async () => {
    const entry = mountEntry({ total: 5, unseen: 2, rows: [] })
    expect(entry.emitted()).toEqual({})
    await entry.get('a.name').trigger('click')
    expect(entry.emitted('open')).toHaveLength(1)
    await entry.get('[aria-label="All that is new of “示例河” was seen"]').trigger('click')
    expect(entry.emitted('see')).toHaveLength(1)
  })

  it('is renamed, but to no empty name, nor when that is given up', async () => {
    const entry = mountEntry(null)
    const begin = () => entry.get('[aria-label="Rename “示例河”"]').trigger('click')
    await begin()
    await entry.get('input').setValue('  ')
    await entry.get('form').trigger('submit')
    await begin()
    await entry.get('input').setValue('新名')
    await entry.get('form').trigger('keydown', { key: 'Escape' })
    expect(entry.emitted('rename')).toBeUndefined()
    await begin()
    await entry.get('input').setValue(' 新名 ')
    await entry.get('form').trigger('submit')
    expect(entry.emitted('rename')).toEqual([['新名']])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Rename “示例河”')
  })
})
