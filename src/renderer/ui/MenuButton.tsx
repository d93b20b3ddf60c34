/** @file A button with a menu behind it. The menu itself is loaded when it is first opened. */
import { lazy, Suspense, useState, type ReactNode } from 'react'

export type MenuEntry = {
  key: string
  title: string
  /** Labels of its key. */
  keys?: readonly string[]
  /** It is a switch, and whether it is on. */
  on?: boolean
  disabled?: boolean
  run: () => void
}

export type MenuProps = {
  label: string
  className: string
  /** What is offered, in groups; asked when the menu opens. */
  entries: () => readonly (readonly MenuEntry[])[]
  align?: 'start' | 'end'
  children: ReactNode
}

const OpenMenu = lazy(async () => ({ default: (await import('./OpenMenu.tsx')).OpenMenu }))

export function MenuButton(props: MenuProps) {
  const { label, className, children } = props
  const [wanted, setWanted] = useState(false)
  const button = (
    <button
      type="button"
      className={className}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={label}
      title={label}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <OpenMenu {...props} />
    </Suspense>
  )
}
