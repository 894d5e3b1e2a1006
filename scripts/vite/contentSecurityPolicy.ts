import type { Plugin } from 'vite'
import { contentSecurityPolicy as policy } from '../contentSecurityPolicy.mjs'

/** Puts the content security policy at the head of the built page; the development server needs inline code. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'jianbao:content-security-policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}
