/** The version of the app, as `package.json` has it. */
declare const __APP_VERSION__: string

/** The collection that is built with the app: its id, its manifest's address beside the page, and its hash. */
declare const __BUNDLED_COLLECTION__: {
  readonly id: string
  readonly address: string
  readonly manifestSha256: string
}
