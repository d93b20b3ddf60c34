/** @file A client's logo, drawn where it stands. */
import { useLayoutEffect, useRef } from 'react'
import styles from './PaperHead.module.css'

export function Logo({ picture, name }: { picture: ImageBitmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return (
    <canvas
      ref={canvas}
      className={styles['logo']}
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={name}
    />
  )
}
