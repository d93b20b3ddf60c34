/**
 * @file How the native menu writes a key of `shared/commands.ts`. The menu only shows it: the renderer listens. On a Mac a
 * shown key is a taken key, so there only combinations with Cmd are shown.
 */

const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Mod: 'CmdOrCtrl',
  Escape: 'Escape',
  Enter: 'Enter',
}

/** @returns null for a key that the menu cannot show (sequences, `+` itself), or must not take */
export function acceleratorOf(keys: readonly string[], mac: boolean): string | null {
  const key = keys[0]
  if (!key || key.includes(' ')) return null
  const parts = key.split('+')
  if (parts.includes('')) return null
  if (mac && !parts.includes('Mod')) return null
  return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}
