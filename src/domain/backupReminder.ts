/** Changes that are not in a backup before anybody is reminded. */
const FIRST = 30

/**
 * Whether it is time to remind of a backup: by changes, not by days, and ever more rarely, since who was reminded at 30
 * and went on is reminded at 60, 120 and so on.
 *
 * @param unsaved changes that are in no backup
 * @param remindedAt how many there were when the user was last reminded; 0 for never since the last backup
 */
export function isReminderDue(unsaved: number, remindedAt: number): boolean {
  return unsaved >= Math.max(FIRST, 2 * remindedAt)
}
