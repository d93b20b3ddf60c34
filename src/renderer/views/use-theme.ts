/** @file Puts the theme on the page: the chosen one, or the system's as long as it is followed. */
import { useEffect } from 'react'
import { useSession } from './console-context.ts'

export function useTheme(): void {
  const theme = useSession((session) => session.theme)
  useEffect(() => {
    const isLight = matchMedia('(prefers-color-scheme: light)')
    const wantsContrast = matchMedia('(prefers-contrast: more)')
    const put = () => {
      const ofSystem = wantsContrast.matches ? 'contrast' : isLight.matches ? 'light' : 'dark'
      document.documentElement.dataset['theme'] = theme === 'system' ? ofSystem : theme
    }
    put()
    for (const query of [isLight, wantsContrast]) query.addEventListener('change', put)
    return () => {
      for (const query of [isLight, wantsContrast]) query.removeEventListener('change', put)
    }
  }, [theme])
}
