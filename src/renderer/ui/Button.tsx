/** @file The one button. Knows looks, not meanings. */
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'

export type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  look?: Look
  type?: 'button' | 'submit'
  /** Square, for a lone icon: then `aria-label` names it. */
  icon?: boolean
  children: ReactNode
}

export function Button({ look = 'plain', type = 'button', icon = false, className, ...rest }: ButtonProps) {
  const classes = [styles['button'], styles[look], icon && styles['icon'], className]
  return <button type={type} className={classes.filter(Boolean).join(' ')} {...rest} />
}
