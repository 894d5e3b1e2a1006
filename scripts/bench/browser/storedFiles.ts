const encoder = new TextEncoder()

/** Writes a file of the origin private file system, part by part; gives its length in bytes. */
export async function writeFile(name: string, parts: Iterable<string | Uint8Array>): Promise<number> {
  const root = await navigator.storage.getDirectory()
  const handle = await (await root.getFileHandle(name, { create: true })).createSyncAccessHandle()
  handle.truncate(0)
  let at = 0
  for (const part of parts) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part
    at += handle.write(bytes, { at })
  }
  handle.flush()
  handle.close()
  return at
}

async function fileOf(name: string): Promise<File> {
  const root = await navigator.storage.getDirectory()
  return (await root.getFileHandle(name)).getFile()
}

export async function readText(name: string): Promise<string> {
  return (await fileOf(name)).text()
}

export async function readBytes(name: string): Promise<ArrayBuffer> {
  return (await fileOf(name)).arrayBuffer()
}
