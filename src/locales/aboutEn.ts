import type { aboutZhHans } from './aboutZhHans'
import type { Worded } from './messages'

/** The English messages of the guide. */
export const aboutEn: Worded<typeof aboutZhHans> = {
  about: {
    title: 'Guide',
    lead: 'Jianbao is an archive of newspaper articles that runs wholly in your browser: no server; once opened, it searches, filters and reads without a network.',
    tasksTitle: 'What you can do, and where',
    tasks: {
      import: 'Add articles you have',
      people: 'See which offices somebody held',
      offices: 'List the holders of an office',
      terms: 'See when a phrase was in print',
      projects: 'Compile sources and write a chronicle',
      collections: 'Add a collection',
      backup: 'Back up everything you made',
    },
    ways: {
      import:
        'Paste a page or choose files, check what was read, and add it; a whole batch can be taken out again.',
      people: 'Find the name, in pinyin too; for every office there are the reports with their sentences.',
      offices: 'In the order of the first report, to be printed or saved as a table.',
      terms: 'Its first and last report and its use over the years; several can be compared.',
      projects:
        'Select a passage and press “Add to a project”; cards become entries, and a Word file with footnotes.',
      collections: 'Enter its address, or choose a ZIP or a folder, from a USB stick for instance.',
      backup: 'In one file, to be restored on any device or merged with a colleague’s.',
    },
    citing:
      'The citation stands at the end of every article; results and selected articles are exported from above the list.',
    searchTitle: 'How to search',
    writing: 'Write',
    meaning: 'Meaning',
    rules: [
      { write: '基石工程', means: 'these characters in a row, in a headline, the text or a name' },
      { write: '基层 党组织', means: 'both, in any order; punctuation parts words as a space does' },
      {
        write: '“基层党组织 建设”',
        means:
          'literally what stands between the marks, punctuation and spaces too; “”, "", 「」 and 『』 alike',
      },
      { write: '科技 OR 创新, 科技｜创新', means: 'either; AND binds before OR' },
      {
        write: '创新 -科技, NOT 科技',
        means: 'without; the hyphen stands right before the word, not inside it',
      },
      { write: '基层 (党建 OR 党组织)', means: 'parentheses come first; full-width signs work too' },
      {
        write: 'title:基石 person:徐明 category:要闻 newspaper:吴江 page:01 text:干部',
        means: 'only there; the Chinese names of the fields do the same',
      },
      {
        write: '徐明 NEAR/20 基石',
        means: 'in one paragraph, in either order, with at most 20 characters between',
      },
      {
        write: 'xuming, xm',
        means: 'also pinyin or initials of people and newspapers; click it away, or use quotation marks',
      },
      { write: 'keji*, app~', means: 'Latin words that begin so, or are spelt nearly so' },
      { write: '5G, KPI, 2012', means: 'Latin words and numbers match whole, in any case and width' },
    ],
    exactness:
      'Any two or more Chinese characters that stand together in a text are found, and the total is exact; numbers and Latin words match whole (7000 finds 7000, 000 does not). Traditional or simplified, full or half width, upper or lower case make no difference. Nothing but pinyin is loosened, and the line under the total says so and takes it back. What does not follow the rules is searched literally, and the line says where.',
    dateTitle: 'How dates count',
    dateText:
      'The date of an article is the day of its issue; without one, the day it was posted; without either it is “undated”. An article known only to the year or month fits a date filter if all of that year or month does, and sorts as its first day.',
    digestTitle: 'Digest and original',
    digestText:
      'What is marked “编者提要，非原文” was written by an editor about a report and is not the paper’s text. Check the printed paper before you quote.',
    privacyTitle: 'Where your data is',
    privacyText:
      'Articles and settings are kept only in this device’s browser. But for collection addresses that you type or that a link you follow names, the program sends no request anywhere: no statistics, no advertising.',
    keysTitle: 'Keyboard shortcuts',
    licence:
      'The program is published under the MIT licence. The rights in the articles are with those each collection names.',
  },
}
