/** @file When the seat asks by itself: at the first start, at every start of a team, and after a while without a key. */
import { useEffect, useRef } from 'react'
import type { SessionView } from '../../../shared/domain/session.ts'
import type { Console } from '../../state/console.ts'
import { workKinds } from '../../state/touched.ts'
import { useConsole, useRows } from '../console-context.ts'

const minute = 60_000
/** How often it is looked whether somebody still is here: sleep must not stretch it. */
const lookEveryMs = 30_000

/** Whether it could be somebody else than who sat here last. */
export function isShared({ agent, agents }: Pick<SessionView, 'agent' | 'agents'>): boolean {
  const active = agents.filter((one) => !one.isRetired)
  return active.length > 1 || active.some((one) => one.hasPin) || (agent === null && active.length > 0)
}

/** Asks who is here. A seat with a PIN is empty until its PIN is typed. */
function ask(c: Console): void {
  const { session } = c.rows.getState()
  if (session?.agent?.hasPin) c.attempt(() => c.call('agent.leave', {}))
  else if (c.session.getState().overlay !== null) return
  c.attempt(() => c.drafts.flush())
  c.session.setState({ overlay: { kind: 'agent' } })
}

export function useSeat(): void {
  const c = useConsole()
  const asked = useRows((rows) => rows.session !== null)
  const begun = useRef(false)
  const idleMinutes = useRows((rows) => rows.session?.idleMinutes ?? 0)

  useEffect(() => {
    const { session } = c.rows.getState()
    if (begun.current || !session) return
    begun.current = true
    if (c.session.getState().drillBegins) return
    if (isShared(session) || (!session.agent && !session.agentAsked)) ask(c)
  }, [c, asked])

  useEffect(() => {
    if (idleMinutes === 0) return
    let touchedAt = c.clock.now()
    let told = false
    let cancel = () => {}
    const touch = () => {
      touchedAt = c.clock.now()
      told = false
    }
    const look = () => {
      const { session } = c.rows.getState()
      if (!told && session && isShared(session) && c.clock.now() - touchedAt >= idleMinutes * minute) {
        told = true
        ask(c)
      }
      cancel = c.clock.after(lookEveryMs, look)
    }
    for (const kind of workKinds) window.addEventListener(kind, touch, { capture: true })
    // Who works in another window is here as well.
    const unsubscribe = c.host.onEvent((event) => {
      if (event.kind === 'touched') touch()
    })
    cancel = c.clock.after(lookEveryMs, look)
    return () => {
      cancel()
      unsubscribe()
      for (const kind of workKinds) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [c, idleMinutes])
}
