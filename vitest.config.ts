import vue from '@vitejs/plugin-vue'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vitest/config'

const withDocument = ['tests/unit/components/**/*.test.ts', 'tests/unit/pages/**/*.test.ts']

// fake-indexeddb has to be there before any module that opens a database.
const setupFiles = ['fake-indexeddb/auto']

export default defineConfig({
  plugins: [vue(), icons({ compiler: 'vue3', scale: 1 })],
  define: {
    __APP_VERSION__: JSON.stringify('0.0.0'),
    __BUNDLED_COLLECTION__: JSON.stringify({
      id: 'bundled',
      address: 'collections/bundled/manifest.json',
      manifestSha256: '0'.repeat(64),
    }),
  },
  test: {
    // vue-i18n says at every start that a message compiler of one's own is new to it.
    onConsoleLog: (log) => !log.includes('Custom Message Compiler'),
    // Property tests take their time on a slow machine.
    testTimeout: 30_000,
    // As many as there are cores: the default leaves one idle, of two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: withDocument,
          setupFiles,
        },
      },
      {
        extends: true,
        test: { name: 'document', environment: 'happy-dom', include: withDocument, setupFiles },
      },
    ],
  },
})
