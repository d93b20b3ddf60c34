/** @file Which brands tickets are of. */
import { useEffect, useState } from 'react'
import { useConsole } from '../console-context.ts'

/** Their brands; null before the answer. */
export function useBrandOfTickets(ticketIds: readonly string[]): readonly string[] | null {
  const c = useConsole()
  const [brandIds, setBrandIds] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const tally = await c.call('ticket.tally', { ticketIds: [...ticketIds] })
      if (!gone) setBrandIds(tally.brands.map(({ brandId }) => brandId))
    })
    return () => {
      gone = true
    }
  }, [c, ticketIds])
  return brandIds
}
