/** @file The sign-off under the text that is being written. */
import { useMemo } from 'react'
import type { BrandSettings } from '../../../shared/domain/brand-settings.ts'
import type { SignOff } from '../../../shared/domain/sign-off.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import type { DraftChannel } from '../../state/session.ts'
import { signOffOf } from '../../state/sign-off.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Null where there is none, and while the brand's settings are not read. */
export function useSignOff(
  detail: TicketDetail,
  channel: DraftChannel,
  settings: BrandSettings | null,
): SignOff | null {
  const c = useConsole()
  const setting = settings?.signOff
  const agent = useRows((rows) => rows.session?.agent)
  return useMemo(
    // The agent stands in the rows: another one signs otherwise.
    () => (setting && agent !== undefined ? signOffOf(c.rows.getState(), detail, channel, setting) : null),
    [c, setting, agent, detail, channel],
  )
}
