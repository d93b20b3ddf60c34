/** @file Asks for an agent's PIN. One at a time, and ever slower for who guesses, also over a restart. */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import { freeTries, isPin, waitAfter } from './pin.ts'

export type PinGate = {
  /** @throws Failure `agent.missing`, `agent.pin-none`, `agent.pin-locked`, `agent.pin-wrong` */
  check(agentId: string, pin: string): Promise<void>
}

export function pinGate({ database, clock }: { database: Database; clock: Clock }): PinGate {
  let tail: Promise<unknown> = Promise.resolve()

  async function check(agentId: string, pin: string): Promise<void> {
    const agent = await database.read
      .selectFrom('agents')
      .select(['name', 'pin', 'pin_failures', 'pin_locked_until'])
      .where('id', '=', agentId)
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (!agent) throw new Failure('agent.missing', { agentId })
    if (agent.pin === null) throw new Failure('agent.pin-none', { name: agent.name })
    const now = clock.now()
    if (agent.pin_locked_until !== null && agent.pin_locked_until > now)
      throw new Failure('agent.pin-locked', { nextAt: agent.pin_locked_until })
    const isRight = await isPin(pin, agent.pin)
    const failures = isRight ? 0 : agent.pin_failures + 1
    const lockedUntil = waitAfter(failures) > 0 ? now + waitAfter(failures) : null
    if (!isRight || agent.pin_failures > 0)
      await database.write((tx) =>
        tx.db
          .updateTable('agents')
          .set({ pin_failures: failures, pin_locked_until: lockedUntil })
          .where('id', '=', agentId)
          .execute(),
      )
    if (isRight) return
    if (lockedUntil !== null) throw new Failure('agent.pin-locked', { nextAt: lockedUntil })
    throw new Failure('agent.pin-wrong', { left: freeTries - failures })
  }

  return {
    check(agentId, pin) {
      // Guesses that come together would all see the count of the first.
      const result = tail.then(() => check(agentId, pin))
      tail = result.catch(() => undefined)
      return result
    },
  }
}
