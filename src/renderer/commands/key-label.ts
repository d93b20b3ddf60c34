/** @file How a declared key is written on screen and for assistive technology. */
import type { CommandId } from '../../shared/commands.ts'
import { keysIn, type Keymap } from '../../shared/keymap.ts'
import { isMessage, t } from '../words.ts'

/** The keys of a command, as declared keys are written. */
export const keysOf = (keymap: Keymap, id: CommandId): readonly string[] => keysIn(keymap).get(id) ?? []

function partLabel(part: string, mac: boolean): string {
  const onMac = `key.${part}.mac`
  if (mac && isMessage(onMac)) return t(onMac)
  const key = `key.${part}`
  return isMessage(key) ? t(key) : part.length === 1 ? part.toUpperCase() : part
}

/** One label per press: `['Ctrl+Enter']`, `['G', 'A']`. */
export const keyLabels = (declared: string, mac: boolean): string[] =>
  declared.split(' ').map((press) =>
    press
      .split('+')
      .map((part) => partLabel(part, mac))
      .join(mac ? '' : '+'),
  )

/** A command's key as it stands in a sentence; where it has none, what the palette calls it. */
export function keyName(keymap: Keymap, id: CommandId, mac: boolean): string {
  const [first] = keysOf(keymap, id)
  return first === undefined ? t('key.none', { title: t(`command.${id}`) }) : keyLabels(first, mac).join(' ')
}

/** The value of `aria-keyshortcuts`; undefined for a command without keys. Sequences cannot be said there. */
export function ariaKeys(keymap: Keymap, id: CommandId, mac: boolean): string | undefined {
  const said = keysOf(keymap, id)
    .filter((key) => !key.includes(' '))
    .map((key) => key.replace('Mod', mac ? 'Meta' : 'Control'))
  return said.length > 0 ? said.join(' ') : undefined
}
