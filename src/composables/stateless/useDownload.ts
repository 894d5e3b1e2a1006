/** Gives the reader a file: the browser asks where it is to be, or puts it where it puts such files. */
export function useDownload(): {
  readonly download: (name: string, type: string, content: string | Blob) => void
} {
  return {
    download(name, type, content) {
      const address = URL.createObjectURL(new Blob([content], { type }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // The browser has taken hold of it by the next task, whatever it asks the reader.
      setTimeout(() => {
        URL.revokeObjectURL(address)
      }, 60_000)
    },
  }
}
