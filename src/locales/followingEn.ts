import type { Worded } from './messages'
import type { followingZhHans } from './followingZhHans'

/** What is said where collections are followed, checked and removed, in English. */
export const followingEn: Worded<typeof followingZhHans> = {
  following: {
    files: 'Or add one from files',
    filesHint:
      'Choose the ZIP or the folder of a collection, on a USB stick for instance, or drop it on this page. No network is used, and nothing is written before you accept.',
    chooseZip: 'Choose a ZIP',
    chooseFolder: 'Choose a folder',
    dropHere: 'Drop to look at it',
    offeredFiles: 'The collection in these files',
    cameAsFiles: 'From the files “{name}”',
    lacking:
      '{n} files to fetch, {size} uncompressed. | {n} file to fetch, {size} uncompressed. | {n} files to fetch, {size} uncompressed.',
    giveAgain: 'Give its ZIP or folder once more to complete it.',
    checkRevisions: 'Check for updates',
    checkingRevisions: 'Checking for updates',
    upToDate: 'Everything is up to date. ',
    askedAt: 'Last checked: {at}.',
    offline: 'There is no network now, so nothing was checked.',
    unreachable: 'The address of “{title}” cannot be reached now, so it was not checked.',
    newer:
      'Revision {n} is there: only the {files} changed files are fetched ({size}). | Revision {n} is there: only the changed file is fetched ({size}). | Revision {n} is there: only the {files} changed files are fetched ({size}).',
    look: 'Look at it',
    check: 'Verify',
    checkTitle: 'Verify every file of “{title}”',
    checking:
      'Verifying: {done} of {total} files | Verifying: {done} of {total} file | Verifying: {done} of {total} files',
    stop: 'Stop',
    allIntact:
      'Verified: {n} files with {articles} articles agree with the hashes in the manifest. | Verified: {n} file with {articles} articles agrees with the hash in the manifest. | Verified: {n} files with {articles} articles agree with the hashes in the manifest.',
    unproven:
      'Of {n} files all articles are there, but their publisher writes them in another form, so that the hashes cannot be compared. | Of {n} file all articles are there, but its publisher writes them in another form, so that the hash cannot be compared. | Of {n} files all articles are there, but their publisher writes them in another form, so that the hashes cannot be compared.',
    damaged:
      '{n} files lack articles: {paths} | {n} file lacks articles: {paths} | {n} files lack articles: {paths}',
    discard: 'Drop damaged files and fetch them again',
    indexIntact:
      '{n} index files, all of them intact. | {n} index file, intact. | {n} index files, all of them intact.',
    indexDamaged:
      '{n} index files are damaged, so that searches may lack results; the articles are not affected. | {n} index file is damaged, so that searches may lack results; the articles are not affected. | {n} index files are damaged, so that searches may lack results; the articles are not affected.',
    rebuildIndex: 'Make it again on this device',
    mending: 'Mending',
    remove: 'Remove',
    removeTitle: 'Remove “{title}”?',
    removeNumbers:
      '{n} articles on this device and their index will be removed. The collection itself is not touched; you can add it again. | {n} article on this device and its index will be removed. The collection itself is not touched; you can add it again. | {n} articles on this device and their index will be removed. The collection itself is not touched; you can add it again.',
    removeKeeps:
      '{n} of them have notes, corrections, bookmarks or scans of yours. All of this stays, and is in its place again when you add the collection again. | {n} of them has notes, corrections, bookmarks or scans of yours. All of this stays, and is in its place again when you add the collection again. | {n} of them have notes, corrections, bookmarks or scans of yours. All of this stays, and is in its place again when you add the collection again.',
    removeNothingOwn: 'Your notes, corrections, bookmarks, projects and decisions about names all stay.',
    removing: 'Removing',
    cancel: 'Cancel',
    removed: '“{title}” was removed.',
    asking: 'Check collections for new revisions',
    askingOn: 'Once a day',
    askingOff: 'Never by itself',
    askingHint:
      'Only the addresses of collections that you have added are asked, nothing else; a new revision is never taken in by itself.',
  },
}
