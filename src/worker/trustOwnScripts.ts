/** The part of Trusted Types that is used; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown
}

/** The platform as far as this matters. */
interface ScriptPlatform {
  readonly trustedTypes?: TrustedTypes
  readonly location: { readonly href: string }
}

/**
 * A script's address, when it is one of the app's own: of its origin and below its folder.
 *
 * @throws TypeError for every other address
 */
export function ownScriptAddress(address: string, pageAddress: string): string {
  const { href, origin } = new URL(address, pageAddress)
  const folder = new URL('.', pageAddress)
  if (origin === folder.origin && href.startsWith(folder.href)) return href
  throw new TypeError(`${address} is no script of this app`)
}

/**
 * Lets the app start its own workers under a policy that asks for trusted script addresses, and nothing else: no text
 * turns into markup or code. Without effect in a browser that has no Trusted Types. To be called once, before a worker
 * is started.
 */
export function trustOwnScripts(platform: ScriptPlatform = globalThis): void {
  platform.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => ownScriptAddress(address, platform.location.href),
  })
}
