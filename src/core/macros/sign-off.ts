/** @file The sign-off of whoever sits here, for one ticket. */
import type { Channel } from '../../shared/domain/outbox.ts'
import { fillIn } from '../../shared/domain/macro-text.ts'
import { joinParts } from '../../shared/domain/parts.ts'
import { chainOf } from '../../shared/domain/chain.ts'
import { signed, withoutSignOff, type SignOff } from '../../shared/domain/sign-off.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { lengthOf, publicLimit } from '../outbox/length.ts'
import { valuesOf } from './values.ts'

/** Null where the brand signs nothing on this channel. What has no value stays between its braces. */
async function signOffOf(
  db: Reads,
  ticket: { id: string; brandId: string },
  channel: Channel,
): Promise<SignOff | null> {
  const setting = await brandSetting(db, ticket.brandId, 'signOff')
  if (!setting[channel]) return null
  return { words: fillIn(setting.text, await valuesOf(db, ticket.id)), form: setting.text }
}

/** The parts of an answer with the sign-off under the last one; what has it already stays as it is. */
export async function signParts(
  db: Reads,
  ticket: { id: string; brandId: string },
  channel: Channel,
  parts: readonly string[],
): Promise<string[]> {
  const signOff = await signOffOf(db, ticket, channel)
  return parts.map((part, n) => (signOff && n === parts.length - 1 ? signed(part, signOff) : part))
}

/** Whether this draft is what became that message: cut, numbered and signed on its way. */
export async function wentOutAs(
  read: Reads,
  brandId: string,
  channel: Channel,
  draft: string,
  message: string,
): Promise<boolean> {
  const { text: form } = await brandSetting(read, brandId, 'signOff')
  const words = message.slice(withoutSignOff(message, form).length).trim()
  const signOff = words === '' ? null : { words, form }
  if (channel === 'dm') return signOff !== null && signed(draft, signOff) === message
  const weigh = (text: string): number => lengthOf('public', text)
  return joinParts(chainOf(draft, weigh, publicLimit, signOff)) === message
}
