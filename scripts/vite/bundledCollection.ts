import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import type { Plugin } from 'vite'
import { projectRoot } from '../project.mjs'

const ID = 'bundled'
const ADDRESS = `collections/${ID}/manifest.json`

/** Where newspapers of the bundled articles are at home: 吴江 was made a district of 苏州 on 1 September 2012. */
const NEWSPAPERS = [
  {
    name: '吴江日报',
    aliases: [],
    places: [
      { name: '吴江市', to: '2012-09-01' },
      { name: '吴江区', from: '2012-09-01' },
      { name: '苏州市' },
    ],
  },
]

/**
 * Packs the articles of `src/bundle` into a static collection that is served with the app, and tells the
 * app where it stands and what its manifest hashes to (`__BUNDLED_COLLECTION__`). An article that cannot
 * be packed ends the build.
 */
export function bundledCollection(): Plugin {
  return {
    name: 'jianbao:bundled-collection',
    async config(_config, { isPreview }) {
      if (isPreview) return
      // Loaded by itself: imported at the top, every source file it uses would restart the development server.
      const { packCollection } = (await tsImport(
        '../packCollection.ts',
        import.meta.url,
      )) as typeof import('../packCollection')
      const report = await packCollection({
        inputs: [join(projectRoot, 'src', 'bundle')],
        out: join(projectRoot, 'public', 'collections', ID),
        id: ID,
        purpose: 'bundled',
        title: '随附文章',
        about: { newspapers: NEWSPAPERS },
        // Editors have named the people of these digests.
        people: 'given',
      })
      if (report.manifest === null || report.problemCount > 0) {
        const problems = report.problems.map(
          ({ file, row, field, message }) => `${file}:${row} ${field} ${message}`,
        )
        throw new Error(`The bundled articles cannot be packed:\n${problems.join('\n')}`)
      }
      const manifest = await readFile(join(projectRoot, 'public', ADDRESS))
      const manifestSha256 = createHash('sha256').update(manifest).digest('hex')
      return {
        define: { __BUNDLED_COLLECTION__: JSON.stringify({ id: ID, address: ADDRESS, manifestSha256 }) },
      }
    },
  }
}
