import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import AppBar from '../../../src/components/AppBar.vue'
import AppTabs from '../../../src/components/AppTabs.vue'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A window on which these media queries hold. */
function onScreen(isWide: boolean): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: isWide === query.includes('min-width: 1280px'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
}

/** The addresses in the bar, and the one that stands for the page. */
function barFor(currentPage: string, isWide: boolean) {
  onScreen(isWide)
  const bar = mountWithMessages(AppBar, { props: { isDark: false, currentPage, isNewerThere: false } })
  const links = bar.findAll('nav a')
  return {
    addresses: links.map((link) => link.attributes('href')),
    current: links
      .filter((link) => link.attributes('aria-current') === 'page')
      .map((link) => link.attributes('href')),
  }
}

describe('the bar', () => {
  it('leads to every room on every screen, to the lesser ones by “more”', () => {
    expect(barFor('search', true).addresses).toEqual([
      '#/import',
      '#/people',
      '#/terms',
      '#/projects',
      '#/kept',
      '#/collections',
      '#/more',
    ])
    expect(barFor('search', false).addresses).toEqual([
      '#/import',
      '#/people',
      '#/terms',
      '#/projects',
      '#/more',
    ])
  })

  it('marks one link for a page, “more” where the page has none of its own, and none for the archive', () => {
    expect(barFor('kept', true).current).toEqual(['#/kept'])
    expect(barFor('kept', false).current).toEqual(['#/more'])
    expect(barFor('backup', true).current).toEqual(['#/more'])
    expect(barFor('article', true).current).toEqual([])
    expect(barFor('missing', true).current).toEqual([])
  })
})

describe('the tabs of a phone', () => {
  function currentTab(currentPage: string): string | undefined {
    const tabs = mountWithMessages(AppTabs, {
      props: { currentPage, searchAddress: '#/?q=水利', isNewerThere: false },
    })
    return tabs.find('[aria-current=page]').exists()
      ? tabs.get('[aria-current=page]').attributes('href')
      : undefined
  }

  it('mark where one is, in the archive as well as behind “more”', () => {
    expect(currentTab('search')).toBe('#/?q=水利')
    expect(currentTab('article')).toBe('#/?q=水利')
    expect(currentTab('people')).toBe('#/people')
    expect(currentTab('settings')).toBe('#/more')
    expect(currentTab('missing')).toBeUndefined()
  })
})
