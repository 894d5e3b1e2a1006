import vue from '@vitejs/plugin-vue'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { READ_KINDS, SHARE_ADDRESS, SHARE_FIELDS } from './src/domain/sharedClippings.ts'
import packageDescription from './package.json' with { type: 'json' }
import { bundledCollection } from './scripts/vite/bundledCollection.ts'
import { contentSecurityPolicy } from './scripts/vite/contentSecurityPolicy.ts'

export default defineConfig({
  // Relative addresses: the built folder works at the root of a host and in any folder of it.
  base: './',
  define: {
    __APP_VERSION__: JSON.stringify(packageDescription.version),
    // Parts of Vue and vue-i18n that the app does not use, left out of the build.
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    // `src/locales/compileMessage.ts` stands in for it.
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'true',
  },
  build: {
    // An inlined asset is a data: address, which the content security policy refuses for code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Dexie's own entry looks for a second copy of itself in a CommonJS build, which is bundled with it.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  worker: { format: 'es' },
  plugins: [
    vue(),
    icons({ compiler: 'vue3', scale: 1 }),
    bundledCollection(),
    contentSecurityPolicy(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/serviceWorker',
      filename: 'serviceWorker.ts',
      registerType: 'prompt',
      injectRegister: false,
      // The patterns below take the icons and the manifest in as they take the rest.
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        // A collection is data that the archive takes in itself; screenshots are for app stores only.
        globIgnores: ['collections/**', 'screenshots/**', 'manifest.webmanifest'],
        // A larger file in the shell is a mistake: the build fails and names it.
        maximumFileSizeToCacheInBytes: 2 * 1024 * 1024,
      },
      manifest: {
        name: '剪报',
        short_name: '剪报',
        description: '离线可用的报刊文章资料库：收集、检索、核对、引用。',
        lang: 'zh-Hans',
        dir: 'ltr',
        start_url: './',
        scope: './',
        display: 'standalone',
        theme_color: '#a5281b',
        background_color: '#faf8f4',
        categories: ['news', 'education', 'productivity'],
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        screenshots: [
          {
            src: 'screenshots/wide.png',
            sizes: '1440x900',
            type: 'image/png',
            form_factor: 'wide',
            label: '检索与时间线',
          },
          {
            src: 'screenshots/narrow.png',
            sizes: '390x844',
            type: 'image/png',
            form_factor: 'narrow',
            label: '手机上的检索',
          },
        ],
        shortcuts: [
          { name: '检索', url: './#/' },
          { name: '收录', url: './#/import' },
          { name: '文库', url: './#/collections' },
        ],
        // What another app shares is kept by the service worker until the import page takes it.
        share_target: {
          action: `./${SHARE_ADDRESS}`,
          method: 'POST',
          enctype: 'multipart/form-data',
          params: {
            title: SHARE_FIELDS.title,
            text: SHARE_FIELDS.text,
            url: SHARE_FIELDS.url,
            files: [{ name: SHARE_FIELDS.files, accept: Object.entries(READ_KINDS).flat(2) }],
          },
        },
        file_handlers: [{ action: './#/import', accept: READ_KINDS }],
      },
    }),
  ],
})
