/** @file Dark, light, high contrast, or as the system: tells the browser engine and every window. */
import { nativeTheme } from 'electron'
import type { Theme } from '../shared/domain/session.ts'

/** The first colour of a window, before its page paints: the design's darkest ground of each theme. */
const grounds = { dark: '#0b0d11', light: '#f3f4f6' } as const

/** The engine's own parts, such as menus of the system, know dark and light alone. */
const sourceOf = (theme: Theme): 'system' | 'dark' | 'light' => (theme === 'contrast' ? 'dark' : theme)

/** Applies `theme`; `onChange` then hears whether it is dark, and again whenever the system changes its mind. */
export function startTheme(theme: Theme, onChange: (dark: boolean) => void): void {
  nativeTheme.themeSource = sourceOf(theme)
  nativeTheme.on('updated', () => onChange(nativeTheme.shouldUseDarkColors))
}

/** Applies a theme that a person chose. */
export function chooseTheme(theme: Theme): void {
  nativeTheme.themeSource = sourceOf(theme)
}

/** The ground of the theme in force. */
export const groundColor = (): string => (nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light)
