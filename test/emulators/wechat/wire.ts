/** The line between a test, which holds the world, and a puppet server in another process. */
import type { Signal } from './model.ts'
import type { Asked } from './puppet.ts'

/** From the server: a question to the account, its ear opened or closed, or that it listens on its port. */
export type FromServer =
  | { readonly ask: keyof Asked; readonly args: readonly unknown[]; readonly number: number }
  | { readonly listening: boolean }
  | { readonly up: true }
/** From the test: an answer, or an event. */
export type FromTest =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: string }
  | { readonly signal: Signal }
