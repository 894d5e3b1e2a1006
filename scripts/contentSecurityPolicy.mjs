/**
 * What a page of the app may load and do: only its own files, and no text that turns into code.
 * Stands in the built page, so that it holds on any static host; our own server sends it too.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default vue',
].join('; ')
