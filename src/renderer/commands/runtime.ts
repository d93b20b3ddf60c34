/** @file The shape of a command's behaviour. */
import type { Console } from '../state/console.ts'
import type { Context } from './context.ts'

export type Runtime = {
  /** Whether it can be done now: decides over the palette, buttons and keys alike. */
  when(context: Context): boolean
  /** States the intent; core decides. Failures are told by the console. */
  run(console: Console): void
}

export const always = (): boolean => true
