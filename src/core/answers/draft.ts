/**
 * @file An answer of a ticket as something to keep: a macro, or an answers page. Of what the customer wrote nothing
 * is taken along: it is theirs to delete. Reads only.
 */
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { privateDataIn } from '../guards/private-data.ts'
import { brandSetting } from '../brands/settings.ts'
import { givenIn } from './given.ts'
import { forMacro, forPage, retold } from './retold.ts'
import { ownOf } from './similar.ts'

export type KeptDraft = {
  brandId: string
  answer: string
  macro: string
  isOfNobody: boolean
}

/** @param at when it was answered; null: the newest one. @throws Failure `ticket.missing`, `answer.none` */
export async function draftOf(read: Reads, ticketId: string, at: number | null): Promise<KeptDraft> {
  const ticket = await read
    .selectFrom('tickets')
    .select('brand_id as brandId')
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  const given = await givenIn(read, ticketId)
  const one = at === null ? given.at(-1) : given.find((answer) => answer.at === at)
  if (!one) throw new Failure('answer.none', {})
  const { brandId } = ticket
  const { text, isOfNobody } = retold(
    one.posts.map(({ runs }) => runs),
    { ...(await ownOf(read, brandId)), ...one.customer },
  )
  const found = privateDataIn(text, await brandSetting(read, brandId, 'privateData'))
  return {
    brandId,
    answer: forPage(text),
    macro: forMacro(text),
    isOfNobody: isOfNobody && found.length === 0,
  }
}
