/**
 * @file Which keys lead to which command for one person: a preset, what they changed of it, and whether letters alone
 * may be keys at all (WCAG 2.1.4). Pure; the renderer hears keys by it, the native menu shows them.
 */
import { z } from 'zod'
import { commands, type CommandId, type Scope } from './commands.ts'
import { KeyPreset, presets } from './key-presets.ts'

/** All chords are spelled with their modifiers in this order. */
const chordOrder = ['Mod', 'Alt', 'Shift'] as const

/** Keys by the name of what they do instead of the character they write. */
export const namedKeys: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
])

export const isAsciiLetter = (key: string): boolean => /^[A-Za-z]$/.test(key)

/** The presses of a declared key such as `Mod+Shift+Enter`; a sequence such as `g i` has several. */
export function pressesOf(declared: string): string[] {
  return declared.split(' ').map((press) => {
    const parts = press === '+' ? ['+'] : press.split('+')
    const key = parts.at(-1) ?? ''
    const plain = isAsciiLetter(key) ? key.toLowerCase() : key
    return [...chordOrder.filter((modifier) => parts.slice(0, -1).includes(modifier)), plain].join('+')
  })
}

const Chord = /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(?:Enter|Escape|Arrow(?:Up|Down|Left|Right)|[^\s\p{C}])$/u

/** A key as it is declared: up to three presses, each a chord. */
export const KeyText = z
  .string()
  .max(60)
  .refine((text) => text.split(' ').length <= 3 && text.split(' ').every((press) => Chord.test(press)))

/**
 * Keys that are letters, digits or signs alone: `plain` they count; `after-leader` they count after the leader was
 * pressed; `off` they do not count, and only combinations and named keys do.
 */
export const CharacterKeys = z.enum(['plain', 'after-leader', 'off'])
export type CharacterKeys = z.infer<typeof CharacterKeys>

const isCommandId = (id: string): id is CommandId => commands.some((command) => command.id === id)

/** Commands that publish: nobody does that with one key by accident. */
const publishing: ReadonlySet<CommandId> = new Set<CommandId>(['reply.send', 'reply.send-and-solve'])

/** Combinations that a system, or writing itself, needs. */
const reserved: ReadonlySet<string> = new Set(
  ['C', 'V', 'X', 'A', 'Q', 'W', 'R', 'M', 'H', '+', '-', '0'].map((key) =>
    pressesOf(`Mod+${key}`).join(' '),
  ),
)

/** Why a key cannot be that of a command; null when it can. */
export function keyTrouble(id: CommandId, key: string): 'publishes' | 'reserved' | 'closes' | null {
  const presses = pressesOf(key)
  if (presses.includes('Escape') || id === 'layer.close') return 'closes'
  if (presses.some((press) => reserved.has(press))) return 'reserved'
  if (publishing.has(id) && !presses[0]?.startsWith('Mod+')) return 'publishes'
  return null
}

/** Whether a command may have these keys and no others: what is chosen by pressing is asked the same. */
const mayHave = (id: CommandId, keys: readonly string[]): boolean =>
  id === 'layer.close' ? keys.includes('Escape') : keys.every((key) => keyTrouble(id, key) === null)

export const Keymap = z.object({
  preset: KeyPreset,
  characters: CharacterKeys,
  /** Keys of single commands in place of the preset's. A command that a later version had is left out, not refused. */
  own: z
    .record(z.string(), z.array(KeyText).max(4))
    .transform((own) => Object.fromEntries(Object.entries(own).filter(([id]) => isCommandId(id))))
    .superRefine((own, context) => {
      for (const [id, keys] of Object.entries(own))
        if (isCommandId(id) && !mayHave(id, keys))
          context.addIssue({ code: 'custom', message: `${id} cannot have ${keys.join(', ') || 'no key'}` })
    }),
})
export type Keymap = z.infer<typeof Keymap>

export const plainKeymap: Keymap = { preset: 'switchboard', characters: 'plain', own: {} }

/** A keymap as a file. */
export const KeymapFile = z.object({
  format: z.literal('switchboard.keys'),
  version: z.literal(1),
  keymap: Keymap,
})

