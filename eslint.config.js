import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** From here to the archive everything also runs in Node: no address of the build, no query on an import. */
const portable = ['domain', 'text', 'people', 'search', 'storage', 'formats', 'archive']

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,mjs,js,cjs,vue}'],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        extraFileExtensions: ['.vue'],
        projectService: {
          allowDefaultProject: ['*.config.ts', 'eslint.config.js', '.dependency-cruiser.cjs'],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // TypeScript knows what is defined.
      'no-undef': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in a template are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index that is known to be there says so: `row[0]!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `() => emit('close')` reads better than a block of one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Characters of a text are its code points here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What a composable returns is made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // It takes a flag that a callback sets during an await for a constant.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-unused-refs': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      // `App` and the pages are one word by what they are.
      'vue/multi-word-component-names': 'off',
      // With types and exactOptionalPropertyTypes an absent property is plain.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // The class has MiniSearch's own signatures, `any` included, and its `== null`, so that it takes its place.
    files: ['src/search/packed/**', 'tests/unit/search/packed/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // vue-i18n must be told `legacy: false` until its next major version, which no longer knows the option.
    files: ['src/locales/interfaceLanguage.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: portable.map((folder) => `src/${folder}/**`),
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '\\?', message: 'This folder also runs in Node.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'MetaProperty[meta.name="import"]', message: 'This folder also runs in Node.' },
      ],
    },
  },
  {
    // Configuration stands outside every tsconfig.json but the one of scripts, which checks its types.
    files: ['*.config.ts', 'eslint.config.js', '.dependency-cruiser.cjs', 'scripts/**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
)
