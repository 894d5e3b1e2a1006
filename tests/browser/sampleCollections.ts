import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packCollection } from '../../scripts/packCollection'
import { aCollection, type CollectionFields, type CollectionOnHost } from '../unit/builders/aCollection'
import type { AppServer } from './appServer'

/** Puts a collection below the app, as `samples/NAME/`, and gives it with the relative address it has there. */
export async function putCollection(
  server: AppServer,
  name: string,
  fields: Omit<CollectionFields, 'folder' | 'id'>,
): Promise<CollectionOnHost> {
  const collection = aCollection({ ...fields, id: name, folder: `samples/${name}/` })
  for (const [path, bytes] of collection.content) await server.write(path, bytes)
  return collection
}

/** Packs invented articles by `npm run pack` into `samples/NAME/` below the app, and gives the address. */
export async function packSamples(server: AppServer, name: string, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-samples-'))
  try {
    const lines = Array.from({ length: count }, (_, number) =>
      JSON.stringify({
        id: `sample-${number}`,
        title: `示例第${number}号通讯`,
        category: ['示例', `第${number % 5}类`],
        newspaper: `示例报${number % 3}`,
        issueDate: `${2001 + (number % 20)}-0${1 + (number % 9)}-1${number % 10}`,
        page: String(1 + (number % 8)),
        paragraphs: [`示例县举行第${number}次运动会。`, number % 7 === 0 ? '天气晴好。' : '下了小雨。'],
        people: [{ name: `张示例${number % 40}`, offices: [] }],
      }),
    )
    const input = join(folder, 'samples.jsonl')
    await writeFile(input, lines.join('\n'))
    await packCollection({
      inputs: [input],
      out: join(server.folder, 'samples', name),
      id: name,
      title: '示例文库',
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return `samples/${name}/manifest.json`
}
