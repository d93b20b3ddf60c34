/** @file Puts the theme on the page: the chosen one, or the system's as long as it is followed. */
import { useEffect } from 'react'
import { useSession } from './console-context.ts'

export function useTheme(): void {
  const theme = useSession((session) => session.theme)
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: light)')
    const put = () => {
      const light = theme === 'light' || (theme === 'system' && system.matches)
      document.documentElement.dataset['theme'] = light ? 'light' : 'dark'
    }
    put()
    system.addEventListener('change', put)
    return () => system.removeEventListener('change', put)
  }, [theme])
}
