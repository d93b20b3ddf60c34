/**
 * @file Key maps that people bring along: what each writes otherwise than `commands.ts`. A command that loses its key to
 * another has one of its own here, or waits in the palette.
 */
import { z } from 'zod'
import type { CommandId } from './commands.ts'

export const KeyPreset = z.enum(['switchboard', 'gmail', 'tweetdeck', 'vim'])
export type KeyPreset = z.infer<typeof KeyPreset>

type Preset = Partial<Record<CommandId, readonly string[]>>

/** Gmail's list of keys: `b` snoozes, `u` goes back, `f` hands on, `Shift+T` makes a task. */
const gmail: Preset = {
  'layer.close': ['Escape', 'u'],
  'ticket.snooze': ['b', 'h'],
  'ticket.hand-off': ['f', 'Shift+H'],
  'ticket.follow-up': ['Shift+T'],
  'ticket.history': [', h'],
  'ticket.follow': ['s'],
  'ticket.set-status': [', s'],
}

/** The sheet of classic TweetDeck: `n` writes, `s` searches, `a` adds a column, `p` looks at a person. */
const tweetdeck: Preset = {
  'post.compose': ['n', 'c'],
  'ticket.search': ['s', '/'],
  'column.add': ['a', 'Mod+Shift+N'],
  'column.person': ['p'],
  'ticket.assign': [', a'],
  'ticket.set-status': [', s'],
  'ticket.prioritise': [', p'],
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** `h` `j` `k` `l` move, `g g` goes to the top, `u` undoes, `d d` is done, `v` chooses; digits are counts. */
const vim: Preset = {
  'column.previous': ['h', '[', 'ArrowLeft'],
  'column.next': ['l', ']', 'ArrowRight'],
  'column.newest': ['g g', '.'],
  ...Object.fromEntries(digits.map((n) => [`column.jump-${n}`, [`g ${n}`]])),
  'column.jump-last': ['g 0', '$'],
  'view.palette': [':', 'Mod+K'],
  'undo.last': ['u', 'z', 'Mod+Z'],
  'ticket.solve': ['d d', 'e'],
  'reply.dm': ['d m'],
  'reply.public': ['i', 'r'],
  'ticket.assign-me': [', i'],
  'ticket.tag': [', l'],
  'ticket.snooze': ['b'],
  'select.toggle': ['v', 'x'],
  'ticket.view-on-x': [', v'],
}

export const presets: Readonly<Record<KeyPreset, Preset>> = { switchboard: {}, gmail, tweetdeck, vim }
