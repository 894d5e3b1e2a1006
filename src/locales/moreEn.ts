import type { Worded } from './messages'
import type { moreZhHans } from './moreZhHans'

export const moreEn: Worded<typeof moreZhHans> = {
  more: {
    title: 'More',
    pages: {
      kept: 'Bookmarks, articles to read, searches you saved and your search history',
      terms: 'When a phrase was first printed, and how often it was used each year',
      trends: 'How often several phrases were used, year by year, in one chart',
      collections: 'The collections you have; add others by address or from a file',
      doubtful: 'Go through the fields that the program was not sure of',
      changes: 'What you changed or deleted; each can be undone',
      backup: 'Save everything you made in one file, or restore it from one',
      settings: 'Appearance, text size, shortcuts, and storage on this device',
      about: 'How to search, how dates count, where the data is',
    },
    names: {
      doubtful: 'Check doubtful fields',
      trends: 'Compare phrases',
      changes: 'Log of changes',
      backup: 'Backup and restore',
    },
  },
}
