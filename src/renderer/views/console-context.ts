/** @file Hands the console to views, and lets them follow its stores. */
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { CommandId } from '../../shared/commands.ts'
import { must } from '../../shared/must.ts'
import { ariaKeys, keyLabels, keyName, keysOf } from '../commands/key-label.ts'
import { run } from '../commands/registry.ts'
import { teach } from '../commands/teach.ts'
import type { Console } from '../state/console.ts'
import { draftKey } from '../state/drafts.ts'
import { keymapOf, type Rows } from '../state/rows.ts'
import type { DraftChannel, Session } from '../state/session.ts'

export const ConsoleContext = createContext<Console | null>(null)

export const useConsole = (): Console => must(useContext(ConsoleContext), 'a console around the view')
export const useRows = <T>(pick: (rows: Rows) => T): T => useStore(useConsole().rows, pick)
export const useSession = <T>(pick: (session: Session) => T): T => useStore(useConsole().session, pick)
export const useDraft = (ticketId: string, channel: DraftChannel): string =>
  useStore(useConsole().drafts.store, (drafts) => drafts.byKey.get(draftKey(ticketId, channel))?.text ?? '')

const tickMs = 1_000
/** So many texts are made anew at a stretch: each minute changes those of all rows, and a key may come meanwhile. */
const atOnce = 24
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function tell(waiting: readonly (() => void)[]): void {
  for (const hear of waiting.slice(0, atOnce)) if (listeners.has(hear)) hear()
  if (waiting.length > atOnce) setTimeout(() => tell(waiting.slice(atOnce)))
}

/** One timer for all that shows time; it rests while nobody looks. */
function onTick(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => tell([...listeners]), tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** A text made from the workspace's now. The view is drawn again only when the text changes. */
export function useTimed(make: (now: number) => string): string {
  const c = useConsole()
  return useSyncExternalStore(onTick, () => make(c.now()))
}

/** A click of the mouse has a detail above 0; one that the keyboard made has none. */
type Click = { detail: number }

/** Names the keys of commands in sentences, as who sits here has them. */
export function useKeyName(): (id: CommandId) => string {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const keymap = useRows(keymapOf)
  return useCallback((id) => keyName(keymap, id, mac), [keymap, mac])
}

/** What a control of a command needs: to run it, its key's label, its `aria-keyshortcuts`. */
export function useCommand(id: CommandId): {
  run: (click?: Click) => void
  keys: string[]
  aria: string | undefined
} {
  const c = useConsole()
  const mac = useSession((session) => session.info?.platform === 'mac')
  const keymap = useRows(keymapOf)
  const go = useCallback(
    (click?: Click) => {
      if (run(c, id) && (click?.detail ?? 0) > 0) teach(c, id)
    },
    [c, id],
  )
  return useMemo(() => {
    const [first] = keysOf(keymap, id)
    return {
      run: go,
      keys: first === undefined ? [] : keyLabels(first, mac),
      aria: ariaKeys(keymap, id, mac),
    }
  }, [go, id, keymap, mac])
}
