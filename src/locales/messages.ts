import type { zhHans } from './zhHans'

/** A tree of messages with the keys of another, any text at its leaves. */
export type Worded<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Worded<Tree[Key]>
}

/** The messages that every language has. */
export type Messages = Worded<typeof zhHans>
