/** The half of pdf.js that reads; it is imported for what it does: it puts itself where the other half looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
