import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'

/** Opens the page about backups anew, so that nothing of before is shown. */
export async function openBackup(page: Page): Promise<void> {
  await page.goto('./#/backup')
  await page.reload()
  await expect(page.getByTestId('backup-download')).toBeEnabled()
}

/** The backup of what is here. */
export async function backup(page: Page): Promise<Buffer> {
  await openBackup(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('backup-download').click(),
  ])
  return readFile(await download.path())
}

/** Gives a backup to be examined; says whether restoring it would change anything. */
export async function examine(page: Page, buffer: Buffer): Promise<boolean> {
  await openBackup(page)
  const file = { name: 'backup.gz', mimeType: 'application/gzip', buffer }
  await page.getByTestId('restore-input').setInputFiles(file)
  await expect(page.getByTestId('restore-preview')).toBeVisible()
  return (await page.getByTestId('restore-nothing').count()) === 0
}

/** Waits until a backup has been restored. */
export async function restored(page: Page): Promise<void> {
  await expect(page.getByTestId('restored')).toBeVisible({ timeout: 120_000 })
}

/** Restores a backup that changes something. */
export async function restore(page: Page, buffer: Buffer): Promise<void> {
  expect(await examine(page, buffer)).toBe(true)
  await page.getByTestId('restore-accept').click()
  await restored(page)
}

/** A backup without what its owner chose for the app, which a merge leaves to each. */
export function withoutPreferences(file: Buffer): Buffer {
  const content = gunzipSync(file)
  const next = content.indexOf('{"section":"collections"}')
  const end = content.lastIndexOf('{"end":"backup"')
  return content.subarray(next, end)
}
