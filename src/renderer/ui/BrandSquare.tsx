/** @file A brand as a square: its letters first, its colour second. */
import { css, textOn } from './colour.ts'
import { brandFill } from './brand-fills.ts'
import styles from './BrandSquare.module.css'

type Props = { initials: string; fill: number; size?: 'small' | 'post' | 'tile'; name?: string }

/** Named when `name` is given, decoration otherwise. */
export function BrandSquare({ initials, fill, size = 'small', name }: Props) {
  const colour = brandFill(fill)
  return (
    <span
      className={`${styles['square']} ${styles[size]} ${[...initials].length > 2 ? styles['long'] : ''}`}
      style={{ background: css(colour), color: `var(--${textOn(colour)})` }}
      // Drawn by the style: what stands beside it, or its name, says the same in words.
      data-initials={initials}
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    />
  )
}
