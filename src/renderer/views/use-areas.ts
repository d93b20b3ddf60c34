/** @file Follows where the keyboard is: in the deck, in the ticket, or in its composer. */
import { useCallback, type FocusEvent } from 'react'
import { useConsole } from './console-context.ts'

/** For the element around all of them. */
export function useAreas(): (event: FocusEvent) => void {
  const c = useConsole()
  return useCallback(
    ({ target }) => {
      const area = target.closest('[data-area]')?.getAttribute('data-area')
      if (area === 'deck' || area === 'pane' || area === 'composer') c.session.setState({ area })
    },
    [c],
  )
}
