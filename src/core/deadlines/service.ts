/** @file What windows ask about hours and holidays. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { CallContext } from '../rpc-context.ts'

export function deadlineService(): Pick<Handlers<Contract, CallContext>, 'holidays.read'> {
  return {
    // The parser is loaded by whoever needs it: nobody does on most days.
    'holidays.read': async ({ text }) => (await import('./ics.ts')).holidaysOf(text),
  }
}
