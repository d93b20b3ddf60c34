/** @file An agent who connects a dead handle again, through the consent page and the pasted address. */
import { z } from 'zod'
import type { HandleView } from '../../src/shared/domain/brand.ts'
import type { CoreRun } from './core-run.ts'

/** Gives consent as that user. @returns the address that the browser ends at */
async function consent(authorizeUrl: string, username: string): Promise<string> {
  const asked = new URL(authorizeUrl)
  const form = new URLSearchParams(asked.searchParams)
  form.set('user', username)
  form.set('decision', 'approve')
  const answer = await fetch(asked.origin + asked.pathname, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  return z.string().parse(answer.headers.get('location'))
}

/** @returns whether it is connected; a fault on the way is tried again another time */
export async function signInAgain(core: CoreRun, { id, appId, username }: HandleView): Promise<boolean> {
  const begun = await core.call('connect.start', { appId, target: { kind: 'reconnect', handleId: id } })
  const address = await consent(begun.authorizeUrl, username)
  const { state } = await core.call('connect.paste', { sessionId: begun.sessionId, address })
  return state === 'done'
}
