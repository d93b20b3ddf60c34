/** @file Everything that the parts of the soak share: the practice X, the running core, chance, the journal. */
import { setTimeout as wait } from 'node:timers/promises'
import { controlOf, type Control } from '../../src/practice/control-client.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import type { Chance } from '../bench/seeded.ts'
import type { WorkspaceBoot } from '../../src/shared/host-protocol.ts'
import { freePort } from '../flows/ports.ts'
import type { CoreRun } from './core-run.ts'
import type { Clock } from './clock.ts'
import { databaseKey } from './inside.ts'
import type { Journal } from './journal.ts'

export const brands = ['northair', 'lumen', 'metro', 'bonvoy'] as const
export type Brand = (typeof brands)[number]

/** A customer who protects the account now and then; protected in the end. */
export const shyCustomer = 'customer_shy'

/** Whom a brand listens to, whatever they write about. */
export const listenedTo = { search: 'customer_1', list: 'customer_2' } as const

export type Stage = {
  x: PracticeX
  control: Control
  journal: Journal
  /** World time. */
  now(): number
  /** Core, while one is open; null between a kill and the next start. */
  core(): CoreRun | null
  /** Resolves after so much world time. */
  pass(worldMs: number): Promise<void>
}

/** The opening of the world: four brands of three clients in two apps, customers who answer back. */
export function scenario(customers: readonly string[]): string {
  const handle = (username: Brand, client: string, app: string) => ({
    type: 'handle',
    username,
    name: username.toUpperCase(),
    client,
    brand: username.toUpperCase(),
    app,
  })
  return [
    { type: 'app', name: 'Agency' },
    { type: 'app', name: 'Own', confidential: true },
    handle('northair', 'North Group', 'Agency'),
    handle('lumen', 'Lumen', 'Agency'),
    handle('metro', 'Metro', 'Own'),
    handle('bonvoy', 'North Group', 'Agency'),
    ...customers.map((username) => ({ type: 'user', username, name: username })),
    {
      type: 'reaction',
      user: '*',
      good: ['thanks, that helped', 'perfect'],
      cold: ['still nothing', 'and now?'],
    },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')
}

/** Does one thing after another until told to stop, `perSecond` times in a second of the machine. */
export async function busily(
  isOver: () => boolean,
  chance: Chance,
  perSecond: number,
  act: () => Promise<void>,
): Promise<void> {
  while (!isOver()) {
    await act()
    await wait(Math.round((chance.next() * 2_000) / perSecond))
  }
}

/** Has every app of the world send people back to a free port of this machine. @returns the ports */
export async function openRedirects(x: PracticeX): Promise<number[]> {
  const control = controlOf(x.baseUrl, x.controlToken)
  const ports = [await freePort()]
  for (const { name } of x.grants.apps)
    await control.app({ name, redirectUris: ports.map((port) => `http://127.0.0.1:${port}/callback`) })
  return ports
}

/** The one workspace of a run, with the intervals of the real thing; X itself is never named. */
export const soakWorkspace = (
  x: PracticeX,
  folder: string,
  clock: Clock,
  redirectPorts: number[],
): WorkspaceBoot => ({
  id: 'soak',
  kind: 'live',
  folder,
  stamp: x.baseUrl,
  xOrigin: x.baseUrl,
  xWebOrigin: x.baseUrl,
  databaseKey,
  secretsKept: 'beside',
  clockOffsetMs: x.world.now() - clock.now(),
  redirectPorts,
  grants: x.grants,
})
