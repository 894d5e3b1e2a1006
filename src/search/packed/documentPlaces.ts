import { placeFrom } from './sortedDocuments'

/** So many documents of a bucket are walked through; more are searched. */
const MOST_WALKED = 12

/**
 * Where the documents of a list stand in it, told nearly at once: all documents of the segment are cut into buckets of
 * equal width, and for each it is known where in the list it begins. It takes at most four bytes for each document of
 * the list.
 */
export class DocumentPlaces {
  private readonly documents: Int32Array
  private readonly starts: Int32Array
  private readonly shift: number

  /** `documents` rise, are at least one, and are not changed any more. */
  constructor(documents: Int32Array) {
    const { shift, buckets } = bucketsOf(documents.length, documents.at(-1)!)
    const starts = new Int32Array(buckets + 1)
    let next = 0
    for (let place = 0; place < documents.length; place++) {
      const bucket = documents[place]! >>> shift
      while (next <= bucket) starts[next++] = place
    }
    while (next <= buckets) starts[next++] = documents.length
    this.documents = documents
    this.starts = starts
    this.shift = shift
  }

  /** For each of the first `count` of `wanted` writes its place in the list to `places`, or −1. */
  locate(wanted: Int32Array, count: number, places: Int32Array): void {
    const { documents, starts, shift } = this
    const buckets = starts.length - 1
    for (let i = 0; i < count; i++) {
      const document = wanted[i]!
      const bucket = document >>> shift
      if (bucket >= buckets) {
        places.fill(-1, i, count)
        return
      }
      let place = starts[bucket]!
      const end = starts[bucket + 1]!
      if (end - place > MOST_WALKED) place = placeFrom(documents, document, place, end)
      while (place < end && documents[place]! < document) place++
      places[i] = place < end && documents[place] === document ? place : -1
    }
  }

  /** Keeps of the first `count` of `candidates`, which rise, those that are in the list; returns their number. */
  intersect(candidates: Int32Array, count: number): number {
    const { documents, starts, shift } = this
    const buckets = starts.length - 1
    let kept = 0
    for (let i = 0; i < count; i++) {
      const document = candidates[i]!
      const bucket = document >>> shift
      if (bucket >= buckets) break
      let place = starts[bucket]!
      const end = starts[bucket + 1]!
      if (end - place > MOST_WALKED) place = placeFrom(documents, document, place, end)
      while (place < end && documents[place]! < document) place++
      if (place < end && documents[place] === document) candidates[kept++] = document
    }
    return kept
  }
}

/** Buckets up to the last document of a list: as many as it has documents, or down to half of that. */
function bucketsOf(count: number, last: number): { readonly shift: number; readonly buckets: number } {
  let shift = 0
  while (last >>> shift >= count) shift++
  return { shift, buckets: (last >>> shift) + 1 }
}