/** Pressed before a character key where those do not count alone. */
export const leader = 'Mod+E'

/** Whether a press is a character by itself, as speech input may write it by accident. */
const isCharacter = (press: string): boolean =>
  !press.startsWith('Mod+') && !press.startsWith('Alt+') && !namedKeys.has(press.replace('Shift+', ''))

function asTyped(key: string, characters: CharacterKeys): string[] {
  if (characters === 'plain' || !isCharacter(key.split(' ')[0] ?? '')) return [key]
  return characters === 'off' ? [] : [`${leader} ${key}`]
}

const keysWith = (keymap: Keymap, id: CommandId, declared: readonly string[]): readonly string[] =>
  keymap.own[id] ?? presets[keymap.preset][id] ?? declared

const known = new WeakMap<Keymap, ReadonlyMap<CommandId, readonly string[]>>()

/** The keys of every command, as declared keys are written. */
export function keysIn(keymap: Keymap): ReadonlyMap<CommandId, readonly string[]> {
  const before = known.get(keymap)
  if (before) return before
  const keys = new Map(
    commands.map(({ id, keys: declared }) => [
      id,
      keysWith(keymap, id, declared).flatMap((key) => asTyped(key, keymap.characters)),
    ]),
  )
  known.set(keymap, keys)
  return keys
}

export type Binding = { id: CommandId; scope: Scope; presses: readonly string[] }

/** Every key with its command. */
export const bindingsIn = (keymap: Keymap): readonly Binding[] => {
  const keys = keysIn(keymap)
  return commands.flatMap(({ id, scope }) =>
    (keys.get(id) ?? []).map((key) => ({ id, scope, presses: pressesOf(key) })),
  )
}

const scopeOf = (id: CommandId): Scope | undefined => commands.find((command) => command.id === id)?.scope

/** Scopes that are asked for one and the same press: a key may have one meaning in all of them. */
const together: readonly (readonly Scope[])[] = [
  ['overlay'],
  ['composer', 'app'],
  ['ticket', 'column', 'app'],
]

/** The commands that a key would take it from, or get in the way of: the one is the beginning of the other. */
export function conflictsOf(keymap: Keymap, id: CommandId, key: string): CommandId[] {
  const presses = pressesOf(key)
  const scope = scopeOf(id)
  const found = bindingsIn({ ...keymap, characters: 'plain' }).filter((other) => {
    if (other.id === id || scope === undefined) return false
    if (!together.some((scopes) => scopes.includes(scope) && scopes.includes(other.scope))) return false
    const shorter = Math.min(presses.length, other.presses.length)
    return presses.slice(0, shorter).every((press, n) => other.presses[n] === press)
  })
  return [...new Set(found.map((other) => other.id))]
}

/** With a key for a command beside those that it has; whoever had it before has it no more. */
export function withKey(keymap: Keymap, id: CommandId, key: string): Keymap {
  const own = { ...keymap.own }
  const all = keysIn({ ...keymap, characters: 'plain' })
  for (const other of conflictsOf(keymap, id, key)) {
    const kept = (all.get(other) ?? []).filter((one) => !conflicts(one, key))
    own[other] = [...kept]
  }
  const mine = all.get(id) ?? []
  own[id] = [key, ...mine.filter((one) => one !== key)].slice(0, 4)
  return { ...keymap, own }
}

function conflicts(one: string, other: string): boolean {
  const [a, b] = [pressesOf(one), pressesOf(other)]
  return a.slice(0, Math.min(a.length, b.length)).every((press, n) => press === b[n])
}

/** Without a key of a command. */
export function withoutKey(keymap: Keymap, id: CommandId, key: string): Keymap {
  const mine = keysIn({ ...keymap, characters: 'plain' }).get(id) ?? []
  return { ...keymap, own: { ...keymap.own, [id]: mine.filter((one) => one !== key) } }
}

/** With the keys that the preset has for a command. */
export function withPresetKeys(keymap: Keymap, id: CommandId): Keymap {
  const { [id]: _own, ...others } = keymap.own
  return { ...keymap, own: others }
}
