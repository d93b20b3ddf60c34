/** @file A person's picture, or the first letters of the name on a tint of its own. Falls back when the picture fails. */
import { useState, type ReactNode } from 'react'
import { initialsOf } from './initials.ts'
import { mediaAddress } from './media-address.ts'
import { restingPictures } from './resting-pictures.ts'
import styles from './Avatar.module.css'

const resting = restingPictures(() => performance.now())

/** A steady hue per name: only decoration, never meaning. */
const hue = (name: string) =>
  [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 7, 0) % 360

type Props = {
  name: string
  /** Opaque media id, or null. */
  media: string | null
  size?: 'row' | 'post'
  /** A mark in the lower corner. */
  mark?: ReactNode
}

export function Avatar({ name, media, size = 'row', mark }: Props) {
  // By name: another picture gets a chance of its own.
  const [broken, setBroken] = useState(() => (media !== null && resting.rests(media) ? media : null))
  return (
    <span
      className={`${styles['avatar']} ${styles[size]}`}
      style={{ background: `oklch(0.8 0.09 ${hue(name)})` }}
      aria-hidden="true"
    >
      {initialsOf(name)}
      {media !== null && broken !== media && (
        <img
          src={mediaAddress(media)}
          alt=""
          className={styles['picture']}
          onError={() => {
            resting.failed(media)
            setBroken(media)
          }}
        />
      )}
      {mark !== undefined && <span className={styles['mark']}>{mark}</span>}
    </span>
  )
}
