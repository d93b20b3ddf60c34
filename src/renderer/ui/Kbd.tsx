/** @file A key as it is written on a keyboard. */
import { Fragment } from 'react'
import styles from './Kbd.module.css'

/** @param keys one label per press */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles['keys']} aria-hidden="true">
      {keys.map((key, n) => (
        <Fragment key={n}>
          {n > 0 && ' '}
          <kbd className={styles['key']}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
