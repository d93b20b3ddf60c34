/** @file The sign-off of whoever sits here, as core will set it under an answer. */
import { fillIn } from '../../shared/domain/macro-text.ts'
import type { SignOff, SignOffSetting } from '../../shared/domain/sign-off.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { own } from '../../shared/own.ts'
import type { Rows } from './rows.ts'
import type { DraftChannel } from './session.ts'

/** Null where the brand signs nothing on this channel. What has no value stays between its braces. */
export function signOffOf(
  rows: Rows,
  detail: TicketDetail,
  channel: DraftChannel,
  setting: SignOffSetting,
): SignOff | null {
  if (channel === 'note' || !setting[channel]) return null
  const agent = rows.session?.agent
  const values: Record<string, string | undefined> = {
    'agent.initials': agent?.initials,
    'agent.name': agent?.name,
    'brand.name': rows.brands.find((brand) => brand.id === detail.card.brandId)?.name,
    'brand.handle': `@${detail.routes.username}`,
    'ticket.number': String(detail.card.number),
  }
  return { words: fillIn(setting.text, (name) => own(values, name) ?? null), form: setting.text }
}
