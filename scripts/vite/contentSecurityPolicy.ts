import type { Plugin } from 'vite'
import { contentSecurityPolicy as policy } from '../contentSecurityPolicy.mjs'

/**
 * Puts the content security policy before everything else in the head of the built page. The development
 * server goes without: it needs inline code.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'jianbao:content-security-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          /<head[^>]*>/,
          (head) => `${head}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        ),
    },
  }
}
