import type { FileContent } from './fileContent'

/** A file as a person gives it, with its path where it came in a folder; the parts of a path are parted by `/`. */
export interface GivenFile {
  readonly path: string
  readonly content: FileContent
}

const GIVEN = 'files:'

/** Stands for an address where a collection came as files, and nobody can be asked for it again; names them for people. */
export function givenFilesAddress(name: string): string {
  return GIVEN + name
}

/** Whether a collection's address says that it came as files. */
export function isGivenAsFiles(address: string): boolean {
  return address.startsWith(GIVEN)
}

/** What the files of a collection were called, from the address that stands for them. */
export function givenFilesName(address: string): string {
  return address.slice(GIVEN.length)
}
