import type { backupZhHans } from './backupZhHans'
import type { Worded } from './messages'

export const backupEn: Worded<typeof backupZhHans> = {
  backup: {
    title: 'Backup and restore',
    lead: 'One file with everything you wrote, changed and brought in: notes, bookmarks, saved searches, projects and cards, corrections and deletions, decisions about people, your own articles with their originals and scans, the addresses of collections you added, and your settings. Published collections are not in it: they can be fetched again at any time. Nor is the search history, which stays on this device.',
    saveTitle: 'Backup',
    nothing: 'There is nothing to back up yet.',
    never:
      'Never backed up. | Never backed up. {n} change is on this device only. | Never backed up. {n} changes are on this device only.',
    since:
      'Last backup: {moment}. | Last backup: {moment}. {n} change since. | Last backup: {moment}. {n} changes since.',
    allSaved: 'Last backup: {moment}. Nothing has changed since.',
    memory:
      'The browser lets this site store nothing: everything here goes when the page is closed. Please back it up now.',
    download: 'Back up to a file',
    written: 'Written, {size}. See your browser’s downloads; it is safest away from this device.',
    restoreTitle: 'Restore and merge',
    restoreLead:
      'Choose a backup file, see what it would change, then decide. A colleague’s file works the same way: where both sides changed something, the later change holds; what only you have stays as it is.',
    choose: 'Choose a backup file',
    drop: 'or drop it here',
    dropNow: 'Drop to examine it',
    examined: 'What “{name}” would change',
    columns: {
      added: 'New',
      changed: 'Changed',
      deleted: 'Deleted',
      same: 'Unchanged',
      older: 'Newer here',
    },
    kinds: {
      note: 'Notes',
      scan: 'Scans',
      batch: 'Batches taken out',
      bookmark: 'Bookmarks',
      reading: 'Reading status',
      savedSearch: 'Saved searches',
      project: 'Projects',
      card: 'Cards',
      entry: 'Chronicle entries',
      decision: 'Decisions about people',
      review: 'Reviews',
      amendments: 'Corrections and deletions',
      batches: 'Batches of articles',
    },
    changesNothing: 'Everything in this backup is here already. Restoring it would change nothing.',
    articlesAdded:
      'No articles of your own come in. | {n} article of your own comes in. | {n} articles of your own come in.',
    articlesRemoved:
      'No articles go. | {n} article goes, as it was taken out elsewhere. Notes and corrections stay. | {n} articles go, as they were taken out elsewhere. Notes and corrections stay.',
    files:
      'No scans come in. | {n} scan or original comes in, {size}. | {n} scans and originals come in, {size}.',
    conflicts:
      'Nothing was changed on both sides. | {n} thing was changed on both sides: the later change holds. What it replaces here comes back with undo in the log of changes; what is not taken over is still in the file. | {n} things were changed on both sides: the later change holds. What it replaces here comes back with undo in the log of changes; what is not taken over is still in the file.',
    bringBack:
      'Bring back nothing | Also bring back {n} thing that was deleted here later | Also bring back {n} things that were deleted here later',
    usePreferences: 'Also use the settings in the file (language, appearance, your name …)',
    restore: 'Merge it here',
    cancel: 'Cancel',
    restored: 'Nothing changed. | Merged, {n} thing changed. | Merged, {n} things changed.',
    restoredNothing: 'There was nothing to change.',
    restoredArticles: 'No articles came in. | {n} article came in. | {n} articles came in.',
    toLog: 'See the log of changes, where it can be undone',
    wanted: 'The backup also has these collections, which are not on this device:',
    take: 'Look at it',
    forget: 'Not wanted',
    working: {
      writing: 'Writing the backup',
      examining: 'Reading the backup',
      restoring: 'Merging',
      following: 'Making the changes searchable',
    },
    progress: '{done} of {total} read',
    progressWritten: '{done} written',
    safe: 'Merging is done wholly or not at all: cancelled or closed midway, it is as if it had not begun.',
    faults: {
      foreign: 'This is not a backup file of Jianbao. Nothing was changed.',
      newer: 'A newer version wrote this backup; please update the app first. Nothing was changed.',
      damaged:
        'This backup is incomplete or was altered ({message}). Nothing was changed. Try another one, or copy it again.',
    },
    reminder: 'Nothing to back up | {n} change is not backed up | {n} changes are not backed up',
    reminderGo: 'Back up',
    toBackup: 'Backup and restore',
    unsaved: 'Everything is backed up | {n} change is not backed up yet | {n} changes are not backed up yet',
    storage: 'How it is kept on this device is told in the settings',
  },
}
